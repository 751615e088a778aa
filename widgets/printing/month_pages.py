"""The months, one page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from widgets.common.paper.frame import Frame
from widgets.common.paper.sheet import Chapter, Mark, Sheet
from widgets.common.words import locale, tr
from widgets.printing.crowded_pages import crowded_pages
from widgets.printing.legend import Legend
from widgets.printing.manuscript import Manuscript
from widgets.printing.measure_words import subtitle
from widgets.printing.week_grid import MONTHS, WeekGrid


def month_pages(manuscript: Manuscript, frame: Frame, *, agenda_follows: bool) -> Iterator[Sheet]:
    """Yield a page for every month of the stretch; days too full for it are listed behind it, or in the agenda."""
    chapters: tuple[Chapter, ...] = (Chapter(tr("printing.months")),)
    for part in months(manuscript):
        title = f"{locale().standaloneMonthName(part.first.month).capitalize()} {part.first.year}"
        marks, crowded = _page(part, frame, title)
        chapters = (*chapters, Chapter(title, 1))
        yield Sheet(frame.paper.width, frame.paper.height, tuple(marks), chapters)
        chapters = ()
        if crowded and not agenda_follows:
            yield from crowded_pages(part, frame, crowded)


def months(manuscript: Manuscript) -> Iterator[Manuscript]:
    """Yield the part of each month that lies within the stretch."""
    first = manuscript.first
    while first <= manuscript.last:
        next_month = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        last = min(manuscript.last, next_month - timedelta(days=1))
        rows = tuple(row for row in manuscript.rows if row <= last and row + timedelta(days=6) >= first)
        inside = tuple(one for one in manuscript.occurrences if one.day <= last and one.last_day >= first)
        weeks = {row: week for row, week in manuscript.weeks.items() if row in rows}
        yield replace(manuscript, first=first, last=last, rows=rows, occurrences=inside, weeks=weeks)
        first = next_month


def _page(part: Manuscript, frame: Frame, title: str) -> tuple[list[Mark], list[date]]:
    marks, top = frame.heading(title, subtitle(part))
    legend = Legend(part, frame.room)
    height = frame.bottom - top - legend.height - 10
    for look in MONTHS:
        grid = WeekGrid(part, look, frame.x, top, frame.room, height, part.rows, part.first, part.last)
        if not grid.crowded:
            break
    marks += grid.marks()
    marks += legend.marks(frame.x, grid.bottom + 8)
    return marks, grid.crowded
