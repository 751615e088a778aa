"""A button with a small sign behind its words: an arrow when it opens something, a cross when it takes away."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.theme import theme

SIGN = 12


class DropButton(QPushButton):
    """A push button whose look leaves room at its right end; without a sign it is a plain one."""

    def __init__(
        self, look: str = "drop", sign: str = "chevron-down", parent: QWidget | None = None, *, on_hover: bool = False
    ) -> None:
        super().__init__(parent)
        self._on_hover = on_hover  # the sign shows only while the mouse or the keyboard is here, over the words
        self._sign, self._role = sign, "text_muted"
        self.setProperty("look", look)
        self.setProperty("sign", bool(sign))
        self.setAutoDefault(False)

    def set_sign(self, name: str, role: str = "text_muted") -> None:
        """Show another sign."""
        self._sign, self._role = name, role
        self.update()

    def sign_left(self) -> int:
        """Return where the sign begins."""
        return self.width() - SIGN - (5 if self._on_hover else 9)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._sign:
            return
        if self._on_hover and not (self.underMouse() or self.hasFocus()):
            return
        painter = QPainter(self)
        if self._on_hover:
            ground = self.rect().adjusted(self.sign_left() - 3, 2, -6, -2)
            painter.fillRect(ground, theme().color("hover" if self.underMouse() else "raised"))
        role = self._role if self.isEnabled() else "text_disabled"
        picture = pixmap(self._sign, theme().color(role), SIGN, self.devicePixelRatioF())
        painter.drawPixmap(self.sign_left(), (self.height() - SIGN) // 2, picture)
