"""Which days: the quarter, one of its months, all there are, or from one day to another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.quarter import Quarter
from widgets.common.choice import Choice, Option
from widgets.common.paper.frame import span
from widgets.common.words import Retranslated, locale, tr

QUARTER: Final = "quarter"
ALL: Final = "all"
OWN: Final = "own"


class DayRange(Retranslated):
    """A list of stretches, and two days when none of them is right.

    Signals:
        changed: other days are chosen.
    """

    changed = Signal()

    def __init__(self, quarter: Quarter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quarter = quarter
        self._with_all = False
        self._stretches: dict[str, tuple[date, date]] = {}
        self.stretch = Choice()
        self.stretch.show_value(QUARTER)
        self.first, self.last = QDateEdit(), QDateEdit()
        self._days = QWidget()
        self._arrange()
        self.setFocusProxy(self.stretch)
        self.stretch.chosen.connect(self._on_chosen)
        self.first.dateChanged.connect(self._on_first_changed)
        self.last.dateChanged.connect(self._on_last_changed)
        self.offer(quarter, with_all=False)
        self.retranslate()

    def offer(self, quarter: Quarter, *, with_all: bool) -> None:
        """Offer the stretches of a quarter, and every day there is where that makes sense."""
        if quarter != self._quarter or not self._stretches:
            self._quarter = quarter
            self._show_days(quarter.first, quarter.last)
        self._with_all = with_all
        self._stretches = {QUARTER: (quarter.first, quarter.last)}
        first = quarter.first
        while first <= quarter.last:
            last = min(quarter.last, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))
            self._stretches[f"month{first.month}"] = (first, last)
            first = last + timedelta(days=1)
        self._show_options()

    def days(self) -> tuple[date, date]:
        """Return the first and the last day; those of the quarter when all days are chosen."""
        chosen = self.stretch.value() or QUARTER
        if chosen == OWN:
            return _day(self.first), _day(self.last)
        return self._stretches.get(chosen, (self._quarter.first, self._quarter.last))

    @property
    def all_days(self) -> bool:
        """Whether every day there is is chosen."""
        return self.stretch.value() == ALL

    def _arrange(self) -> None:
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for edit in (self.first, self.last):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("d MMM yyyy")
            edit.setMinimumWidth(100)
            row.addWidget(edit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.stretch)
        column.addWidget(self._days)
        self._days.hide()

    def _show_options(self) -> None:
        options = [Option(key, span(*days, "d MMM")) for key, days in self._stretches.items()]
        if self._with_all:
            options.append(Option(ALL, tr("printing.days.all")))
        options.append(Option(OWN, tr("printing.days.own")))
        chosen = self.stretch.value()
        if chosen not in {option.id for option in options}:
            self.stretch.show_value(QUARTER)
        self.stretch.show_options(options)
        self._days.setVisible(self.stretch.value() == OWN)

    def _show_days(self, first: date, last: date) -> None:
        for edit, day in ((self.first, first), (self.last, last)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def _on_chosen(self, key: str) -> None:
        if key in self._stretches:
            self._show_days(*self._stretches[key])
        self._days.setVisible(key == OWN)
        self.changed.emit()

    def _on_first_changed(self, day: QDate) -> None:
        if self.last.date() < day:
            self._show_days(_day(self.first), _day(self.first))
        self.changed.emit()

    def _on_last_changed(self, day: QDate) -> None:
        if self.first.date() > day:
            self._show_days(_day(self.last), _day(self.last))
        self.changed.emit()

    @override
    def retranslate(self) -> None:
        self.first.setAccessibleName(tr("printing.days.first"))
        self.last.setAccessibleName(tr("printing.days.last"))
        self.stretch.setAccessibleName(tr("printing.days"))
        for edit in (self.first, self.last):
            edit.setLocale(locale())
        self._show_options()


def _day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
