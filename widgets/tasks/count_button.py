"""A filter that can be on or off, with a number that alarms."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.drop_button import DropButton
from widgets.common.painting import RIGHT, paint_text
from widgets.common.theme import theme

PAD = 9
DIGIT = "\u2007"  # as wide as a digit: the room of the look is for one


class CountButton(DropButton):
    """Its words, and behind them how many there are, in red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("filter", "", parent)
        self._count = 0
        self.setProperty("sign", True)  # leaves room at the right end
        self.setCheckable(True)

    def show_count(self, text: str, count: int) -> None:
        """Show other words and another number, none for 0."""
        self._count = count
        self.setText(text + DIGIT * (len(str(count)) - 1))
        self.setAccessibleName(f"{text} {count}" if count else text)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            place = QRect(0, 0, self.width() - PAD, self.height())
            paint_text(painter, place, str(self._count), theme().font("small", 600), "danger_text", RIGHT)
