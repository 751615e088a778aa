"""What is weighed against each other: events, series and programs by their impact and how easy they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.calendar.event import Event
from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.calendar.program import Program

LEVELS: Final = (1, 5)
MIDDLE: Final = 3  # from here on something has impact, or is easy
Ref = tuple[str, str]  # ("event" or "program", id)


class Quadrant(StrEnum):
    """What a score says about when something is done."""

    QUICK_WIN = "quick-win"
    BIG_BET = "big-bet"
    FILL_IN = "fill-in"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class Scored:
    """One thing that is weighed; a series counts once, in the first of its occurrences that is shown."""

    ref: Ref
    title: str
    impact: int
    ease: int
    event: Event | None = None
    key: Key | None = None  # of the occurrence that stands for an event
    day: date | None = None  # None: it waits for a day, or is a program

    @property
    def rated(self) -> bool:
        """Whether both sides of the score are known."""
        return self.impact > 0 and self.ease > 0

    @property
    def score(self) -> int:
        """Impact times ease."""
        return self.impact * self.ease

    @property
    def quadrant(self) -> Quadrant:
        """In which of the four fields it lies."""
        if self.impact >= MIDDLE:
            return Quadrant.QUICK_WIN if self.ease >= MIDDLE else Quadrant.BIG_BET
        return Quadrant.FILL_IN if self.ease >= MIDDLE else Quadrant.NOT_NOW


def weighed(plan: Plan, first: date, last: date, shown: Callable[[Occurrence], bool] | None = None) -> list[Scored]:
    """Return what some days and the backlog hold to be weighed, the best first and what has no score last.

    A program counts while the days touch its time; when only some events are shown, when one of them is its own.
    """
    found = [*_planned(plan, first, last, shown), *_waiting(plan, first, shown)]
    served = {it.event.program for it in found if it.event}
    programs = (it for it in plan.programs.values() if _touches(it, first, last) and (shown is None or it.id in served))
    found += (Scored(("program", it.id), it.name, it.impact, it.ease) for it in programs)
    return ranked(found)


def ranked(things: Iterable[Scored]) -> list[Scored]:
    """Return things by their score, then by impact, then by name; those without one at the end."""
    return sorted(things, key=lambda it: (not it.rated, -it.score, -it.impact, it.title.casefold(), it.ref))


def rank_of(things: Iterable[Scored], ref: Ref) -> int:
    """Return the rank of a thing, 1 for the best; 0 when it has no score or is not there."""
    return next((n for n, it in enumerate(ranked(things), 1) if it.ref == ref and it.rated), 0)


def _planned(plan: Plan, first: date, last: date, shown: Callable[[Occurrence], bool] | None) -> Iterable[Scored]:
    markers = plan.markers
    for event, places in plan.of_events(first, last).items():
        here = next((it for it in places if shown is None or shown(it)), None)
        whole = plan.events[event]
        if here is not None and whole.kind not in markers:
            yield Scored(("event", event), whole.title, whole.impact, whole.ease, whole, here.key, here.day)


def _waiting(plan: Plan, first: date, shown: Callable[[Occurrence], bool] | None) -> Iterable[Scored]:
    for event in plan.backlog():
        if event.kind not in plan.markers and (shown is None or shown(Occurrence(event, first, event.at, ""))):
            yield Scored(("event", event.id), event.title, event.impact, event.ease, event, (event.id, ""))


def _touches(program: Program, first: date, last: date) -> bool:
    return (program.start or first) <= last and (program.end or last) >= first
