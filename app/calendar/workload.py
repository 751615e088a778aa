"""Hours planned in each week against the hours that one person has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Final, Literal

from app.calendar.event import Status
from app.calendar.occurrence import Occurrence

COUNTED: Final = frozenset({Status.PLANNED, Status.READY, Status.DONE})
TIGHT: Final = 0.875  # above it a week has no room for what always comes up

Level = Literal["ok", "tight", "over"]


@dataclass(frozen=True, slots=True)
class Load:
    """The hours of one week."""

    week: date  # its first day
    hours: float
    capacity: float

    @property
    def ratio(self) -> float:
        """Planned hours for each hour there is; infinite when there is none."""
        if self.capacity > 0:
            return self.hours / self.capacity
        return float("inf") if self.hours else 0.0

    @property
    def level(self) -> Level:
        """How the week stands; a hundredth of an hour is no overload."""
        if self.hours > self.capacity + 0.005:
            return "over"
        return "tight" if self.ratio > TIGHT + 1e-9 else "ok"


def week_loads(
    occurrences: Iterable[Occurrence],
    rows: Sequence[date],
    capacity: Callable[[date], float],
    markers: Collection[str] = (),
) -> dict[date, Load]:
    """Return the load of each week; `rows` are first days of weeks, `capacity` tells the hours of one.

    Kinds that are markers have no hours. Preparation counts on the first day, the rest is spread evenly over the
    days covered.
    """
    if not rows:
        return {}
    hours = WeekHours(tuple(rows), markers)
    hours.put("", occurrences)
    return hours.loads(capacity)


class WeekHours:
    """The hours of some weeks, kept event by event."""

    def __init__(self, rows: tuple[date, ...], markers: Collection[str] = ()) -> None:
        self.rows, self.markers = rows, markers
        self._anchor = rows[0].toordinal()
        self._shares: dict[date, dict[str, float]] = {week: {} for week in rows}
        self._sums: dict[date, float] = {}  # of the weeks that nothing changed in since they were counted

    def put(self, event: str, occurrences: Iterable[Occurrence]) -> None:
        """Count the occurrences of an event, in place of what was counted of it before."""
        for week, shares in self._shares.items():
            if shares.pop(event, None) is not None:
                self._sums.pop(week, None)
        for occurrence in occurrences:
            made = occurrence.event
            if made.status not in COUNTED or made.kind in self.markers or not (made.prep or made.live):
                continue
            for week, share in _shares(occurrence, self._anchor):
                if week in self._shares:
                    self._sums.pop(week, None)
                    self._shares[week][event] = self._shares[week].get(event, 0.0) + share

    def loads(self, capacity: Callable[[date], float]) -> dict[date, Load]:
        """Return the load of each week; in which order the events were counted makes no difference."""
        for week in self._shares.keys() - self._sums.keys():
            self._sums[week] = round(fsum(self._shares[week].values()), 6)
        return {week: Load(week, self._sums[week], capacity(week)) for week in self.rows}


def hours_from(occurrences: Iterable[Occurrence], first: date, markers: Collection[str] = ()) -> float:
    """Return the hours that count from a day on; of what began before it only the days that are left."""
    left = []
    for occurrence in occurrences:
        event, length = occurrence.event, occurrence.length
        if event.status in COUNTED and event.kind not in markers:
            days = min(length, max(0, length - (first - occurrence.day).days))
            left.append(event.live * days / length + (event.prep if occurrence.day >= first else 0.0))
    return round(fsum(left), 6)


def hours_between(occurrences: Iterable[Occurrence], first: date, last: date, markers: Collection[str] = ()) -> float:
    """Return the hours that count on some days; of what lasts longer only the days that are among them."""
    found = []
    for occurrence in occurrences:
        event = occurrence.event
        if event.status in COUNTED and event.kind not in markers:
            days = (min(occurrence.last_day, last) - max(occurrence.day, first)).days + 1
            prep = event.prep if first <= occurrence.day <= last else 0.0
            found.append(event.live * max(0, days) / occurrence.length + prep)
    return round(fsum(found), 6)


def hours_on(occurrence: Occurrence, week: date) -> float:
    """Return how many hours of an occurrence fall into the week that begins on a day."""
    if occurrence.event.status not in COUNTED:
        return 0.0
    return sum(share for begin, share in _shares(occurrence, week.toordinal()) if begin == week)


def _shares(occurrence: Occurrence, anchor: int) -> Iterable[tuple[date, float]]:
    event, first, length = occurrence.event, occurrence.day.toordinal(), occurrence.length
    week = first - (first - anchor) % 7
    if first + length <= week + 7:
        return ((date.fromordinal(week), event.prep + event.live),)
    return _spread(event.prep, event.live / length, first, first + length, week)


def _spread(prep: float, each_day: float, first: int, end: int, week: int) -> list[tuple[date, float]]:
    shares = []
    while week < end:
        covered = min(end, week + 7) - max(first, week)
        shares.append((date.fromordinal(week), each_day * covered + (prep if week <= first else 0.0)))
        week += 7
    return shares


def week_after(load: Load, change: float) -> Load:
    """Return the load of a week with some hours more or less, as a drag shows it."""
    return Load(load.week, max(0.0, load.hours + change), load.capacity)
