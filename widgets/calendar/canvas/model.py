"""What a painted view shows at the moment: the events at their places, as faces of weeks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from operator import is_
from typing import TYPE_CHECKING, Final

from app.calendar.filter import EventFilter
from app.calendar.quarter import Quarter, iso_week
from app.calendar.workload import Load
from widgets.calendar.canvas.chip_looks import ChipLooks
from widgets.calendar.canvas.drag_loads import as_placed, loads_after
from widgets.calendar.canvas.face import ChipFace, DayFace, WeekFace
from widgets.calendar.canvas.grid import DAYS, Grid
from widgets.calendar.canvas.lanes import Item, Placed, day_order, item_of, moved
from widgets.calendar.canvas.layout import Layout
from widgets.calendar.canvas.week_items import WeekItems
from widgets.common.words import tr

if TYPE_CHECKING:
    from app.calendar.occurrence import Key, Occurrence
    from app.calendar.plan import Plan
    from app.tasks.task import Task

Shown = Callable[["Occurrence"], bool] | EventFilter | None
MANY: Final = 4  # when one in so many events changed, everything is taken anew
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
        self.loads: dict[date, Load] = {}
        self.faces: list[WeekFace] = []
        self._weeks: list[WeekItems] = []
        self._by_key: dict[Key, Item] = {}
        self._of_event: dict[str, list[Item]] = {}
        self._seen: dict[str, list[Occurrence]] = {}  # the lists of the plan that this was made of
        self._rows: tuple[date, ...] = ()
        self._beside: tuple[object, ...] = ()  # whatever else this was made of
        self._looks: tuple[object, ...] = ()
        self._grid: Grid | None = None
        self._due: list[tuple[int, ...]] = []  # for each row, how many tasks are due on its days

    def find(self, key: Key) -> Item | None:
        """Return an event that is shown, at the place where it is drawn now."""
        return self._by_key.get(key)

    def on(self, day: date) -> list[Item]:
        """Return the events of a day in the order of its lanes, ghosts left out."""
        row = (day - self._rows[0]).days // DAYS if self._weeks else -1
        return self._weeks[row].on(day) if 0 <= row < len(self._weeks) else []

    def in_order(self, keys: Iterable[Key] | None = None) -> list[Key]:
        """Return those of the keys that are shown, or all that are, in the order of the days."""
        wanted = self._by_key if keys is None else keys
        there = [self._by_key[key] for key in wanted if key in self._by_key]
        return [item.key for item in sorted(there, key=lambda item: (item.first, day_order(item), item.key))]

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

    def gather(self) -> set[int] | None:
        """Take what is to be shown from the plan; return the rows that are others now, or None when all may be."""
        looks, self._looks = self._looks, self._all_looks()
        if self.plan is None:
            self._weeks, self.loads, self._by_key, self._of_event, self._seen = [], {}, {}, {}, {}
            return None
        rows, beside = self.layout.rows(self.quarter), (self.plan, self.shown, self.pending, *_named(self.plan))
        there = self.plan.of_events(rows[0], rows[-1] + timedelta(days=DAYS - 1))
        due, self._due = self._due, [self._due_in(week) for week in rows]
        loads, seen, self._seen = self.plan.week_loads(rows), self._seen, dict(there)
        same = rows == self._rows and not self.pending and all(map(is_, beside, self._beside))
        changed = {event for event, found in there.items() if seen.get(event) is not found} if same else set()
        if not same or len(changed) * MANY > len(there):
            self._rows, self._beside = rows, beside
            self._gather_all(loads)
            return None
        touched = {
            row for row, week in enumerate(rows) if loads[week] != self.loads[week] or due[row] != self._due[row]
        }
        self.loads = loads
        passes = self._filter()
        for event in changed | (seen.keys() - there.keys()):
            touched |= self._replace(event, [item_of(found) for found in there.get(event, ()) if passes(found)])
        return touched if looks == self._looks else None

    def lay(self, grid: Grid, rows: Collection[int] | None = None) -> None:
        """Give every event its place on a grid, or only those in some rows when the grid is the same."""
        if self.plan is None:
            self.faces = []
            return
        looks = ChipLooks(self.plan, self.colour_by, self.today, self.hits)
        if rows is None or grid != self._grid or len(self.faces) != len(self._weeks):
            self.faces = [self._face(grid, row, looks, {}) for row in range(len(grid.rows))]
        else:
            for row in rows:
                known = {id(chip.item): chip for chip in self.faces[row].chips}
                self.faces[row] = self._face(grid, row, looks, known)
        self._grid = grid

    def _gather_all(self, loads: dict[date, Load]) -> None:
        passes = self._filter()
        by_row: list[list[Item]] = [[] for _ in self._rows]
        self._by_key, self._of_event, ghosts = {}, {}, list[Item]()
        for event, found in self._seen.items():
            items = self._of_event[event] = list(self._items(one for one in found if passes(one)))
            for item in items:
                if item.ghost:
                    ghosts.append(item)
                else:
                    self._by_key[item.key] = item
                for row in self._rows_of(item):
                    by_row[row].append(item)
        self._weeks = [WeekItems(start, items) for start, items in zip(self._rows, by_row, strict=True)]
        gone = [item.occurrence for item in ghosts]
        come = [as_placed(self._by_key[item.key]) for item in ghosts]
        self.loads = loads | loads_after(loads, come, gone, self.markers())

    def _replace(self, event: str, items: list[Item]) -> set[int]:
        """Show an event at other places; return the rows where it was and where it is."""
        touched = set[int]()
        for item in self._of_event.get(event, ()):
            del self._by_key[item.key]
            for row in self._rows_of(item):
                self._weeks[row].remove(item)
                touched.add(row)
        self._of_event[event] = items
        for item in items:
            self._by_key[item.key] = item
            for row in self._rows_of(item):
                self._weeks[row].add(item)
                touched.add(row)
        return touched

    def _rows_of(self, item: Item) -> range:
        first, last = ((day - self._rows[0]).days // DAYS for day in (item.first, item.last))
        return range(max(0, first), min(len(self._rows) - 1, last) + 1)

    def _all_looks(self) -> tuple[object, ...]:
        """Return what else decides how events and days look."""
        return self.quarter, self.today, self.colour_by, self.hits, self.holidays

    def _face(self, grid: Grid, row: int, looks: ChipLooks, known: Mapping[int, ChipFace]) -> WeekFace:
        start = grid.rows[row]
        week = self.layout.lay(self._weeks[row], grid.tops[row + 1] - grid.tops[row])
        last = start + timedelta(days=DAYS - 1)
        return WeekFace(
            name=tr("canvas.week.name", n=iso_week(start, self.quarter.first_weekday)),
            range=tr("canvas.week.range", first=start.day, last=last.day),
            load=self.loads[start],
            days=tuple(self._day(grid, row, column, week.hidden[column]) for column in range(DAYS)),
            chips=tuple(self._chip(grid, placed, looks, known.get(id(placed.item))) for placed in week.placed),
        )

    def _chip(self, grid: Grid, placed: Placed, looks: ChipLooks, known: ChipFace | None) -> ChipFace:
        if known and (known.y, known.height, known.first) == (placed.top, placed.height, placed.first):
            return known  # the same event at the same place
        x, width = self.layout.span(grid.columns[placed.first], grid.columns[placed.last + 1], placed)
        look = self.layout.look(looks, placed)
        return ChipFace(placed.item, x, placed.top, width, placed.height, placed.first, placed.last, look)

    def _day(self, grid: Grid, row: int, column: int, hidden: int) -> DayFace:
        day = grid.day(row, column)
        face = self.layout.day_face(self.quarter, day, row=row, column=column)
        if face.outside:
            return face
        past, due = day < self.today, self._due[row][column]
        return replace(
            face,
            holiday=self.holidays.get(day, ""),
            today=day == self.today,
            past=past,
            hidden=hidden,
            tasks=due,
            late=past and due > 0,
        )

    def due_on(self, day: date) -> list[Task]:
        """Return the tasks that are due on a day and still to be done."""
        return [task for task in self.plan.due.on(day) if not task.finished] if self.plan else []

    def _due_in(self, week: date) -> tuple[int, ...]:
        return tuple(len(self.due_on(week + timedelta(days=step))) for step in range(DAYS))

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


def _named(plan: Plan) -> tuple[object, ...]:
    """Return what events refer to; after a change it is another thing."""
    named = (plan.kinds, plan.stages, plan.personas, plan.channels, plan.people, plan.programs, plan.kpis)
    return (plan.playbook, *named)
