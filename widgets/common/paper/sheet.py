"""A page as plain marks, the same for the preview, the printer and the file.

Marks are tuples: a plan on paper has tens of thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from widgets.common.paper.icon_path import icon_path
from widgets.common.paper.style import UNIT, Look, ascent, colour, descent, fit, font, width

ICON_LINE: Final = 2 / 24  # of the size of an icon


class Text(NamedTuple):
    """Words on one line; x is their left edge, y their base line."""

    x: float
    y: float
    words: str
    look: Look

    def rect(self) -> QRectF:
        """Return the place they take, in points."""
        top = self.y - ascent(self.look)
        return QRectF(self.x, top, width(self.words, self.look), ascent(self.look) + descent(self.look))


class Box(NamedTuple):
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


class Rule(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str = "border"
    line: float = 0.5


class Icon(NamedTuple):
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
    """Paint a page on a painter whose units are UNIT to a point: the shapes first, then the words as one reads them."""
    shapes = _Shapes(painter)
    words: list[Text] = []
    icons: list[Icon] = []
    for mark in (*sheet.marks, *more):
        if isinstance(mark, Text):
            words.append(mark)
        elif isinstance(mark, Icon):
            icons.append(mark)
        elif isinstance(mark, Box):
            shapes.box(mark)
        else:
            shapes.rule(mark)
    for icon in sorted(icons, key=lambda icon: (icon.role, icon.size, icon.name)):
        shapes.icon(icon)
    shapes.end()
    look: Look | None = None
    for text in words:
        if text.look is not look:
            look = text.look
            painter.setFont(font(look))
            painter.setPen(colour(look.role))
        painter.drawText(round(text.x * UNIT), round(text.y * UNIT), text.words)


class _Shapes:
    """Draws shapes and tells the painter only what is different from the last one."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._x = self._y = 0  # where the last icon was
        self._pen: QPen | None = None
        self._brush: QBrush | None = None

    def box(self, box: Box) -> None:
        self._dress(_pen(box.edge, box.line, box.dashed) if box.edge else NO_PEN, _brush(box.fill))
        x, y, w, h = box.x * UNIT, box.y * UNIT, box.w * UNIT, box.h * UNIT
        if box.radius:
            self._painter.drawRoundedRect(QRectF(x, y, w, h), box.radius * UNIT, box.radius * UNIT)
        else:
            self._painter.drawRect(QRectF(x, y, w, h))

    def icon(self, icon: Icon) -> None:
        self._dress(_icon_pen(icon.role, icon.size), NO_BRUSH)
        x, y = round(icon.x * UNIT), round(icon.y * UNIT)
        self._painter.translate(x - self._x, y - self._y)  # the same path each time: a file holds it in few bytes
        self._painter.drawPath(icon_path(icon.name, round(icon.size * UNIT)))
        self._x, self._y = x, y

    def end(self) -> None:
        """Put the painter back where it was."""
        self._painter.translate(-self._x, -self._y)
        self._x = self._y = 0

    def rule(self, rule: Rule) -> None:
        self._dress(_pen(rule.role, rule.line, False), NO_BRUSH)
        self._painter.drawLine(QLineF(rule.x1 * UNIT, rule.y1 * UNIT, rule.x2 * UNIT, rule.y2 * UNIT))

    def _dress(self, pen: QPen, brush: QBrush) -> None:
        if pen is not self._pen:
            self._pen = pen
            self._painter.setPen(pen)
        if brush is not self._brush:
            self._brush = brush
            self._painter.setBrush(brush)


NO_PEN: Final = QPen(Qt.PenStyle.NoPen)
NO_BRUSH: Final = QBrush(Qt.BrushStyle.NoBrush)


@cache
def _brush(role: str) -> QBrush:
    return QBrush(colour(role)) if role else NO_BRUSH


@cache
def _pen(role: str, line: float, dashed: bool) -> QPen:
    pen = QPen(colour(role), line * UNIT)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([3, 2])
    return pen


@cache
def _icon_pen(role: str, size: float) -> QPen:
    pen = QPen(colour(role), size * UNIT * ICON_LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
