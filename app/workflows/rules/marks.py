"""What the log of a rule keeps: what was made, and what was set from which value to which."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.calendar.event import Status
from app.tasks.task import Priority


def _due(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "due": _due,
    "status": Status,
    "priority": Priority,
    **dict.fromkeys(("owner", "column", "notes", "state"), str),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was made, or with a field, one that was set."""

    kind: str  # name of the table
    id: str  # of an occurrence: with its original start, as subjects have it
    field: str = ""
    old: Any = None
    new: Any = None


def made(kind: str, id: str) -> str:
    """Write down that something was made."""
    return f"{kind}:{id}"


def was_set(kind: str, id: str, field: str, old: Any, new: Any) -> str:
    """Write down that a field was set."""
    return f"{kind}:{id}\n{json.dumps([field, old, new], default=date.isoformat, ensure_ascii=False)}"


def read(text: str) -> Mark:
    """Return what was written down; what nobody wrote so names nothing."""
    named, _, change = text.partition("\n")
    kind, _, name = named.partition(":")
    if not change:
        return Mark(kind, name)
    try:
        field, old, new = json.loads(change)
        reader = READERS[field]
        return Mark(kind, name, field, reader(old), reader(new))
    except (ValueError, TypeError, KeyError):
        return Mark("", "")
