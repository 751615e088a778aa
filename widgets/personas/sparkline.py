"""A small line of what a signal was measured at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from widgets.common.theme import theme

POINTS: Final = 12  # of the latest
AIR: Final = 3.0


def paint_sparkline(painter: QPainter, place: QRectF, values: Sequence[float]) -> None:
    """Paint the latest values from left to right, the last one with a dot; one alone is a dot."""
    shown = list(values)[-POINTS:]
    if not shown:
        return
    inner = place.adjusted(AIR, AIR + 1, -AIR, -AIR - 1)
    low, high = min(shown), max(shown)
    reach = (high - low) or 1.0
    step = inner.width() / max(1, len(shown) - 1)
    middle = inner.center().y() if high == low else None
    points = [
        QPointF(
            inner.right() - step * (len(shown) - 1 - at),
            inner.bottom() - (value - low) / reach * inner.height() if middle is None else middle,
        )
        for at, value in enumerate(shown)
    ]
    pen = QPen(theme().color("accent"), 1.75)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    painter.drawEllipse(points[-1], 2.5, 2.5)
