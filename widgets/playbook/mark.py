"""The mark of Sedyanka: eight people of the evening around their work."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.theme import FAMILIES, theme


class Mark(QWidget):
    """The mark, `size` px wide, in the colours of the theme."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(self.sizeHint())
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._size / 60, self._size / 60)
        painter.translate(30, 30)
        painter.setPen(Qt.PenStyle.NoPen)

        for index, family in enumerate(FAMILIES):
            angle = math.radians(45 * index - 90)
            painter.save()
            painter.translate(QPointF(24 * math.cos(angle), 24 * math.sin(angle)))
            painter.rotate(45 if index % 2 else 0)
            painter.setBrush(theme().family(family))
            painter.drawRoundedRect(QRectF(-5, -5, 10, 10), 2, 2)
            painter.restore()
        painter.rotate(45)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("accent"), 2.6))
        painter.drawRoundedRect(QRectF(-6.5, -6.5, 13, 13), 2.4, 2.4)
