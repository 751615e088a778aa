"""A page as plain marks, the same for the preview, the printer and the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from widgets.common.icons import draw as draw_icon
from widgets.printing.style import UNIT, Look, ascent, colour, descent, fit, font, width


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line; x is their left edge, y their base line."""

    x: float
    y: float
    words: str
    look: Look

    def rect(self) -> QRectF:
        """Return the place they take, in points."""
        top = self.y - ascent(self.look)
        return QRectF(self.x, top, width(self.words, self.look), ascent(self.look) + descent(self.look))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    edge: str = ""
    radius: float = 0.0
    line: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str = "border"
    line: float = 0.5


@dataclass(frozen=True, slots=True)
class Icon:
    """A line icon in a square."""

    x: float
    y: float
    size: float
    name: str
    role: str


Mark = Text | Box | Rule | Icon


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where the outline of the document leads; level 0 holds the levels below."""

    title: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, its size in points."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    chapters: tuple[Chapter, ...] = ()


def left(x: float, y: float, words: str, look: Look, room: float) -> Text:
    """Return words that begin at x and are cut where the room ends."""
    return Text(x, y, fit(words, look, room), look)


def right(x: float, y: float, words: str, look: Look, room: float) -> Text:
    """Return words that end at x and are cut where the room ends."""
    fitted = fit(words, look, room)
    return Text(x - width(fitted, look), y, fitted, look)


def middle(top: float, height: float, look: Look) -> float:
    """Return the base line of words that stand in the middle of a height."""
    return top + (height + ascent(look) - descent(look)) / 2


def paint(painter: QPainter, sheet: Sheet, more: Iterable[Mark] = ()) -> None:
    """Paint a page on a painter whose units are UNIT to a point."""
    pen_of: Look | None = None
    for mark in (*sheet.marks, *more):
        if isinstance(mark, Text):
            if mark.look != pen_of:
                pen_of = mark.look
                painter.setFont(font(mark.look))
                painter.setPen(colour(mark.look.role))
            if mark.words:
                painter.drawText(round(mark.x * UNIT), round(mark.y * UNIT), mark.words)
            continue
        pen_of = None
        match mark:
            case Box():
                _paint_box(painter, mark)
            case Rule():
                painter.setPen(_pen(mark.role, mark.line))
                painter.drawLine(QLineF(mark.x1 * UNIT, mark.y1 * UNIT, mark.x2 * UNIT, mark.y2 * UNIT))
            case Icon():
                square = QRectF(mark.x * UNIT, mark.y * UNIT, mark.size * UNIT, mark.size * UNIT)
                draw_icon(painter, mark.name, colour(mark.role), square)


def _pen(role: str, line: float, *, dashed: bool = False) -> QPen:
    pen = QPen(colour(role), line * UNIT)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([3, 2])
    return pen


def _paint_box(painter: QPainter, box: Box) -> None:
    rect = QRectF(box.x * UNIT, box.y * UNIT, box.w * UNIT, box.h * UNIT)
    painter.setPen(_pen(box.edge, box.line, dashed=box.dashed) if box.edge else Qt.PenStyle.NoPen)
    fill: QColor | QBrush | Qt.BrushStyle = colour(box.fill) if box.fill else Qt.BrushStyle.NoBrush
    painter.setBrush(fill)
    if box.radius:
        painter.drawRoundedRect(rect, box.radius * UNIT, box.radius * UNIT)
    else:
        painter.drawRect(rect)
