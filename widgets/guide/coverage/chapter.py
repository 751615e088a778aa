"""Coverage: the hours of a week painted by role, where promises have gaps, promises and absences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout
from typing_extensions import override

from app.calendar.holidays import holidays
from app.calendar.quarter import week_of
from app.guide.cover_painting import back_to_usual, give_own_hours, paint
from app.guide.cover_view import Cover, dated_cover, usual_cover
from app.guide.cover_week import Rota
from app.guide.cover_words import gap_lines
from app.guide.coverage import Absence, Duty, Promise
from app.guide.role import GuideRole
from app.guide.snapshot import Row
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from widgets.common.words import locale, tr
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView
from widgets.guide.coverage.brushes import Brushes
from widgets.guide.coverage.cells import Shown
from widgets.guide.coverage.gap_list import GapList
from widgets.guide.coverage.lists import AbsenceList, PromiseList
from widgets.guide.coverage.week_bar import WeekBar
from widgets.guide.coverage.week_frame import WeekFrame

AROUND: Final = timedelta(days=21)  # holidays before and after a week that its gaps may ask for
NOTE: Final = 260  # px of what is said beside the title, before the key of the colours gets any
NARROW: Final = 720  # px in which two lists are too narrow side by side


class CoverageChapter(ChapterView):
    """The chapter with the key "coverage"."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.week: date | None = None
        self.plus.hide()
        self.note.setProperty("look", "warning")
        self.bar, self.brushes, self.frame, self.gaps = WeekBar(), Brushes(), WeekFrame(), GapList()
        self.promises, self.absences = PromiseList(bench), AbsenceList(bench)
        self.head.insertWidget(2, self.brushes.key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(14)
        for widget in (self.promises, self.absences):
            column = QVBoxLayout()
            column.addWidget(widget)
            column.addStretch()
            below.addLayout(column, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.brushes)
        self.body.addWidget(self.frame)
        self.body.addWidget(self.gaps)
        self.body.addLayout(below)
        self.bar.chosen.connect(self.show_week)
        self.bar.own_wanted.connect(self._on_own)
        self.brushes.chosen.connect(self._take_brush)
        self.frame.grid.painted.connect(self._on_painted)

    @property
    def _book(self) -> Playbook:
        return self.bench.guide.get(Playbook, PLAYBOOK_ID) or Playbook(PLAYBOOK_ID, "")

    def show_week(self, week: date | None) -> None:
        """Show another week, None for a usual one."""
        self.week = week
        self.show_rows()

    @override
    def show_rows(self) -> None:
        guide, book, today = self.bench.guide, self._book, self.bench.today()
        this_week = week_of(today, book.first_weekday)
        if self.week is not None:
            self.week = week_of(self.week, book.first_weekday)
        first = self.week or this_week
        rota = self._rota(first)
        cover = self._cover(rota)
        people = {it.id: it.name for it in guide.of(Person).values()}
        self.frame.show_week(
            Shown(
                cover, rota.roles, people, first, rota.holidays, rota.absences, dated=self.week is not None, today=today
            )
        )
        self.note.setText(_uncovered(cover))
        self.note.setMinimumWidth(min(NOTE, self.note.sizeHint().width()))
        self.bar.show_week(self.week, this_week, own=self.week is not None and rota.own_week(first) == first)
        self.brushes.show_roles(rota.roles, people)
        self.gaps.show_lines(gap_lines(cover.gaps, book.first_weekday), promised=bool(guide.of(Promise)))
        self.promises.show_guide()
        self.absences.show_guide()
        self._take_brush()

    def _rota(self, first: date) -> Rota:
        guide, countries = self.bench.guide, self._book.holidays
        off: Mapping[date, str] = {}
        if countries and self.week is not None:
            off = holidays(countries, first - AROUND, first + 2 * AROUND, guide.language)
        duties, absences = guide.of(Duty).values(), guide.of(Absence).values()
        return Rota(tuple(duties), guide.of(GuideRole), tuple(absences), off)

    def _cover(self, rota: Rota) -> Cover:
        promises = list(self.bench.guide.of(Promise).values())
        if self.week is None:
            return usual_cover(rota, promises, self._book.first_weekday)
        return dated_cover(rota, promises, self.week, self._book.zone)

    def _take_brush(self) -> None:
        grid, role = self.frame.grid, self.bench.guide.get(GuideRole, self.brushes.role)
        grid.role, grid.person, grid.family = self.brushes.role, self.brushes.person, role.colour if role else "ops"
        grid.setEnabled(role is not None)
        name = tr("coverage.grid", name=role.name) if role else tr("coverage.no_roles")
        grid.setAccessibleName(name)
        grid.setToolTip("" if role else name)

    def _on_painted(self, rows: list[int], start: int, end: int, erase: bool) -> None:
        role, person, week = self.brushes.role, self.brushes.person, self.week
        days = [self.frame.cells.shown.weekday(row) for row in rows]
        self.bench.run(lambda store: paint(store, role, days, (start, end), person=person, week=week, erase=erase))

    def _on_own(self, own: bool) -> None:
        week = self.week
        if week is not None:
            self.bench.run(lambda store: give_own_hours(store, week) if own else back_to_usual(store, week))

    @override
    def show_chosen(self, row: Row | None) -> None:
        for part in (self.promises, self.absences):
            part.show_chosen(row.id if row and row.kind is part.kind else "")

    @override
    def place_of(self, row: Row) -> QRect | None:
        for part in (self.promises, self.absences):
            if row.kind is part.kind and part.has(row.id):
                return QRect(part.mapTo(self, QPoint()), part.size())
        return super().place_of(row)

    @override
    def take_keyboard(self, row: Row) -> bool:
        part: Any = {Promise: self.promises, Absence: self.absences}.get(row.kind)
        if part is None:
            return False
        part.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._below.setDirection(ways.TopToBottom if self.width() < NARROW else ways.LeftToRight)


def _uncovered(cover: Cover) -> str:
    if not cover.uncovered:
        return ""
    hours = locale().toString(round(cover.uncovered / 60, 1), "g", 5)
    return tr("coverage.uncovered", hours=hours)
