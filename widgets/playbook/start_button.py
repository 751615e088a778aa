"""A wide button of the start page: icon, what it does, and one line about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import pixmap
from widgets.common.painting import paint_text
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
        self.setToolTip(plain_tooltip(note))
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
        half = self.height() // 2
        above, below = words.adjusted(0, 0, 0, -half), words.adjusted(0, half + 1, 0, 0)
        role = "text" if self.isEnabled() else "text_disabled"
        paint_text(painter, above, self.text(), theme().font("body", 500), role, Qt.AlignmentFlag.AlignBottom)
        role = "text_muted" if self.isEnabled() else "text_disabled"
        paint_text(painter, below, self._note, theme().font("caption"), role, Qt.AlignmentFlag.AlignTop)
