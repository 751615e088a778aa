"""A wide button of the start page: icon, what it does, and one line about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.theme import theme


class StartButton(QAbstractButton):
    """Shows an icon with a title and a note."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def set_texts(self, title: str, note: str) -> None:
        """Write title and note."""
        self.setText(title)
        self._note = note
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(284, round(56 * max(1.0, theme().text_scale)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme().color("border_strong" if self.isEnabled() else "border"), 1))
        painter.setBrush(theme().color("sunken" if self.isDown() else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(frame, 8, 8)
        role = "accent" if self.isEnabled() else "text_disabled"
        picture = pixmap(self._icon, theme().color(role), 20, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(15, (self.height() - 20) / 2), picture)
        words = QRect(47, 0, self.width() - 60, self.height())
        painter.setPen(theme().color("text" if self.isEnabled() else "text_disabled"))
        painter.setFont(theme().font("body", 500))
        half = self.height() // 2
        painter.drawText(words.adjusted(0, 0, 0, -half), Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setPen(theme().color("text_muted" if self.isEnabled() else "text_disabled"))
        painter.setFont(theme().font("caption"))
        note = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.adjusted(0, half + 1, 0, 0), Qt.AlignmentFlag.AlignTop, note)
