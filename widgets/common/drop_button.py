"""A button with a small sign behind its words: an arrow when it opens something, a cross when it takes away."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.theme import theme

SIGN = 12


class DropButton(QPushButton):
    """A push button whose look leaves room at its right end."""

    def __init__(self, look: str = "drop", sign: str = "chevron-down", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._role = sign, "text_muted"
        self.setProperty("look", look)
        self.setProperty("sign", True)
        self.setAutoDefault(False)

    def set_sign(self, name: str, role: str = "text_muted") -> None:
        """Show another sign."""
        self._sign, self._role = name, role
        self.update()

    def sign_left(self) -> int:
        """Return where the sign begins."""
        return self.width() - SIGN - 9

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        role = self._role if self.isEnabled() else "text_disabled"
        picture = pixmap(self._sign, theme().color(role), SIGN, self.devicePixelRatioF())
        painter.drawPixmap(self.sign_left(), (self.height() - SIGN) // 2, picture)
