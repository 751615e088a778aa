"""The ground of a wall: paper with dots that tell how far one moved."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets.common.theme import theme

STEP: Final = 20  # px of the wall between two dots
DOT: Final = 2  # px of the screen
FINE_BELOW: Final = 0.8  # of the zoom: dots closer together are half as large
HIDDEN_BELOW: Final = 0.6  # of the zoom: closer together they would be noise


def paint_ground(painter: QPainter, exposed: QRect, origin: QPoint, zoom: float, role: str) -> None:
    """Paint a part of the ground in px of the screen; `origin` is where the wall's own origin is on it."""
    painter.fillRect(exposed, theme().color("bg"))
    if zoom < HIDDEN_BELOW:
        return
    step = STEP * zoom
    first = floor((exposed.left() - origin.x()) / step)
    left = round(origin.x() + first * step)
    row = _row(
        step,
        ceil((exposed.right() - left) / step) + 1,
        DOT if zoom >= FINE_BELOW else 1,
        theme().color(role).rgba(),
        painter.device().devicePixelRatioF(),
    )
    top, bottom = floor((exposed.top() - origin.y()) / step), ceil((exposed.bottom() - origin.y()) / step)
    for at in range(top, bottom + 1):
        painter.drawPixmap(left, round(origin.y() + at * step), row)


@lru_cache(maxsize=64)
def _row(step: float, count: int, dot: int, colour: int, ratio: float) -> QPixmap:
    """Return one row of dots: thousands of points one by one would take longer than all notes in view."""
    row = QPixmap(round((count * step + dot) * ratio), round(dot * ratio))
    row.setDevicePixelRatio(ratio)
    row.fill(Qt.GlobalColor.transparent)
    painter = QPainter(row)
    for at in range(count):
        painter.fillRect(round(at * step), 0, dot, dot, QColor.fromRgba(colour))
    painter.end()
    return row
