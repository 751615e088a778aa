"""Which events of a week are drawn, and in which lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from app.calendar.occurrence import Key, Occurrence

if TYPE_CHECKING:
    from widgets.calendar.canvas.week_items import WeekItems

DAYS: Final = 7
GHOST: Final[Callable[[Item], bool]] = attrgetter("ghost")


@dataclass(frozen=True, slots=True)
class Item:
    """An event at the days where it is drawn; a ghost shows where it was before a move that is not settled."""

    occurrence: Occurrence
    first: date
    last: date
    ghost: bool = False

    @property
    def key(self) -> Key:
        """What names the event."""
        return self.occurrence.key

    @property
    def long(self) -> bool:
        """Whether it covers several days."""
        return self.last > self.first


@dataclass(frozen=True, slots=True)
class Placed:
    """The part of an event that lies in one week."""

    item: Item
    day: date  # the first one of this part
    first: int  # column
    last: int
    top: int  # px below the top of the row
    height: int
    opens: bool  # the event begins here
    closes: bool  # the event ends here


@dataclass(frozen=True, slots=True)
class Week:
    """What is drawn of a week, and how much of each day is not."""

    placed: tuple[Placed, ...]
    hidden: tuple[int, ...]  # for each column, how many events have no lane


@dataclass(frozen=True, slots=True)
class Lanes:
    """How many lanes of one-line chips a row has, and where they lie."""

    count: int
    top: int  # px from the top of the row to the first lane
    height: int
    gap: int

    def top_of(self, lane: int) -> int:
        """Return where a lane begins."""
        return self.top + lane * (self.height + self.gap)


def item_of(occurrence: Occurrence) -> Item:
    """Return an event at the days that the plan has it on."""
    return Item(occurrence, occurrence.day, occurrence.last_day)


def moved(item: Item, start_days: int, end_days: int | None = None) -> Item:
    """Return an item whose first and last day lie elsewhere, by default both by the same number of days."""
    ends = start_days if end_days is None else end_days
    return replace(item, first=item.first + timedelta(days=start_days), last=item.last + timedelta(days=ends))


def day_order(item: Item) -> tuple[bool, bool, time, str]:
    """Sort the events of one day: long ones first, then by time, then the rest by title."""
    at = item.occurrence.at
    return (not item.long, at is None, at or time.min, item.occurrence.event.title.casefold())


def lay_week(week: WeekItems, lanes: Lanes) -> Week:
    """Place what touches a week: long bars first, then as many of a day as there are lanes."""
    taken: list[set[int]] = [set() for _ in range(DAYS)]
    hidden = [0] * DAYS
    placed = _lay_bars(week, lanes, taken, hidden)
    for column, singles in enumerate(week.days):
        free = [lane for lane in range(lanes.count) if lane not in taken[column]]
        here = range(column, column + 1)
        for lane, item in zip(free, singles, strict=False):
            placed.append(_placed(item, here, week.start, lanes.top_of(lane), lanes.height))
        hidden[column] += _count(singles[len(free) :])
    return Week(tuple(placed), tuple(hidden))


def lay_tall_week(week: WeekItems, room: int, lanes: Lanes, tall: int) -> Week:
    """Place a week whose rows have room for chips `tall` px high; a day that they do not fit falls to one-line chips.

    `room` is the height of the row; `lanes` tells how bars and one-line chips lie, its count is how many fit.
    """
    taken: list[set[int]] = [set() for _ in range(DAYS)]
    hidden = [0] * DAYS
    placed = _lay_bars(week, lanes, taken, hidden)
    for column, singles in enumerate(week.days):
        top = lanes.top_of(max(taken[column], default=-1) + 1)
        height = tall if top + len(singles) * (tall + lanes.gap) <= room else lanes.height
        fit = max(0, (room - top) // (height + lanes.gap))
        here = range(column, column + 1)
        for position, item in enumerate(singles[:fit]):
            placed.append(_placed(item, here, week.start, top + position * (height + lanes.gap), height))
        hidden[column] += _count(singles[fit:])
    return Week(tuple(placed), tuple(hidden))


def _lay_bars(week: WeekItems, lanes: Lanes, taken: list[set[int]], hidden: list[int]) -> list[Placed]:
    """Give each bar the first lane that is free on all of its days; one that finds none is counted as hidden."""
    placed: list[Placed] = []
    for item in week.bars:
        columns = _columns(item, week.start)
        lane = _take_lane(taken, columns, lanes.count)
        if lane is not None:
            placed.append(_placed(item, columns, week.start, lanes.top_of(lane), lanes.height))
        elif not item.ghost:
            for column in columns:
                hidden[column] += 1
    return placed


def _count(items: Sequence[Item]) -> int:
    """Return how many there are, ghosts left out."""
    return len(items) - sum(map(GHOST, items))


def _columns(item: Item, start: date) -> range:
    return range(max(0, (item.first - start).days), min(DAYS - 1, (item.last - start).days) + 1)


def _take_lane(taken: Sequence[set[int]], columns: range, count: int) -> int | None:
    lane = next((lane for lane in range(count) if not any(lane in taken[column] for column in columns)), None)
    if lane is not None:
        for column in columns:
            taken[column].add(lane)
    return lane


def _placed(item: Item, columns: range, start: date, top: int, height: int) -> Placed:
    end = start + timedelta(days=DAYS - 1)
    day = max(item.first, start)
    return Placed(item, day, columns[0], columns[-1], top, height, item.first >= start, item.last <= end)
