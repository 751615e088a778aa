"""A length of time, or a time of the day, that a person types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.guide.cover_reading import read_clock, read_lasting
from app.guide.cover_words import clock, lasting
from widgets.common.text_field import TextField
from widgets.common.words import words


class LastingField(TextField):
    """Takes 30 min, 2 h, 1 d, 2:30; what is no time brings back the old one.

    An empty one gives 0; where 0 is a length as well (`optional`), it gives -1.

    Signals:
        entered: the minutes that were typed.
    """

    entered = Signal(int)

    def __init__(self, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = -1 if optional else 0
        self._minutes = self._none
        self.committed.connect(self._on_committed)

    def show_minutes(self, minutes: int) -> None:
        """Show a length, or leave the field empty."""
        self._minutes = minutes
        self.show_value("" if minutes == self._none else words(lasting(minutes)))

    def _on_committed(self, text: str) -> None:
        minutes = read_lasting(text) if text.strip() else self._none
        if minutes is None or minutes == self._minutes:
            self.show_minutes(self._minutes)
        else:
            self._minutes = minutes
            self.entered.emit(minutes)


class ClockField(TextField):
    """Takes 9, 9:30, 09.30; only an end can be 24:00. What is no time brings back the old one.

    Signals:
        entered: the minute of the day that was typed, -1 for none where that is allowed.
    """

    entered = Signal(int)

    def __init__(self, *, is_end: bool = False, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_end, self._optional, self._minute = is_end, optional, -1
        self.committed.connect(self._on_committed)

    def show_minute(self, minute: int) -> None:
        """Show a minute of the day; -1 leaves the field empty."""
        self._minute = minute
        self.show_value(clock(minute) if minute >= 0 else "")

    def _on_committed(self, text: str) -> None:
        minute = -1 if self._optional and not text.strip() else read_clock(text, is_end=self._is_end)
        if minute is None or minute == self._minute:
            self.show_minute(self._minute)
        else:
            self._minute = minute
            self.entered.emit(minute)
