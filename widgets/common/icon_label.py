"""A picture that is no control."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.theme import theme


class IconLabel(QWidget):
    """An icon that is no control; it follows the theme."""

    def __init__(self, name: str, role: str = "text_2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setFixedSize(size, size)
        theme().changed.connect(self.update)

    def set_icon(self, name: str, role: str | None = None) -> None:
        """Show another icon."""
        self._name, self._role = name, role or self._role
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role = self._role if self.isEnabled() else "text_disabled"
        painter.drawPixmap(0, 0, pixmap(self._name, theme().color(role), self._size, self.devicePixelRatioF()))
