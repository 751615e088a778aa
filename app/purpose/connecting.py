"""Connects notes, and changes how they are connected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.errors import Gone
from app.message import say
from app.purpose.board import Connector, Note, Side
from app.purpose.held import written
from app.purpose.naming import name_of
from app.store import Store


def connect(
    store: Store, start: str, end: str, start_side: Side = Side.AUTO, end_side: Side = Side.AUTO, **fields: Any
) -> str:
    """Connect two notes of one board; return the id of the connector, of the one that is there when there is one."""
    notes = store.of(Note)
    begin, tip = notes.get(start), notes.get(end)
    if start == end or begin.board != tip.board:
        return ""
    there = next((it for it in store.of(Connector).where(start=start, end=end)), None)
    if there:
        return there.id
    fresh = Connector(store.new_id(), begin.board, start, end, start_side, end_side, **fields)
    with store.change(say("purpose.step.connect", start=name_of(begin), end=name_of(tip))):
        store.of(Connector).save([fresh])
    return fresh.id


def connect_chain(store: Store, pairs: Sequence[tuple[str, str]]) -> None:
    """Connect several pairs of notes as one step."""
    with store.change(say("purpose.step.connect.many", n=len(pairs))):
        for start, end in pairs:
            connect(store, start, end)


def reattach(store: Store, id: str, note: str, side: Side = Side.AUTO, *, start: bool) -> None:
    """Let one end of a connector meet another note, or another side of its note."""
    connector = store.of(Connector).get(id)
    other = store.of(Note).get(note)
    if other.board != connector.board or note == (connector.end if start else connector.start):
        return
    fresh = replace(connector, start=note, start_side=side) if start else replace(connector, end=note, end_side=side)
    if fresh != connector:
        with store.change(say("purpose.step.reattach", title=name_of(other))):
            store.of(Connector).save([fresh])


def label(store: Store, id: str, text: str) -> None:
    """Write on a connector; typing is one step."""
    connector = store.of(Connector).get(id)
    fresh = replace(connector, label=written(text).strip())
    if fresh != connector:
        with store.change(say("purpose.step.label"), merge=f"connector:{id}:label"):
            store.of(Connector).save([fresh])


def edit_connectors(store: Store, ids: Sequence[str], **fields: Any) -> None:
    """Give connectors another course, other heads, sides or colour."""
    there = list(store.of(Connector).some(ids))
    if ids and not there:
        raise Gone
    fresh = [new for old in there if (new := replace(old, **fields)) != old]
    if fresh:
        with store.change(say("purpose.step.connectors", n=len(fresh))):
            store.of(Connector).save(fresh)


def turn_round(store: Store, ids: Sequence[str]) -> None:
    """Let connectors lead the other way."""
    there = list(store.of(Connector).some(ids))
    if there:
        with store.change(say("purpose.step.turn", n=len(there))):
            store.of(Connector).save(
                replace(it, start=it.end, end=it.start, start_side=it.end_side, end_side=it.start_side) for it in there
            )
