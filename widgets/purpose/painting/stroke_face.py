"""How a line looks that was drawn in another program and connects nothing."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from typing_extensions import override

from app.exchange.excalidraw.strokes import Stroke
from widgets.purpose.painting.face import Face
from widgets.purpose.painting.fills import INKS

HEAD: Final = 9.0  # px of an arrowhead
OPEN: Final = pi / 7


@dataclass(frozen=True, slots=True)
class StrokeFace(Face):
    """The line, and nothing behind it."""

    stroke: Stroke | None = None

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the line with its arrowheads."""
        if self.stroke is None:
            return
        points = [QPointF(x, y) for x, y in self.stroke.points]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(INKS.pen("text_muted", 1.5, dashed=self.stroke.dashed))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(INKS.brush("text_muted"))
        if self.stroke.end_head:
            painter.drawPolygon(_head(points[-2], points[-1]))
        if self.stroke.start_head:
            painter.drawPolygon(_head(points[1], points[0]))


def _head(before: QPointF, tip: QPointF) -> QPolygonF:
    way = atan2(tip.y() - before.y(), tip.x() - before.x())
    sides = [QPointF(tip.x() - HEAD * cos(way + turn), tip.y() - HEAD * sin(way + turn)) for turn in (OPEN, -OPEN)]
    return QPolygonF([tip, *sides])
