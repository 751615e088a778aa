"""On or off, for what applies at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from widgets.common.theme import theme


class Switch(QAbstractButton):
    """A track of 28×16 with a knob; give it an accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(28, 24)  # the track is 16 high; the rest makes it easy to hit

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.setBrush(theme().color("accent" if self.isChecked() else "border_strong"))
        painter.drawRoundedRect(QRectF(0, 4, 28, 16), 8, 8)
        painter.setBrush(theme().color("raised"))
        painter.drawEllipse(QRectF(14 if self.isChecked() else 2, 6, 12, 12))
