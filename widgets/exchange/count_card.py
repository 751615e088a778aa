"""How many events share a fate; pressed, it shows them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.theme import theme

HEIGHT: Final = 76
RADIUS: Final = 8


class CountCard(QAbstractButton):
    """Icon and word in the colour of the fate, the number, and a line about it."""

    def __init__(self, sign: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._role = sign, role
        self._number, self._note = "", ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_count(self, word: str, number: str, note: str) -> None:
        """Say how many there are."""
        self._number, self._note = number, note
        self.setText(word)
        self.setAccessibleName(f"{word}: {number}")
        self.setAccessibleDescription(note)
        self.setToolTip(note)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(130, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = "accent" if chosen else "border_strong" if self.underMouse() and self.isEnabled() else "border"
        painter.setPen(QPen(theme().color(edge), 2 if chosen else 1))
        painter.setBrush(theme().color("raised"))
        inset = 1.0 if chosen else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("focus_ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), RADIUS - 3, RADIUS - 3)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        room = self.width() - 24
        role = self._role if self.isEnabled() else "text_disabled"
        painter.drawPixmap(12, 11, pixmap(self._sign, theme().color(role), 14, self.devicePixelRatioF()))
        painter.setFont(theme().font("caption", 600))
        painter.setPen(theme().color(role))
        self._line(painter, 32, 9, room - 20, 18, self.text())
        painter.setFont(theme().font("title"))
        painter.setPen(theme().color("text" if self.isEnabled() else "text_disabled"))
        self._line(painter, 12, 26, room, 26, self._number)
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().color("text_muted"))
        self._line(painter, 12, 51, room, 16, self._note)

    def _line(self, painter: QPainter, x: int, y: int, room: int, height: int, text: str) -> None:
        fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x, y, room, height), int(align), fitted)
