"""Lets behaviours lead to outcomes by connectors."""

from __future__ import annotations

from collections.abc import Sequence

from app.message import say
from app.purpose.board import Connector, Note
from app.purpose.connecting import connect
from app.purpose.findings import outcomes_of
from app.purpose.naming import name_of
from app.purpose.wall import Wall
from app.store import Store


def lead_to(store: Store, note: str, outcomes: Sequence[str]) -> None:
    """Let a note lead to just these outcomes; connectors to other things stay."""
    start = store.of(Note).get(note)
    wall = Wall.read(store, start.board)
    before = {it.id for it in outcomes_of(wall, start)}
    wanted = [key for key in outcomes if key in wall.notes]
    gone = [key for key in wall.at(note) if wall.connectors[key].end in before - set(wanted)]
    fresh = [key for key in wanted if key not in before]
    if gone or fresh:
        with store.change(say("purpose.step.leads", title=name_of(start))):
            store.of(Connector).delete(gone)
            for key in fresh:
                connect(store, note, key)
