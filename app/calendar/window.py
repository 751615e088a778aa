"""What takes place in some days, kept event by event, so that a change costs no more than what it touches."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from app.calendar.event import Event, Override
from app.calendar.occurrence import Occurrence
from app.calendar.shown import shown_of
from app.calendar.workload import Load, WeekHours

DAYS: Final = date.max.toordinal() + 1
MOMENTS: Final = 24 * 60 * 60 * 1_000_000 + 1  # of a day: none, or a microsecond of it
MANY: Final = 8  # when one in so many events changed, sorting anew is faster


class Window:
    """The occurrences from one day to another; the list of an event is never changed, a new one takes its place.

    `here` is the zone whose days they are.
    """

    def __init__(self, first: date, last: date, here: str = "") -> None:
        self.of_event: dict[str, list[Occurrence]] = {}
        self._first, self._last, self._here = first, last, here
        self._missing: set[str] | None = None  # events to be looked at; None for all
        self._sorted: list[Occurrence] | None = None
        self._hours: WeekHours | None = None

    def part(self, first: date, last: date) -> Window:
        """Return a window on some of these days."""
        window = Window(first, last, self._here)
        window.of_event = {
            event: [one for one in found if one.day <= last and (one.day >= first or one.last_day >= first)]
            for event, found in self.of_event.items()
        }
        window._missing = set()
        return window

    def forget(self, ids: set[str]) -> None:
        """Forget where some events take place."""
        if self._missing is not None:
            self._missing |= ids

    def catch_up(self, events: Mapping[str, Event], overrides: Mapping[str, Mapping[str, Override]]) -> None:
        """Find where those events take place that were forgotten."""
        missing = events.keys() if self._missing is None else self._missing
        if len(missing) * MANY > len(events):
            self._sorted = self._hours = None
        for name in missing:
            gone, event = self.of_event.pop(name, []), events.get(name)
            come: list[Occurrence] = []
            if event is not None:
                own = overrides.get(name, {})
                come = self.of_event[name] = shown_of(event, own, self._first, self._last, self._here)
            self._replace(name, gone, come)
        self._missing = set()

    def in_order(self) -> list[Occurrence]:
        """Return what takes place: long ones first, then by day, time and title."""
        if self._sorted is None:
            self._sorted = [occurrence for found in self.of_event.values() for occurrence in found]
            self._sorted.sort(key=_place)
        return self._sorted.copy()

    def loads(
        self, rows: Sequence[date], capacity: Callable[[date], float], markers: frozenset[str]
    ) -> dict[date, Load]:
        """Return the loads of weeks that begin in this window."""
        if self._hours is None or (self._hours.rows, self._hours.markers) != (tuple(rows), markers):
            self._hours = WeekHours(tuple(rows), markers)
            for event, found in self.of_event.items():
                self._hours.put(event, found)
        return self._hours.loads(capacity)

    def _replace(self, event: str, gone: Sequence[Occurrence], come: Sequence[Occurrence]) -> None:
        if self._hours is not None:
            self._hours.put(event, come)
        if self._sorted is None:
            return
        for occurrence in gone:
            del self._sorted[bisect_left(self._sorted, _place(occurrence), key=_place)]
        for occurrence in come:
            insort(self._sorted, occurrence, key=_place)


def _place(occurrence: Occurrence) -> tuple[int, str, str, str]:
    """Return what sorts occurrences as their `order` does, then by start; no two are alike.

    All that is no text is one number: thousands of places are compared, each with many others.
    """
    at, event = occurrence.at, occurrence.event
    moment = 0 if at is None else 1 + ((at.hour * 60 + at.minute) * 60 + at.second) * 1_000_000 + at.microsecond
    day = (occurrence.length == 1) * DAYS + occurrence.day.toordinal()
    return day * MOMENTS + moment, event.title, event.id, occurrence.original
