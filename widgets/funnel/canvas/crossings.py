"""Lines across the map: out at the right, in at the right, in a bow; long ones are painted only where they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.funnel.branch import CrossLink
from app.funnel.funnel_map import FunnelMap
from widgets.common.theme import theme
from widgets.funnel.canvas.laid import Node
from widgets.funnel.canvas.ways import LONG, Way, between, path_of, stretch

BOW: Final = (36.0, 160.0)
ARROW: Final = 9.0


@dataclass(frozen=True, slots=True)
class Crossing:
    """One line and its way: the two ends, and the two places that bend it."""

    link: CrossLink
    way: Way
    bounds: QRectF

    def seen(self, area: QRectF) -> QPainterPath:
        """Return what of the line lies between the top and the bottom of a part of the wall."""
        return path_of(stretch(self.way, area) if self.bounds.height() > LONG else self.way)

    def middle(self) -> QPointF:
        """Return the place halfway."""
        return between(self.way, 0.0, 0.5)[3]


def crossings(funnel: FunnelMap, nodes: Mapping[str, Node]) -> list[Crossing]:
    """Return the lines whose ends both show."""
    links = [it for it in funnel.cross_links.values() if it.start in nodes and it.end in nodes]
    return [_crossing(link, nodes[link.start].right, nodes[link.end].right) for link in links]


def _crossing(link: CrossLink, start: QPointF, end: QPointF) -> Crossing:
    bow = max(BOW[0], min(BOW[1], abs(start.y() - end.y()) / 2)) + abs(start.x() - end.x())
    far = max(start.x(), end.x()) + BOW[1]
    out, back = QPointF(min(start.x() + bow, far), start.y()), QPointF(min(end.x() + bow, far), end.y())
    bounds = QRectF(QPointF(min(start.x(), end.x()), min(start.y(), end.y())), QPointF(far, max(start.y(), end.y())))
    return Crossing(link, (start, out, back, end), bounds.adjusted(-3, -ARROW, 3, ARROW))


def paint_crossing(painter: QPainter, crossing: Crossing, area: QRectF, *, selected: bool) -> None:
    """Paint what of a line crosses a part of the wall: the line, its arrowhead, its words."""
    if not crossing.bounds.intersects(area):
        return
    tone = theme().color("accent" if selected else "text_muted")
    pen = QPen(tone, 2.0 if selected else 1.5)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(crossing.seen(area))
    end = crossing.way[3]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone)
    painter.drawPolygon(QPolygonF([end, end + QPointF(ARROW, -4.5), end + QPointF(ARROW, 4.5)]))
    if crossing.link.label:
        _paint_label(painter, crossing.middle(), crossing.link.label)


def _paint_label(painter: QPainter, middle: QPointF, label: str) -> None:
    font = theme().font("caption")
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(label[:200], Qt.TextElideMode.ElideRight, 160)
    width, height = metrics.horizontalAdvance(words) + 12, metrics.height() + 4
    rect = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.setBrush(theme().color("bg"))
    painter.drawRoundedRect(rect, 5, 5)
    painter.setFont(font)
    painter.setPen(theme().color("text_2"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
