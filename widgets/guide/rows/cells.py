"""What a row of the guide shows: cells of text that wraps, with a sign, a dot or a soft pill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from app.guide.snapshot import Row
from widgets.common.painting import paint_icon
from widgets.common.theme import theme

WRAPPED: Final = int(Qt.TextFlag.TextWordWrap)
SOFT: Final = {  # ground of a pill, colour of its words
    "low": ("sunken", "text_2"),
    "medium": ("warning_soft", "warning_text"),
    "high": ("danger_soft", "danger_text"),
    "plain": ("sunken", "text_2"),
}
PILL: Final = 20
SIGN: Final = 12
DOT: Final = 8
GAP: Final = 6
MOST: Final = 2_000  # letters of one cell that are shown


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: so many px wide, or a share of what is left."""

    title: str
    share: int = 1
    width: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place of a row says."""

    text: str = ""
    role: str = "text"
    weight: int = 400
    below: str = ""  # a second line, muted
    sign: str = ""
    sign_role: str = "text_muted"
    dot: str = ""  # colour role of a dot before the text
    pill: str = ""  # a key of SOFT


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it stands for, its cells, and how it is said aloud."""

    row: Row
    cells: tuple[Cell, ...]
    spoken: str
    joined: bool = False  # goes on with what the row above began: its first cell is not parted from that


def font_of(cell: Cell) -> QFont:
    """Return the type of a cell."""
    return theme().font("small", cell.weight)


def height_of(cell: Cell, width: int) -> int:
    """Return how high a cell is in so much room."""
    if cell.pill:
        return theme().wide(PILL)
    room = max(20, width - _before(cell))
    height = _text_height(cell.text, font_of(cell), room) if cell.text else 0
    if cell.below:
        height += _text_height(cell.below, theme().font("caption"), room) + 1
    return height


def paint_cell(painter: QPainter, place: QRect, cell: Cell, *, selected: bool) -> None:
    """Paint a cell in the middle of the height of its place."""
    if cell.pill:
        _paint_pill(painter, place, cell, selected=selected)
        return
    height = height_of(cell, place.width())
    top = place.top() + max(0, (place.height() - height) // 2)
    line = QFontMetrics(font_of(cell)).height()
    if cell.dot:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(cell.dot))
        painter.drawEllipse(QPointF(place.left() + DOT / 2, top + line / 2), DOT / 2, DOT / 2)
    elif cell.sign:
        paint_icon(painter, QRect(place.left(), top, SIGN, line), cell.sign, cell.sign_role, SIGN)
    room = place.adjusted(_before(cell), 0, 0, 0)
    height = _text_height(cell.text, font_of(cell), max(20, room.width())) if cell.text else 0
    _paint_text(painter, QRect(room.left(), top, room.width(), height), cell.text, font_of(cell), cell.role)
    if cell.below:
        rest = QRect(room.left(), top + height + 1, room.width(), place.bottom() - top - height)
        _paint_text(painter, rest, cell.below, theme().font("caption"), "text_muted")


def _before(cell: Cell) -> int:
    return DOT + GAP if cell.dot else SIGN + GAP if cell.sign else 0


def _text_height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 100_000), WRAPPED, text[:MOST]).height()


def _paint_text(painter: QPainter, place: QRect, text: str, font: QFont, role: str) -> None:
    painter.setFont(font)
    painter.setPen(theme().color(role))
    painter.drawText(place, WRAPPED, text[:MOST])


def _paint_pill(painter: QPainter, place: QRect, cell: Cell, *, selected: bool) -> None:
    ground, role = SOFT[cell.pill]
    if selected and ground == "sunken":
        ground = "raised"
    font = theme().font("caption", 600)
    words = QFontMetrics(font).horizontalAdvance(cell.text)
    sign = SIGN + 5 if cell.sign else 0
    height = theme().wide(PILL)
    pill = QRect(place.left(), place.center().y() - height // 2 + 1, min(place.width(), 16 + sign + words), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(ground))
    painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
    if cell.sign:
        paint_icon(painter, QRect(pill.left() + 8, pill.top(), SIGN, height), cell.sign, role, SIGN)
    painter.setFont(font)
    painter.setPen(theme().color(role))
    painter.drawText(pill.adjusted(8 + sign, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), cell.text)
