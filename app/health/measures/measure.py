"""What a measure is, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.health.measures.period import Period, Window
from app.message import Message

if TYPE_CHECKING:
    from app.health.measures.asking import Asking


class Unit(StrEnum):
    """What a value counts."""

    PEOPLE = "people"
    PERCENT = "%"
    EACH = "per person"
    HOURS = "h"
    DAYS = "days"
    COUNT = "count"
    INDEX = "0..1"
    POINTS = "points"


UNIT_TEXTS: Final = {
    Unit.PEOPLE: "measures.unit.people",
    Unit.PERCENT: "measures.unit.percent",
    Unit.EACH: "measures.unit.each",
    Unit.HOURS: "measures.unit.hours",
    Unit.DAYS: "measures.unit.days",
    Unit.COUNT: "measures.unit.count",
    Unit.INDEX: "measures.unit.index",
    Unit.POINTS: "measures.unit.points",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a measure: a number, or why there is none."""

    number: float | None = None
    n: int | None = None  # what it rests on
    notes: tuple[Message, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()  # a histogram, a cohort, a bound, by name


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one measure, which can be traced to what it was made of."""

    measure: str
    period: Period | None
    found: Found


@dataclass(frozen=True, slots=True)
class Behind:
    """Of what a value was made: ids of members or keys of identities with a number each, or (space, id) of activity."""

    people: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[int, str], ...] = ()
    things: tuple[str, ...] = ()  # ids of records of the playbook


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of the registry."""

    id: str
    name: Message
    about: Message  # definition and formula
    unit: Unit
    window: Window
    count: Callable[[Asking, Period], Found]
    behind: Callable[[Asking, Period], Behind]
    edges: tuple[Message, ...] = ()  # how edge cases are treated
    needs: tuple[str, ...] = field(default=())  # names of ActivityKinds of which one must be told by a source
    headline: bool = True


def unknown(*why: Message, n: int | None = None) -> Found:
    """Return that something cannot be known, and why."""
    return Found(None, n, why)
