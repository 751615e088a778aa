"""Gives the events of a week their lanes, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Placed:
    """An event within one week: its lane and the first and last column that it covers."""

    occurrence: Occurrence
    lane: int
    first: int
    last: int
    nth: int  # which day of the event the first column is
    ends: bool

    @property
    def begins(self) -> bool:
        """Whether the first column is its first day."""
        return self.nth == 1

    @property
    def bar(self) -> bool:
        """Whether it covers several days."""
        return self.occurrence.length > 1


def lanes_of_weeks(
    occurrences: Iterable[Occurrence], rows: Sequence[date], first: date, last: date
) -> dict[date, list[Placed]]:
    """Return the events of each week, cut to a stretch of days, in the lowest lanes that are free.

    Earlier ones in the order of the plan come first.
    """
    weeks = [_Week(row) for row in rows]
    for one in occurrences:
        start, end = max(one.day, first, rows[0]), min(one.last_day, last, rows[-1] + timedelta(days=6))
        for number in range((start - rows[0]).days // 7, (end - rows[0]).days // 7 + 1) if start <= end else ():
            weeks[number].place(one, start, end)
    return {week.row: week.placed for week in weeks}


def demand(placed: Iterable[Placed]) -> int:
    """Return how many lanes a week would need to show all."""
    return max((one.lane + 1 for one in placed), default=0)


def share(demands: Sequence[int], least: int, spare: int) -> list[int]:
    """Return the lanes of each week: `least` for all, then one more for whoever lacks most, while `spare` lasts."""
    given = [least] * len(demands)
    for _ in range(spare):
        lacking = [want - has for want, has in zip(demands, given, strict=True)]
        most = max(lacking, default=0)
        if most <= 0:
            break
        given[lacking.index(most)] += 1
    return given


class _Week:
    def __init__(self, row: date) -> None:
        self.row = row
        self._taken: list[set[int]] = [set() for _ in range(7)]
        self.placed: list[Placed] = []

    def place(self, one: Occurrence, start: date, end: date) -> None:
        first = max(0, (start - self.row).days)
        last = min(6, (end - self.row).days)
        columns = self._taken[first : last + 1]
        lane = 0
        while any(lane in taken for taken in columns):
            lane += 1
        for taken in columns:
            taken.add(lane)
        nth = (self.row + timedelta(days=first) - one.day).days + 1
        ends = self.row + timedelta(days=last) == one.last_day
        self.placed.append(Placed(one, lane, first, last, nth, ends))
