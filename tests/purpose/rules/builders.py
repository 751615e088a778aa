"""Small boards in a real file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.message import say
from app.purpose.board import Board, Category, Connector, Note, NoteKind
from app.store import Store

NOW = datetime(2027, 3, 10, 9, 0, tzinfo=UTC)


def a_note(id: str = "a", x: int = 0, y: int = 0, **fields: Any) -> Note:
    usual: dict[str, Any] = {"board": "b", "kind": NoteKind.NOTE, "width": 160, "height": 90, "text": id.title()}
    return Note(id=id, x=x, y=y, **usual | fields)


def a_frame(id: str = "f", x: int = 0, y: int = 0, width: int = 400, height: int = 300, **fields: Any) -> Note:
    return a_note(id, x, y, width=width, height=height, **{"kind": NoteKind.FRAME, "text": "Frame"} | fields)


def a_line(start: str, end: str, **fields: Any) -> Connector:
    return Connector(f"{start}-{end}", "b", start, end, **fields)


def behaviour(id: str, x: int = 0, y: int = 0, **fields: Any) -> Note:
    return a_note(id, x, y, category=Category.BEHAVIOUR, **fields)


def fill(store: Store, *things: Any) -> None:
    with store.change(say("step.add", title="all")):
        store.of(Board).save([Board("b", "Purpose"), Board("other", "Other", position=1)])
        for thing in things:
            store.of(type(thing)).save([thing])
