"""The agenda: every event of the stretch with all that is known of it, by weeks and days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.calendar.quarter import iso_week
from widgets.common.paper.flow import Strip, flow
from widgets.common.paper.frame import Frame, span
from widgets.common.paper.sheet import Box, Chapter, Icon, Mark, Sheet, Text, left, middle, right
from widgets.common.paper.style import BODY, MUTED, STRONG, Look, width
from widgets.common.words import tr
from widgets.printing.agenda_entry import DAY, Entry, Told
from widgets.printing.legend import Legend
from widgets.printing.manuscript import WEEK, Manuscript
from widgets.printing.measure_words import load_text, subtitle
from widgets.printing.options import PaperOptions

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence

WEEK_HEAD = 20.0


def agenda_pages(manuscript: Manuscript, frame: Frame, options: PaperOptions) -> Iterator[Sheet]:
    """Yield the pages of the agenda; an event stands at the day it begins on, or at the first of the stretch."""
    title = tr("printing.agenda")
    return flow(
        frame,
        title,
        _strips(manuscript, frame, options),
        first=frame.heading(title, subtitle(manuscript)),
        chapters=(Chapter(title),),
    )


def _strips(manuscript: Manuscript, frame: Frame, options: PaperOptions) -> Iterator[Strip]:
    if not manuscript.occurrences:
        yield Strip(30, lambda x, y: (left(x, y + 20, tr("printing.empty"), BODY, frame.room),))
        return
    legend = Legend(manuscript, frame.room)
    yield Strip(legend.height + 8, legend.marks)
    by_week = _by_week(manuscript)
    told: Told = {}
    for row, days in by_week.items():
        head = _week_head(row, manuscript, frame.room)
        again = _week_head(row, manuscript, frame.room, again=True)
        yield head
        for day, ones in days.items():
            for number, one in enumerate(ones):
                entry = Entry(one, day if number == 0 else None, manuscript, frame.room, options, again, told)
                yield from entry.strips()


def _by_week(manuscript: Manuscript) -> dict[date, dict[date, list[Occurrence]]]:
    weeks: dict[date, dict[date, list[Occurrence]]] = {row: {} for row in manuscript.rows}
    start = manuscript.rows[0]
    days: dict[date, list[Occurrence]] = {}
    for one in manuscript.occurrences:
        days.setdefault(max(one.day, manuscript.first), []).append(one)
    for day in sorted(days):
        weeks[start + WEEK * ((day - start).days // 7)][day] = days[day]
    return {row: found for row, found in weeks.items() if found}


def _week_head(row: date, manuscript: Manuscript, room: float, *, again: bool = False) -> Strip:
    week = manuscript.weeks.get(row)
    name = tr("printing.week", week=iso_week(row, row.weekday()))
    dates = span(row, row + timedelta(days=6), "d MMMM")
    when = tr("printing.week_on", days=dates) if again else dates

    def marks(x: float, y: float) -> Iterator[Mark]:
        yield Box(x, y, room, WEEK_HEAD - 4, fill="sunken", radius=3)
        base = middle(y, WEEK_HEAD - 4, STRONG)
        yield Text(x + 6, base, name, STRONG)
        yield Text(x + DAY, base, when, BODY)
        if week:
            words = load_text(week.hours, week.capacity)
            look = Look(8.5, 600, "danger_text") if week.level == "over" else MUTED
            yield right(x + room - 6, base, words, look, 140)
            if week.level == "over":
                yield Icon(x + room - 6 - width(words, look) - 12, y + 3.5, 9, "triangle-alert", "danger")

    chapter = None if again else Chapter(f"{name} · {dates}", 1)
    return Strip(WEEK_HEAD + 2, marks, keep=True, chapter=chapter)
