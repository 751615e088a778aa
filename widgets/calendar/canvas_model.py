"""What a painted view shows at the moment: the events at their places, as faces of weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.calendar.filter import EventFilter
from app.calendar.quarter import Quarter, iso_week
from app.calendar.workload import Load
from widgets.calendar.canvas_face import ChipFace, DayFace, WeekFace
from widgets.calendar.canvas_grid import DAYS, Grid
from widgets.calendar.canvas_layout import Layout
from widgets.calendar.chip_looks import ChipLooks
from widgets.calendar.drag_loads import as_placed, loads_after
from widgets.calendar.lanes import Item, Placed, day_order, item_of, moved
from widgets.common.words import tr

if TYPE_CHECKING:
    from app.calendar.occurrence import Key, Occurrence
    from app.calendar.plan import Plan

Shown = Callable[["Occurrence"], bool] | EventFilter | None
Shift = tuple[date, int, int]  # where it begins while it is not settled; days at the start and at the end


class CanvasModel:
    """Holds the plan and all that changes how it is drawn, and lays it out on a grid."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.plan: Plan | None = None
        self.quarter = Quarter(date(2027, 1, 4))
        self.shown: Shown = None
        self.today = date.min
        self.colour_by = "kind"
        self.hits: frozenset[Key] = frozenset()
        self.pending: dict[Key, Shift] = {}
        self.holidays: dict[date, str] = {}
        self.items: list[Item] = []  # in the order of the plan, ghosts right before what they are of
        self.loads: dict[date, Load] = {}
        self.faces: list[WeekFace] = []
        self._by_key: dict[Key, Item] = {}
        self._on: dict[date, list[Item]] = {}  # found once for each day that was asked for

    def find(self, key: Key) -> Item | None:
        """Return an event that is shown, at the place where it is drawn now."""
        return self._by_key.get(key)

    def on(self, day: date) -> list[Item]:
        """Return the events of a day in the order of its lanes, ghosts left out."""
        if day not in self._on:
            there = [item for item in self.items if item.first <= day <= item.last and not item.ghost]
            self._on[day] = sorted(there, key=day_order)
        return self._on[day]

    def in_order(self, keys: Iterable[Key] | None = None) -> list[Key]:
        """Return those of the keys that are shown, or all that are, in the order of the days."""
        wanted = self._by_key if keys is None else keys
        there = [self._by_key[key] for key in wanted if key in self._by_key]
        return [item.key for item in sorted(there, key=lambda item: (item.first, day_order(item)))]

    def set_pending(self, keys: Iterable[Key], start_days: int, end_days: int) -> None:
        """Show events elsewhere than the plan has them, until it moves them or this is taken back."""
        there = (self._by_key.get(key) for key in keys)
        self.pending = {item.key: (item.first, start_days, end_days) for item in there if item}

    def first_day(self) -> date:
        """Return the first day that the keyboard goes to."""
        return self.layout.rows(self.quarter)[0]

    def last_day(self) -> date:
        """Return the last day that the keyboard goes to: the last one that takes drops."""
        last = self.layout.rows(self.quarter)[-1] + timedelta(days=DAYS - 1)
        while not self.layout.takes(self.quarter, last):
            last -= timedelta(days=1)
        return last

    def markers(self) -> frozenset[str]:
        """Return the kinds that have no hours."""
        return self.plan.markers if self.plan else frozenset()

    def gather(self) -> None:
        """Take what is to be shown from the plan."""
        rows = self.layout.rows(self.quarter)
        self._on.clear()
        if self.plan is None:
            self.items, self.loads, self._by_key = [], {}, {}
            return
        passes = self._filter()
        found = self.plan.occurrences(rows[0], rows[-1] + timedelta(days=DAYS - 1))
        self.items = list(self._items(occurrence for occurrence in found if passes(occurrence)))
        self._by_key = {item.key: item for item in self.items if not item.ghost}
        self.loads = self.plan.week_loads(rows)
        ghosts = [item.occurrence for item in self.items if item.ghost]
        come = [as_placed(self._by_key[occurrence.key]) for occurrence in ghosts]
        self.loads |= loads_after(self.loads, come, ghosts, self.markers())

    def lay(self, grid: Grid) -> None:
        """Give every event its place on a grid."""
        if self.plan is None:
            self.faces = []
            return
        looks = ChipLooks(self.plan, self.colour_by, self.today, self.hits)
        by_row: list[list[Item]] = [[] for _ in grid.rows]
        for item in self.items:
            first = max(0, (item.first - grid.first).days // DAYS)
            last = min(len(grid.rows) - 1, (item.last - grid.first).days // DAYS)
            for row in range(first, last + 1):
                by_row[row].append(item)
        self.faces = [self._face(grid, row, items, looks) for row, items in enumerate(by_row)]

    def _face(self, grid: Grid, row: int, items: list[Item], looks: ChipLooks) -> WeekFace:
        start = grid.rows[row]
        week = self.layout.lay(items, start, grid.tops[row + 1] - grid.tops[row])
        last = start + timedelta(days=DAYS - 1)
        return WeekFace(
            name=tr("canvas.week.name", n=iso_week(start, self.quarter.first_weekday)),
            range=tr("canvas.week.range", first=start.day, last=last.day),
            load=self.loads[start],
            days=tuple(self._day(grid, row, column, week.hidden[column]) for column in range(DAYS)),
            chips=tuple(self._chip(grid, placed, looks) for placed in week.placed),
        )

    def _chip(self, grid: Grid, placed: Placed, looks: ChipLooks) -> ChipFace:
        x, width = self.layout.span(grid.columns[placed.first], grid.columns[placed.last + 1], placed)
        look = self.layout.look(looks, placed)
        return ChipFace(placed.item, x, placed.top, width, placed.height, placed.first, placed.last, look)

    def _day(self, grid: Grid, row: int, column: int, hidden: int) -> DayFace:
        day = grid.day(row, column)
        face = self.layout.day_face(self.quarter, day, row=row, column=column)
        if face.outside:
            return face
        return replace(
            face, holiday=self.holidays.get(day, ""), today=day == self.today, past=day < self.today, hidden=hidden
        )

    def _items(self, occurrences: Iterable[Occurrence]) -> Iterable[Item]:
        for occurrence in occurrences:
            item = item_of(occurrence)
            began, start, end = self.pending.get(occurrence.key, (None, 0, 0))
            if began == item.first:  # else it was moved meanwhile
                yield replace(item, ghost=True)
                item = moved(item, start, end)
            yield item

    def _filter(self) -> Callable[[Occurrence], bool]:
        shown, plan = self.shown, self.plan
        if isinstance(shown, EventFilter):
            return lambda occurrence: plan is not None and shown.matches(occurrence, plan)
        return shown or (lambda _: True)
