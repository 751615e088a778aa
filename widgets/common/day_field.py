"""A day that can be typed or taken from a sheet."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget
from typing_extensions import override

from widgets.common.day_typing import DayTyping
from widgets.common.mixed import mark_mixed
from widgets.common.words import locale, tr

MODIFIERS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
NONE: Final = QDate(1900, 1, 1)  # stands for "no day"


def own_day(day: QDate) -> date:
    """Return a day of Qt as one of ours."""
    return date(day.year(), day.month(), day.day())


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
        self._typing = DayTyping()
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
        if self.property("mixed") != mixed:
            self.setProperty("mixed", mixed)
            self.style().polish(self)  # its colour says so too
        mark_mixed(self, mixed)
        self.setSpecialValueText(tr("common.mixed") if mixed else none or " ")
        self.setDate(QDate(day.year, day.month, day.day) if day else NONE)

    def day(self) -> date | None:
        """Return the day in the field, None for none."""
        return None if self.date() == NONE else own_day(self.date())

    def _write(self) -> None:
        self.setLocale(locale())
        self.setDisplayFormat(self._pattern)
        self.calendarWidget().setLocale(locale())

    def _is_typed_over(self, event: QKeyEvent) -> bool:
        """Whether a key writes in place of all: Qt drops figures typed over the whole or over a weekday."""
        text = event.text()
        if not text or not text.isprintable():
            return False
        line = self.lineEdit()
        whole = self.date() == NONE or line.selectedText() == line.text()
        return whole or self._typing.goes_on or (text.isdecimal() and line.selectionStart() == 0)

    def _type(self, text: str) -> None:
        today = own_day(QDate.currentDate())
        day = self._typing.take(text, self.day() or today, today)
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        self.selectAll()

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
        if self._is_typed_over(event):
            self._type(event.text())
            return
        if event.key() not in MODIFIERS:
            self._typing.stop()
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typing.stop()
        super().focusOutEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typing.stop()
        super().mousePressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the panel must never change what is planned

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)
