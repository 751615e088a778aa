"""The events that touch one week, kept in the order in which they are given their lanes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import date

from widgets.calendar.canvas.lanes import DAYS, Item, day_order


class WeekItems:
    """Bars first, then the rest day by day; one event comes or goes without a look at the others."""

    def __init__(self, start: date, items: Iterable[Item] = ()) -> None:
        self.start = start
        self.bars: list[Item] = []
        self.days: list[list[Item]] = [[] for _ in range(DAYS)]
        for item in items:
            self._lane_list(item).append(item)
        for of_one in (self.bars, *self.days):
            of_one.sort(key=_order)

    def add(self, item: Item) -> None:
        """Let an event come that touches this week."""
        insort(self._lane_list(item), item, key=_order)

    def remove(self, item: Item) -> None:
        """Let an event go that is here."""
        there = self._lane_list(item)
        del there[bisect_left(there, _order(item), key=_order)]

    def on(self, day: date) -> list[Item]:
        """Return the events of a day in the order of its lanes, ghosts left out."""
        bars = [item for item in self.bars if item.first <= day <= item.last]
        bars.sort(key=day_order)
        return [item for item in (*bars, *self.days[(day - self.start).days]) if not item.ghost]

    def _lane_list(self, item: Item) -> list[Item]:
        return self.bars if item.long else self.days[(item.first - self.start).days]


def _order(item: Item) -> tuple[object, ...]:
    """Return what sorts the events of a week; no two are alike."""
    return (item.first, -item.last.toordinal(), day_order(item), item.key, item.ghost)
