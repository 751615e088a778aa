"""Notes as they lie on the clipboard: plain JSON that another window of the program understands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any, Final

from app.errors import ImportRejected
from app.message import say
from app.purpose.board import Category, Connector, Course, Note, NoteKind, Side

LARGEST: Final = 20 * 1024 * 1024  # bytes
MOST: Final = 20_000  # things
SHAPES: Final[dict[str, type[Any]]] = {
    "kind": NoteKind,
    "category": Category,
    "start_side": Side,
    "end_side": Side,
    "course": Course,
}


def write_clip(notes: Sequence[Note], connectors: Sequence[Connector]) -> bytes:
    """Return notes and connectors as they go onto the clipboard."""
    return json.dumps({"notes": [asdict(it) for it in notes], "connectors": [asdict(it) for it in connectors]}).encode()


def read_clip(data: bytes) -> tuple[list[Note], list[Connector]]:
    """Return what is on the clipboard; ImportRejected when it is nothing that this program put there."""
    if len(data) > LARGEST:
        raise ImportRejected("", "", say("purpose.clip.broken"))
    try:
        raw = json.loads(data)
        notes = [_thing(Note, one) for one in raw["notes"][:MOST]]
        connectors = [_thing(Connector, one) for one in raw["connectors"][:MOST]]
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError) as error:
        raise ImportRejected("", "", say("purpose.clip.broken")) from error
    return notes, connectors


def _thing(kind: type[Any], raw: dict[str, Any]) -> Any:
    values: dict[str, Any] = {}
    for field in fields(kind):
        value = raw[field.name]
        if field.name in SHAPES:
            value = SHAPES[field.name](value)
        elif field.type not in (type(value).__name__, type(value)):
            raise TypeError(field.name)
        values[field.name] = value
    return kind(**values)
