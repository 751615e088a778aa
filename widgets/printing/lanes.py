"""Gives the events of a week their lanes, so that none covers another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence


class Placed(NamedTuple):
    """An event within one week: its lanes and the first and last column that it covers."""

    occurrence: Occurrence
    lane: int  # the uppermost
    lanes: int
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
    occurrences: Iterable[Occurrence],
    rows: Sequence[date],
    first: date,
    last: date,
    needs: Callable[[Occurrence, int, int], int],
) -> dict[date, list[Placed]]:
    """Return the events of each week, cut to a stretch of days, in the uppermost lanes that are free.

    Earlier ones in the order of the plan come first. `needs` tells how many lanes an event takes that covers the
    columns from one to another.
    """
    weeks = [_Week(row) for row in rows]
    first, last = max(first, rows[0]), min(last, rows[-1] + timedelta(days=6))
    for one in occurrences:
        start, end = max(one.day, first), min(one.last_day, last)
        for number in range((start - rows[0]).days // 7, (end - rows[0]).days // 7 + 1) if start <= end else ():
            weeks[number].place(one, start, end, needs)
    return {week.row: week.placed for week in weeks}


def demand(placed: Iterable[Placed]) -> int:
    """Return how many lanes a week would need to show all."""
    return max((one.lane + one.lanes for one in placed), default=0)


def share(demands: Sequence[int], least: int, spare: int) -> list[int]:
    """Return the lanes of each week: `least` for all, then one more for the lowest that lacks some, up to `spare`.

    So a week that lacks little gets all it needs before a crowded one takes the rest.
    """
    given = [least] * len(demands)
    for _ in range(spare):
        lacking = [number for number, want in enumerate(demands) if want > given[number]]
        if not lacking:
            break
        given[min(lacking, key=lambda number: given[number])] += 1
    return given


class _Week:
    def __init__(self, row: date) -> None:
        self.row = row
        self._taken = [0] * 7  # lanes as bits
        self.placed: list[Placed] = []

    def place(self, one: Occurrence, start: date, end: date, needs: Callable[[Occurrence, int, int], int]) -> None:
        first = max(0, (start - self.row).days)
        last = min(6, (end - self.row).days)
        lanes = needs(one, first, last)
        taken = self._taken[first] if first == last else reduce(or_, self._taken[first : last + 1])
        lane = _lowest(taken, lanes)
        for column in range(first, last + 1):
            self._taken[column] |= ((1 << lanes) - 1) << lane
        nth = (self.row + timedelta(days=first) - one.day).days + 1
        ends = self.row + timedelta(days=last) == one.last_day
        self.placed.append(Placed(one, lane, lanes, first, last, nth, ends))


def _lowest(taken: int, lanes: int) -> int:
    """Return the first of the lowest lanes that are free one above the other."""
    blocked = taken if lanes == 1 else reduce(or_, (taken >> higher for higher in range(lanes)))
    return (~blocked & (blocked + 1)).bit_length() - 1
