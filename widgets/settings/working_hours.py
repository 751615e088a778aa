"""From which hour to which the lead works: two short lists."""

from __future__ import annotations

from datetime import time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from widgets.common.words import clock, tr

MIDNIGHT: Final = 24
WIDTH: Final = 93  # two of them and the dash are as wide as the other fields


class WorkingHours(QWidget):
    """Two hours of a day.

    Signals:
        chosen: the person chose another one (from, to).
    """

    chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._first, self._last = QComboBox(), QComboBox()
        for hour in range(MIDNIGHT):
            self._first.addItem("", hour)
            self._last.addItem("", hour + 1)
        dash = QLabel("–")
        dash.setTextFormat(Qt.TextFormat.PlainText)
        for part in (self._first, dash, self._last):
            row.addWidget(part)
        for box in (self._first, self._last):
            box.setFixedWidth(WIDTH)
            box.activated.connect(lambda _: self.chosen.emit(self._first.currentData(), self._last.currentData()))

    def show_hours(self, first: int, last: int) -> None:
        """Show hours without a signal."""
        self._first.setCurrentIndex(self._first.findData(first))
        self._last.setCurrentIndex(self._last.findData(last))

    def retranslate(self) -> None:
        """Set every text anew."""
        for box in (self._first, self._last):
            for index in range(box.count()):
                hour = box.itemData(index)
                box.setItemText(index, clock(time(hour)) if hour < MIDNIGHT else tr("settings.hours.midnight"))
        self._first.setAccessibleName(tr("settings.hours.from"))
        self._last.setAccessibleName(tr("settings.hours.to"))
