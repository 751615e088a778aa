"""What is painted over a board while one works on it: outlines, handles, ports, guides, lines being drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.purpose.board import Side
from app.purpose.snapping import Guide
from widgets.common.theme import theme
from widgets.purpose.canvas.handles import OF_SEVERAL, PORTS, SHARES, SIZE, place
from widgets.purpose.painting.fills import INKS

PORT_RADIUS: Final = 4.5


def paint_outline(painter: QPainter, rect: QRectF, role: str = "accent", *, width: float = 1.5) -> None:
    """Paint the rectangle around something selected."""
    painter.setPen(INKS.pen(role, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-1, -1, 1, 1))


def paint_cursor(painter: QPainter, rect: QRectF) -> None:
    """Paint the ring around what the keyboard stands on while several things are being gathered."""
    painter.setPen(INKS.pen("accent", 2.0, dashed=True))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), 6, 6)


def paint_handles(painter: QPainter, rect: QRectF, *, several: bool = False) -> None:
    """Paint seven squares, and on the right edge the port of one thing or the eighth square of several."""
    painter.setPen(INKS.pen("accent", 1.5))
    painter.setBrush(INKS.brush("raised"))
    for shares in (OF_SEVERAL if several else SHARES).values():
        middle = place(rect, shares)
        painter.drawRoundedRect(QRectF(middle.x() - SIZE / 2, middle.y() - SIZE / 2, SIZE, SIZE), 2, 2)
    if not several:
        painter.drawEllipse(place(rect, PORTS[Side.RIGHT]), PORT_RADIUS, PORT_RADIUS)


def paint_ports(painter: QPainter, rect: QRectF, sides: Iterable[Side] = tuple(PORTS)) -> None:
    """Paint the circles from which a connector is drawn."""
    painter.setPen(INKS.pen("accent", 1.5))
    painter.setBrush(INKS.brush("raised"))
    for side in sides:
        painter.drawEllipse(place(rect, PORTS[side]), PORT_RADIUS, PORT_RADIUS)


def paint_ends(painter: QPainter, ends: Sequence[QPointF]) -> None:
    """Paint the dots by which the ends of a connector are taken."""
    painter.setPen(INKS.pen("accent", 1.5))
    painter.setBrush(INKS.brush("raised"))
    for end in ends:
        painter.drawEllipse(end, PORT_RADIUS, PORT_RADIUS)


def paint_marquee(painter: QPainter, rect: QRectF) -> None:
    """Paint the rectangle that takes what it touches."""
    fill = QColor(theme().color("accent"))  # the theme keeps its own
    fill.setAlphaF(0.08)
    painter.setPen(INKS.pen("accent", 1.0))
    painter.setBrush(fill)
    painter.drawRect(rect)


def paint_guides(painter: QPainter, guides: Sequence[Guide], to_view: object) -> None:
    """Paint the lines that show what is in line."""
    painter.setPen(INKS.pen("danger", 1.0))
    for guide in guides:
        begin = QPointF(guide.at, guide.begin) if guide.upright else QPointF(guide.begin, guide.at)
        end = QPointF(guide.at, guide.end) if guide.upright else QPointF(guide.end, guide.at)
        painter.drawLine(to_view(begin), to_view(end))  # type: ignore[operator]


def paint_grid_line(painter: QPainter, begin: QPointF, end: QPointF) -> None:
    """Paint a line of the grid that is being pulled."""
    painter.setPen(INKS.pen("accent", 2.0))
    painter.drawLine(begin, end)


def paint_line(painter: QPainter, path: QPainterPath) -> None:
    """Paint a connector that is being drawn."""
    painter.setPen(INKS.pen("accent", 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
