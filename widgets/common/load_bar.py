"""Hours of a week against the hours that there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.theme import theme

STRIPE = 2


class LoadBar(QWidget):
    """A bar of 4 px, the capacity marked by a tick; green, amber, or red with a striped part that is too much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours, self._capacity = 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_load(self, hours: float, capacity: float) -> None:
        """Show another load."""
        self._hours, self._capacity = hours, capacity
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(96, 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_load(painter, QRectF(0, 2, self.width(), 4), self._hours, self._capacity)


def paint_load(painter: QPainter, bar: QRectF, hours: float, capacity: float) -> None:
    """Paint a load bar into a rectangle of 4 px height; the tick reaches 2 px above and below."""
    scale = float(theme().token("calendar.load_scale_max"))
    ratio = hours / capacity if capacity > 0 else (scale if hours else 0.0)
    limit = bar.width() / scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("border"))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setBrush(theme().color(load_role(ratio)))
    painter.drawRoundedRect(QRectF(bar.x(), bar.y(), min(ratio, 1.0) * limit, bar.height()), 2, 2)
    if ratio > 1:
        _paint_too_much(painter, bar, bar.x() + limit, min(ratio, scale) * limit - limit)
    painter.fillRect(QRectF(bar.x() + limit, bar.y() - 2, 1.5, bar.height() + 4), theme().color("text_2"))


def load_role(ratio: float) -> str:
    """Return the colour role of a load: green up to 87.5 %, amber up to 100 %, red above."""
    if ratio <= float(theme().token("calendar.load_green_max")):
        return "success"
    return "warning_fill" if ratio <= float(theme().token("calendar.load_amber_max")) else "danger"


def _paint_too_much(painter: QPainter, bar: QRectF, left: float, width: float) -> None:
    painter.fillRect(QRectF(left, bar.y(), width, bar.height()), theme().color("danger_soft"))
    x = left
    while x < left + width:
        painter.fillRect(QRectF(x, bar.y(), min(STRIPE, left + width - x), bar.height()), theme().color("danger"))
        x += 2 * STRIPE
