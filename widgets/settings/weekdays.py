"""Seven small boxes: some of the weekdays."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from widgets.common.words import locale


class WeekdayBoxes(QWidget):
    """Any number of weekdays, 0 Monday … 6 Sunday.

    Signals:
        chosen: the person chose other days (a tuple).
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._boxes = [QPushButton() for _ in range(7)]
        for box in self._boxes:
            box.setCheckable(True)
            box.setProperty("look", "filter")
            box.clicked.connect(lambda: self.chosen.emit(self.days()))
            row.addWidget(box)

    def days(self) -> tuple[int, ...]:
        """Return the days that are chosen."""
        return tuple(day for day, box in enumerate(self._boxes) if box.isChecked())

    def show_days(self, days: Iterable[int]) -> None:
        """Show days without a signal."""
        chosen = set(days)
        for day, box in enumerate(self._boxes):
            box.setChecked(day in chosen)

    def retranslate(self, what: str) -> None:
        """Set every text anew; `what` is said before the day to those who hear it."""
        for day, box in enumerate(self._boxes):
            box.setText(locale().dayName(day + 1, QLocale.FormatType.ShortFormat))
            box.setAccessibleName(f"{what}: {locale().dayName(day + 1)}")
