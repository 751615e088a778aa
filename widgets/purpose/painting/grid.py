"""The grid of a member journey: names of the moments above, of the touchpoints left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from app.purpose.board import Axis, BoardKind, GridLine
from app.purpose.box import Box
from app.purpose.journey import HEAD, lines
from app.purpose.wall import Wall
from widgets.common.theme import theme
from widgets.purpose.painting.fills import INKS

RADIUS: Final = 10
NEW: Final = 120  # px after the last line in which a double click adds another


def grid_box(wall: Wall) -> list[Box]:
    """Return the box of the grid with its names, none when there is no grid."""
    width = sum(it.size for it in lines(wall, Axis.MOMENT))
    height = sum(it.size for it in lines(wall, Axis.TOUCHPOINT))
    if not width and not height:
        return []
    return [Box(-HEAD[0], -HEAD[1], width + HEAD[0], height + HEAD[1])]


def grid_at(wall: Wall, x: float, y: float) -> GridLine | Axis | None:
    """Return the line whose name is at a point; the axis where a further one would get its name."""
    if wall.board.kind is not BoardKind.JOURNEY:
        return None
    for line in wall.grid:
        if head_of(wall, line).contains(x, y):
            return line
    whole = next(iter(grid_box(wall)), None)
    right, bottom = (whole.right, whole.bottom) if whole else (0.0, 0.0)
    if -HEAD[1] <= y <= 0 and right <= x <= right + NEW:
        return Axis.MOMENT
    if -HEAD[0] <= x <= 0 and bottom <= y <= bottom + NEW:
        return Axis.TOUCHPOINT
    return None


def line_at(wall: Wall, x: float, y: float, reach: float) -> GridLine | None:
    """Return the moment or touchpoint whose end, by which it is pulled, is within reach of a point."""
    if wall.board.kind is not BoardKind.JOURNEY:
        return None
    for line in wall.grid:
        begin, end = end_of(wall, line)
        part = QRectF(begin, end).adjusted(-reach, -reach, reach, reach)
        if part.contains(x, y):
            return line
    return None


def end_of(wall: Wall, line: GridLine) -> tuple[QPointF, QPointF]:
    """Return where the line after a moment or touchpoint runs, its name included."""
    head = head_of(wall, line)
    whole = next(iter(grid_box(wall)), Box(0, 0, 0, 0))
    if line.axis is Axis.MOMENT:
        return head.topRight(), QPointF(head.right(), whole.bottom)
    return head.bottomLeft(), QPointF(whole.right, head.bottom())


def head_of(wall: Wall, line: GridLine) -> QRectF:
    """Return where the name of a line stands."""
    begin = 0
    for other in lines(wall, line.axis):
        if other.id == line.id:
            break
        begin += other.size
    if line.axis is Axis.MOMENT:
        return QRectF(begin, -HEAD[1], line.size, HEAD[1])
    return QRectF(-HEAD[0], begin, HEAD[0], line.size)


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
    strong, usual = theme().content_font(12, 600), theme().content_font(12, 500)
    x = 0.0
    for moment in lines(wall, Axis.MOMENT):
        if x:
            painter.setPen(INKS.pen("border"))
            painter.drawLine(QPointF(x, 0), QPointF(x, inner.bottom()))
        _name(painter, QRectF(x + 12, -HEAD[1], moment.size - 16, HEAD[1]), moment.name, strong)
        x += moment.size
    y = 0.0
    for touchpoint in lines(wall, Axis.TOUCHPOINT):
        if y:
            painter.setPen(INKS.pen("border"))
            painter.drawLine(QPointF(0, y), QPointF(inner.right(), y))
        _name(painter, QRectF(-HEAD[0], y, HEAD[0] - 12, touchpoint.size), touchpoint.name, usual)
        y += touchpoint.size
    _add(painter, QPointF(inner.right() + 18, -HEAD[1] / 2))
    _add(painter, QPointF(-HEAD[0] + 8, inner.bottom() + 18))


def _add(painter: QPainter, middle: QPointF) -> None:
    """Paint the sign where a double click adds another line."""
    painter.setPen(INKS.pen("text_muted", 1.5))
    painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))
    painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5))


def _name(painter: QPainter, rect: QRectF, text: str, font: QFont) -> None:
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    wide, high = metrics.horizontalAdvance(shown), metrics.height()
    ground = QRectF(rect.left() - 3, rect.center().y() - high / 2, wide + 6, high)
    painter.fillRect(ground, theme().color("bg"))  # the dots of the wall would run through the letters
    painter.setFont(font)
    painter.setPen(theme().color("text_2"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
