"""What a source tells, in the words of this program: the one shape that every importer of activity makes.

Ids are those of the source, so that the same export read twice is the same; instants are UTC microseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from app.message import Message


@dataclass(frozen=True, slots=True)
class Space:
    """Where activity took place: one workspace, forum, guild or list; another export of it has the same kind and id."""

    kind: str  # "slack", "discourse", …
    ext: str  # the source's own id of it, else a name that stays
    name: str


@dataclass(frozen=True, slots=True)
class InPerson:
    """One identity as the source knows it; "" and None are what it does not tell."""

    ext: str
    name: str = ""
    handle: str = ""
    email: str = ""
    zone: str = ""
    bot: bool = False
    staff: bool = False
    joined: int | None = None
    left: int | None = None
    seen: int | None = None
    foreign: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InPlace:
    """One channel, category, stream or list."""

    ext: str
    name: str
    private: bool = False


class InActivity(NamedTuple):
    """One thing that somebody did; a tuple because there are millions."""

    ext: str  # unique within the space
    person: str  # `ext` of an InPerson; one that was never told is made with that name
    kind: int  # an ActivityKind
    at: int | None  # None where the source gives no time, as for reactions in Slack
    place: str = ""  # `ext` of an InPlace; one that was never told is made with that name
    thread: str = ""  # `ext` of the activity that began the thread, "" when the source has no threads
    target: str = ""  # whom it answers or praises
    text: str = ""


class InFigure(NamedTuple):
    """One figure of one day that a platform counted itself, such as its daily active members."""

    measure: str
    day: str  # ISO date
    value: float


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not brought in."""

    file: str
    place: str  # line, number or id
    reason: Message


@dataclass(frozen=True, slots=True)
class Block:
    """A part of what a source tells, in the order of its files; at most some ten thousand things."""

    file: str = ""
    people: tuple[InPerson, ...] = ()
    places: tuple[InPlace, ...] = ()
    activities: list[InActivity] = field(default_factory=list)
    figures: tuple[InFigure, ...] = ()
    refused: tuple[Refused, ...] = ()
