"""Finds a week with room for what need not happen in one certain week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from app.calendar.event import Event
from app.calendar.occurrence import Occurrence
from app.calendar.workload import TIGHT, week_loads

NEAR: Final = (0, 1, -1, 2, -2)  # weeks from the one wished for, in order of liking
FAR: Final = (*NEAR, 3, -3, 4, -4)
FULL: Final = 1.0
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
        """Return an event in a week near its own where none gets tight, else where there is most room near or far."""
        near, far = (self._moved(event, away, possible) for away in (NEAR, FAR))
        loose = next((moved for moved in near if self._fullness(moved) <= TIGHT), None)
        fitting = min(near or far or [event], key=self._fullness)
        if loose is None and self._fullness(fitting) > FULL:
            fitting = min(far or [event], key=self._fullness)
        best = loose or fitting
        self.take([_single(best)])
        return best

    def _moved(self, event: Event, weeks: Sequence[int], possible: Callable[[Event], bool]) -> list[Event]:
        assert event.day
        moved = [event.moved_to(event.day + timedelta(weeks=away)) for away in weeks]
        return [one for one in moved if possible(one)]

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
