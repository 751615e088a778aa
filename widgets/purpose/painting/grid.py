"""The grid of a member journey: names of the moments above, of the touchpoints left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from app.purpose.board import Axis
from app.purpose.box import Box
from app.purpose.journey import HEAD, lines
from app.purpose.wall import Wall
from widgets.common.theme import theme
from widgets.purpose.painting.fills import INKS

RADIUS: Final = 10


def grid_box(wall: Wall) -> list[Box]:
    """Return the box of the grid with its names, none when there is no grid."""
    width = sum(it.size for it in lines(wall, Axis.MOMENT))
    height = sum(it.size for it in lines(wall, Axis.TOUCHPOINT))
    if not width and not height:
        return []
    return [Box(-HEAD[0], -HEAD[1], width + HEAD[0], height + HEAD[1])]


def paint_grid(painter: QPainter, wall: Wall, part: QRectF) -> None:
    """Paint the grid."""
    for box in grid_box(wall):
        whole = QRectF(box.x, box.y, box.width, box.height)
        if not whole.intersects(part):
            return
        inner = QRectF(0, 0, whole.right(), whole.bottom())
        painter.setPen(INKS.pen("border_strong"))
        painter.setBrush(INKS.brush("surface"))
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        _paint_lines(painter, wall, inner)


def _paint_lines(painter: QPainter, wall: Wall, inner: QRectF) -> None:
    strong, usual = theme().font_px(12, 600), theme().font_px(12, 500)
    x = 0.0
    for moment in lines(wall, Axis.MOMENT):
        if x:
            painter.setPen(INKS.pen("border"))
            painter.drawLine(int(x), 0, int(x), int(inner.bottom()))
        _name(painter, QRectF(x + 12, -HEAD[1], moment.size - 16, HEAD[1]), moment.name, strong)
        x += moment.size
    y = 0.0
    for touchpoint in lines(wall, Axis.TOUCHPOINT):
        if y:
            painter.setPen(INKS.pen("border"))
            painter.drawLine(0, int(y), int(inner.right()), int(y))
        _name(painter, QRectF(-HEAD[0], y, HEAD[0] - 12, touchpoint.size), touchpoint.name, usual)
        y += touchpoint.size


def _name(painter: QPainter, rect: QRectF, text: str, font: QFont) -> None:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(theme().color("text_2"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
