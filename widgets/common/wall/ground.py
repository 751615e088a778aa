"""The ground of a wall: paper with dots that tell how far one moved."""

from __future__ import annotations

from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter, QPen

from widgets.common.theme import theme

STEP: Final = 20  # px of the wall between two dots
HIDDEN_BELOW: Final = 0.6  # of the zoom: closer together they would be noise


def paint_ground(painter: QPainter, exposed: QRect, origin: QPoint, zoom: float, role: str) -> None:
    """Paint a part of the ground in px of the screen; `origin` is where the wall's own origin is on it."""
    painter.fillRect(exposed, theme().color("bg"))
    if zoom < HIDDEN_BELOW:
        return
    step = STEP * zoom
    across = range(floor((exposed.left() - origin.x()) / step), ceil((exposed.right() - origin.x()) / step) + 1)
    down = range(floor((exposed.top() - origin.y()) / step), ceil((exposed.bottom() - origin.y()) / step) + 1)
    xs = [round(origin.x() + at * step) for at in across]
    ys = [round(origin.y() + at * step) for at in down]
    painter.setPen(QPen(theme().color(role), 1))
    painter.drawPoints([QPointF(x, y) for y in ys for x in xs])
