"""Finds a week with room for what need not happen in one certain week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from app.calendar.event import Event
from app.calendar.occurrence import Occurrence
from app.calendar.workload import TIGHT, week_loads

WEEKS_AWAY: Final = (0, 1, -1, 2, -2, 3, -3, 4, -4)  # from the week wished for, in order of liking
Capacity = Callable[[date], float]


class Weeks:
    """The hours of each week of a quarter while it is being filled."""

    def __init__(self, rows: Sequence[date], capacity: Capacity, hours: dict[date, float]) -> None:
        self._rows, self._capacity, self._hours = rows, capacity, hours

    def take(self, occurrences: Iterable[Occurrence]) -> None:
        """Count occurrences in."""
        for week, load in week_loads(occurrences, self._rows, self._capacity).items():
            self._hours[week] = self._hours.get(week, 0.0) + load.hours

    def placed(self, event: Event, possible: Callable[[Event], bool]) -> Event:
        """Return an event in the first week around its own where none gets tight, else where they are lightest."""
        assert event.day
        near = [event.moved_to(event.day + timedelta(weeks=away)) for away in WEEKS_AWAY]
        choices = [moved for moved in near if possible(moved)] or [event]
        best = next((moved for moved in choices if self._fullness(moved) <= TIGHT), min(choices, key=self._fullness))
        self.take([_single(best)])
        return best

    def _fullness(self, event: Event) -> float:
        """Return how full the fullest week that the event touches would be."""
        loads = week_loads([_single(event)], self._rows, self._capacity)
        full = [
            (self._hours.get(week, 0.0) + load.hours) / max(load.capacity, 0.01)
            for week, load in loads.items()
            if load.hours
        ]
        return max(full, default=0.0)


def _single(event: Event) -> Occurrence:
    assert event.day
    return Occurrence(event, event.day, event.at, "")
