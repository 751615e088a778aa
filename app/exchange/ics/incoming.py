"""What a calendar file brought, before it is held against the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.calendar.event import Event, Override
from app.exchange.ics.own_lines import Named
from app.message import Message, Value


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of a file that does not come in."""

    line: int
    what: str  # its title, or its UID
    why: Message


@dataclass(frozen=True, slots=True)
class Arrival:
    """One event or series of a file. Ids of kinds, personas and the like are those of the file."""

    line: int  # of its BEGIN
    event: Event
    overrides: tuple[Override, ...] = ()
    spoken: frozenset[str] = frozenset()  # fields of Event that the file says something of
    own: bool = False  # written by us, in full
    named: tuple[Named, ...] = ()
    steps: tuple[tuple[str, bool], ...] = ()
    categories: tuple[str, ...] = ()
    description: str | None = None  # as it stands in the file
    revision: int = 0  # the highest SEQUENCE of its parts
    changed: int = 0  # the latest LAST-MODIFIED of its parts, 0 when none is told

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by: UID, and RECURRENCE-ID of an occurrence whose series is not there."""
        return self.event.uid, orphan_of(self.event)


@dataclass(frozen=True, slots=True)
class Incoming:
    """Everything that a file brought."""

    name: str = ""  # that the calendar gives itself
    arrivals: tuple[Arrival, ...] = ()
    refused: tuple[Refused, ...] = ()
    warnings: tuple[Message, ...] = ()
    records: Mapping[tuple[str, str], Any] = field(default_factory=dict)  # (field, id) -> Kind, Persona, …
    components: int = 0


class Notes:
    """What there is to say about many events: each thing once, with how many it concerns and the first of them."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[tuple[str, tuple[tuple[str, Value], ...]], list[str]] = {}

    def add(self, note: Message, title: str) -> None:
        """Say it of one more event."""
        self._seen.setdefault((note.id, note.values), []).append(title)

    def merge(self, other: Notes) -> None:
        """Take over what was said elsewhere."""
        for key, titles in other._seen.items():
            self._seen.setdefault(key, []).extend(titles)

    def messages(self) -> list[Message]:
        """Return all of it; values `n` and `title` are added."""
        return [
            Message(id, (*values, ("n", len(titles)), ("title", titles[0])))
            for (id, values), titles in self._seen.items()  # noqa: A001 its name
        ]


def orphan_of(event: Event) -> str:
    """Return the RECURRENCE-ID line of an occurrence whose series is not there, "" of all others."""
    mark = '"RECURRENCE-ID'
    begin = event.foreign.find(mark) if event.foreign else -1
    return event.foreign[begin + 1 : event.foreign.find('"', begin + 1)] if begin >= 0 else ""
