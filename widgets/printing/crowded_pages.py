"""The days that hold more than their row could show, in full and in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from widgets.common.paper.flow import Strip, column_room, flow
from widgets.common.paper.frame import Frame
from widgets.common.paper.sheet import Box, Icon, Mark, Rule, Sheet, Text, left
from widgets.common.paper.style import MUTED, SMALL, STRONG, shade
from widgets.common.words import clock, tr
from widgets.common.words import day as day_text
from widgets.printing.manuscript import Manuscript

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence

LINE = 12.5
HEAD = 20.0
NARROWEST = 165.0
TITLE = 44.0  # where the titles begin, behind the times


def crowded_pages(manuscript: Manuscript, frame: Frame, days: Sequence[date]) -> Iterator[Sheet]:
    """Yield pages of columns: each day with every event on it, also those that the grid shows."""
    columns = int(frame.room // NARROWEST)
    room = column_room(frame, columns)
    return flow(frame, tr("printing.full_days"), _strips(manuscript, days, room), columns=columns)


def _strips(manuscript: Manuscript, days: Sequence[date], room: float) -> Iterator[Strip]:
    on_day: dict[date, list[Occurrence]] = {day: [] for day in days}
    for one in manuscript.occurrences:
        length = one.length
        for day in (one.day,) if length == 1 else (one.day + timedelta(days=ahead) for ahead in range(length)):
            if day in on_day:
                on_day[day].append(one)
    for day, ones in on_day.items():
        head = _head(day, room)
        yield head
        for one in ones:
            yield _line(one, manuscript, room, head)


def _head(day: date, room: float) -> Strip:
    def marks(x: float, y: float) -> Iterator[Mark]:
        yield Text(x, y + 13, day_text(day, "ddd d MMM"), STRONG)
        yield Rule(x, y + 17, x + room, y + 17)

    return Strip(HEAD, marks, keep=True)


def _line(one: Occurrence, manuscript: Manuscript, room: float, head: Strip) -> Strip:
    def marks(x: float, y: float) -> tuple[Mark, ...]:
        kind = manuscript.kind(one.event)
        solid = shade(kind.family, "solid")
        bar, icon = Box(x, y + 1.5, 2.5, 9.5, solid, radius=1), Icon(x + 5, y + 2, 8, kind.icon, solid)
        title = left(x + TITLE, y + 9.5, one.event.title, SMALL, room - TITLE)
        return (bar, icon, Text(x + 16, y + 9.5, clock(one.at), MUTED), title) if one.at else (bar, icon, title)

    return Strip(LINE, marks, again=head)
