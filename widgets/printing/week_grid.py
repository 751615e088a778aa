"""Weeks as rows of seven days with chips: the quarter and each month are set with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from app.calendar.quarter import iso_week
from widgets.common.paper.sheet import Box, Icon, Mark, Rule, Text, left, right
from widgets.common.paper.style import Look, width
from widgets.common.words import day as day_text
from widgets.common.words import tenths, tr
from widgets.printing.chip import ChipLook, chip, chip_lines
from widgets.printing.lanes import Placed, demand, lanes_of_weeks, share
from widgets.printing.manuscript import Manuscript
from widgets.printing.measure_words import capacity_text

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence

WEEKEND: Final = 0.6  # of the width of a working day
HATCH: Final = 6.0  # distance of the lines on days that do not count


@dataclass(frozen=True, slots=True)
class GridLook:
    """Sizes of a grid in points."""

    gutter: float
    head: float
    date_line: float
    gap: float  # between lanes
    chips: ChipLook
    date: Look
    weekday: Look
    week: Look
    week_hours: Look
    tallest: float  # no row grows beyond

    @property
    def lane(self) -> float:
        """Height of one lane with its gap."""
        return self.chips.height + self.gap


QUARTER: Final = GridLook(
    gutter=44,
    head=16,
    date_line=11,
    gap=1.5,
    chips=ChipLook(10, 6.5, Look(6.8), Look(6, 400, "text_2")),
    date=Look(7, 400, "text_2"),
    weekday=Look(8, 600, "text_2"),
    week=Look(8, 600),
    week_hours=Look(7, 400, "text_muted"),
    tallest=52,
)
MONTH: Final = GridLook(
    gutter=44,
    head=18,
    date_line=15,
    gap=2,
    chips=ChipLook(13, 8.5, Look(8.5), Look(7.5, 400, "text_2")),
    date=Look(9, 500, "text_2"),
    weekday=Look(9, 600, "text_2"),
    week=Look(9, 600),
    week_hours=Look(8, 400, "text_muted"),
    tallest=150,
)
MONTHS: Final = (  # the wordiest that leaves nothing out is taken
    *(replace(MONTH, gap=1.5, chips=MONTH.chips._replace(height=11, lines=lines)) for lines in (4, 3, 2)),
    MONTH,
)


class WeekGrid:
    """The weeks of a stretch of days within a rectangle.

    `crowded` are the days that hold more than their row can show.
    """

    def __init__(
        self, manuscript: Manuscript, look: GridLook, x: float, y: float, room: float, height: float,
        rows: Sequence[date], first: date, last: date,
    ) -> None:  # fmt: skip
        self._manuscript, self._look = manuscript, look
        self._x, self._y, self._room = x, y, room
        self._rows, self._first, self._last = rows, first, last
        self._edges = self._columns()
        self._weeks = lanes_of_weeks(manuscript.occurrences, rows, first, last, self._needs)
        self._lanes, self._tops = self._heights(height)
        self._hidden = self._count_hidden()
        self.crowded = [day for row in rows for day in self._days(row) if self._hidden[row][(day - row).days]]

    @property
    def bottom(self) -> float:
        """Where the grid ends."""
        return self._tops[-1]

    def marks(self) -> Iterator[Mark]:
        """Yield what lies below, then the words row by row, day by day, in the order one reads them."""
        yield from self._ground()
        yield from self._head()
        for number, row in enumerate(self._rows):
            yield from self._week(number, row)

    def _columns(self) -> list[float]:
        weekend = [(self._rows[0] + timedelta(days=n)).weekday() >= 5 for n in range(7)]
        unit = (self._room - self._look.gutter) / sum(WEEKEND if off else 1 for off in weekend)
        edges = [self._x + self._look.gutter]
        for off in weekend:
            edges.append(edges[-1] + unit * (WEEKEND if off else 1))
        return edges

    def _needs(self, one: Occurrence, first: int, last: int) -> int:
        if self._look.chips.lines == 1 or one.length > 1:
            return 1
        return chip_lines(one, self._edges[last + 1] - self._edges[first] - 4, self._look.chips)

    def _heights(self, height: float) -> tuple[list[int], list[float]]:
        look, count = self._look, len(self._rows)
        needs = [demand(self._weeks[row]) for row in self._rows]
        room = height - look.head
        even = int((room / count - look.date_line) // look.lane)
        lanes = [even] * count
        if max(needs) > even:
            least = max(1, min(2, even))
            lanes = share(needs, least, int((room - count * (look.date_line + least * look.lane)) // look.lane))
        wanted = [look.date_line + given * look.lane for given in lanes]
        extra = max(0.0, (room - sum(wanted)) / count)
        tops = [self._y + look.head]
        for row_height in wanted:
            tops.append(tops[-1] + min(row_height + extra, max(look.tallest, row_height)))
        return lanes, tops

    def _days(self, row: date) -> list[date]:
        days = [row + timedelta(days=number) for number in range(7)]
        return [day for day in days if self._first <= day <= self._last]

    def _count_hidden(self) -> dict[date, list[int]]:
        hidden = {row: [0] * 7 for row in self._rows}
        for row, lanes in zip(self._rows, self._lanes, strict=True):
            for one in self._weeks[row]:
                for column in range(one.first, one.last + 1) if one.lane + one.lanes > lanes else ():
                    hidden[row][column] += 1
        return hidden

    def _ground(self) -> Iterator[Mark]:
        top, bottom = self._y, self.bottom
        right_edge = self._x + self._room
        for number in range(7):
            if (self._rows[0] + timedelta(days=number)).weekday() >= 5:
                start, end = self._edges[number], self._edges[number + 1]
                yield Box(start, top, end - start, bottom - top, fill="bg")
        for number, row in enumerate(self._rows):
            for column in range(7):
                if not self._first <= row + timedelta(days=column) <= self._last:
                    yield from self._hatch(number, column)
        yield Rule(self._x, top, right_edge, top, "text", 1.5)
        for edge in self._edges[:-1]:
            yield Rule(edge, top + self._look.head, edge, bottom, "grid")
        for edge in self._tops[1:]:
            yield Rule(self._x, edge, right_edge, edge)
        for number, row in enumerate(self._rows):
            yield from self._month_line(number, row)

    def _hatch(self, number: int, column: int) -> Iterator[Mark]:
        x1, x2 = self._edges[column], self._edges[column + 1]
        y1, y2 = self._tops[number], self._tops[number + 1]
        down = x1 + HATCH - (x1 + y2) % HATCH - (y2 - y1)  # each line rises to the right by as much as it goes
        while down < x2:
            start, end = max(x1, down), min(x2, down + (y2 - y1))
            if start < end:
                yield Rule(start, y2 - (start - down), end, y2 - (end - down), "border", 0.4)
            down += HATCH

    def _month_line(self, number: int, row: date) -> Iterator[Mark]:
        firsts = [d for d in self._days(row) if d.day == 1 and d > self._first]
        for first in firsts:
            column = (first - row).days
            x, top, bottom = self._edges[column], self._tops[number], self._tops[number + 1]
            yield Rule(x, top, self._x + self._room, top, "border_strong", 1.2)
            if column:
                yield Rule(x, top, x, bottom, "border_strong", 1.2)
                yield Rule(self._edges[0], bottom, x, bottom, "border_strong", 1.2)

    def _head(self) -> Iterator[Mark]:
        look = self._look
        for number in range(7):
            words = day_text(self._rows[0] + timedelta(days=number), "ddd")
            x = self._edges[number]
            yield left(x + 3, self._y + look.head - 5, words, look.weekday, self._edges[number + 1] - x - 4)

    def _week(self, number: int, row: date) -> Iterator[Mark]:
        look, top = self._look, self._tops[number]
        base = top + 2 + look.week.size
        yield Text(self._x, base, tr("printing.week", week=iso_week(row, row.weekday())), look.week)
        if row in self._manuscript.weeks:
            yield from self._hours(row, base + look.week_hours.size + 3)
        for day in (row + timedelta(days=column) for column in range(7)):
            yield from self._day(number, row, day)

    def _hours(self, row: date, base: float) -> Iterator[Mark]:
        week, look = self._manuscript.weeks[row], self._look.week_hours
        planned = tr("printing.hours", hours=tenths(week.hours))
        if week.level != "over":
            yield Text(self._x, base, planned, look)
            return
        size, over = look.size - 1, Look(look.size, 600, "danger_text")
        both = tr("printing.hours_of", hours=tenths(week.hours), capacity=capacity_text(week.capacity))
        yield Icon(self._x, base - size + 0.5, size, "triangle-alert", "danger")
        room = self._look.gutter - size - 3
        yield Text(self._x + size + 1.5, base, both if width(both, over) <= room else planned, over)

    def _day(self, number: int, row: date, day: date) -> Iterator[Mark]:
        look, column, top = self._look, (day - row).days, self._tops[number]
        x, end = self._edges[column], self._edges[column + 1]
        base = top + 2 + look.date.size
        inside = self._first <= day <= self._last
        first = day.day == 1 or day == self._first
        face = Look(look.date.size, 600) if first and inside else look.date
        if not inside:
            face = Look(look.date.size, 400, "text_muted")
        number_text = day_text(day, "d MMM") if first else str(day.day)
        yield Text(x + 3, base, number_text, face)
        used = x + 3 + width(number_text, face) + 3
        hidden = self._hidden[row][column]
        if hidden:
            more = tr("printing.more", count=hidden)
            yield right(end - 3, base, more, Look(look.date.size, 600, "text_2"), end - used)
            end -= width(more, Look(look.date.size, 600)) + 3
        holiday = self._manuscript.holidays.get(day, "") if inside else ""
        if holiday:
            yield left(used, base, holiday, Look(look.date.size, 400, "danger_text"), end - 2 - used)
        for placed in self._weeks[row]:
            if placed.first == column and placed.lane + placed.lanes <= self._lanes[number]:
                yield from self._chip(placed, top)

    def _chip(self, placed: Placed, top: float) -> Iterator[Mark]:
        look = self._look
        x = self._edges[placed.first] + (2 if placed.begins else 0.25)
        end = self._edges[placed.last + 1] - (2 if placed.ends else 0.25)
        y = top + look.date_line + placed.lane * look.lane
        height = placed.lanes * look.lane - look.gap
        yield from chip(
            placed, QRectF(x, y, end - x, height), look.chips, self._manuscript.kind(placed.occurrence.event)
        )
