"""A day that can be typed or taken from a sheet."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget
from typing_extensions import override

from widgets.common.mixed import mark_mixed
from widgets.common.words import locale, tr

NONE: Final = QDate(1900, 1, 1)  # stands for "no day"


class DayField(QDateEdit):
    """Gives the day on Enter, on leaving, or when one is pressed in the sheet; Delete gives none where that is allowed.

    Signals:
        entered: the day, or None.
    """

    entered = Signal(object)

    def __init__(self, pattern: str = "ddd d MMM yyyy", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel: it is meant for the page below
        self._pattern = pattern
        self._value: date | None = None
        self._none = ""
        self.setCalendarPopup(True)
        self.setMinimumDate(NONE)
        self.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
        self._write()
        sheet = self.calendarWidget()
        sheet.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        sheet.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.editingFinished.connect(self._on_finished)
        sheet.clicked.connect(lambda _: self._on_finished())

    def show_day(self, day: date | None, *, none: str = "", mixed: bool = False) -> None:
        """Show a day; None shows the words for it and lets Delete choose it, or says that the days are different."""
        self._value, self._none = day, none
        mark_mixed(self, mixed)
        self.setSpecialValueText(tr("common.mixed") if mixed else none or " ")
        self.setDate(QDate(day.year, day.month, day.day) if day else NONE)

    def day(self) -> date | None:
        """Return the day in the field, None for none."""
        shown = self.date()
        return None if shown == NONE else date(shown.year(), shown.month(), shown.day())

    def _write(self) -> None:
        self.setLocale(locale())
        self.setDisplayFormat(self._pattern)
        self.calendarWidget().setLocale(locale())

    def _on_finished(self) -> None:
        if self.day() != self._value and (self.day() is not None or self._none):
            self._value = self.day()
            self.entered.emit(self._value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._none:
            self.setDate(NONE)
            self._on_finished()
            return
        if self.date() == NONE and event.text().strip():
            self.setDate(QDate.currentDate())
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the panel must never change what is planned

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)
