"""How rows look: below each other in one table, or as two cards side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from typing_extensions import override

from widgets.common.painting import paint_focus, paint_icon, paint_text
from widgets.common.theme import theme
from widgets.guide.rows.cells import Column, Line, height_of, paint_cell

HEAD: Final = 28
LEAST: Final = 34
SIDE: Final = 10  # px inside a cell, left and right
ABOVE: Final = 5
RADIUS: Final = 8
BETWEEN: Final = 10  # px between two cards


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row looks like besides what it says."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    first: bool = False
    last: bool = False


class TableFace:
    """A head of 28 px and rows with lines between them, in one rounded frame."""

    def __init__(self, *, head: bool = True) -> None:
        self.columns: Sequence[Column] = ()
        self._has_head = head

    def places(self, width: int) -> list[tuple[int, int]]:
        """Return where the columns begin and how wide they are."""
        fixed = [theme().wide(it.width) for it in self.columns]
        rest = width - sum(fixed)
        shares = sum(it.share for it in self.columns if not it.width) or 1
        places, x = [], 0
        for column, own in zip(self.columns, fixed, strict=True):
            wide = own or rest * column.share // shares
            places.append((x, wide))
            x += wide
        return places

    def head_height(self) -> int:
        """Return how high the head is."""
        return theme().wide(HEAD) if self._has_head else 0

    def height(self, line: Line, width: int) -> int:
        """Return how high a row is."""
        cells = zip(line.cells, self.places(width), strict=False)
        highest = max(height_of(cell, wide - 2 * SIDE) for cell, (_, wide) in cells)
        return max(theme().wide(LEAST), highest + 2 * ABOVE + 2)

    def paint_head(self, painter: QPainter, rect: QRect) -> None:
        """Paint the titles of the columns."""
        painter.fillPath(rounded(rect, top=True), theme().color("sunken"))
        font = theme().font("caption", 600)
        for column, (x, wide) in zip(self.columns, self.places(rect.width()), strict=True):
            place = QRect(rect.left() + x + SIDE, rect.top(), wide - SIDE, rect.height())
            paint_text(painter, place, column.title, font, "text_muted")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("border"))

    def paint(self, painter: QPainter, rect: QRect, line: Line, state: RowState) -> None:
        """Paint a row."""
        role = "selection" if state.selected else "hover" if state.hovered else ""
        if role and state.last:
            painter.fillPath(rounded(rect, top=False), theme().color(role))
        elif role and state.first and not self._has_head:
            painter.fillPath(rounded(rect, top=True), theme().color(role))
        elif role:
            painter.fillRect(rect, theme().color(role))
        places = self.places(rect.width())
        if not state.first:
            begin = places[1][0] if line.joined and len(places) > 1 else 0
            painter.fillRect(rect.left() + begin, rect.top(), rect.width() - begin, 1, theme().color("border"))
        for cell, (x, wide) in zip(line.cells, places, strict=False):
            place = QRect(rect.left() + x + SIDE, rect.top() + ABOVE, wide - 2 * SIDE, rect.height() - 2 * ABOVE)
            paint_cell(painter, place, cell, selected=state.selected)
        if state.focused:
            paint_focus(painter, rect, 4)


class CardsFace(TableFace):
    """Two cards beside each other; a row goes through both, and each has a head in its own colour."""

    def __init__(self, heads: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.heads = heads  # ground, colour of the words, icon

    @override
    def places(self, width: int) -> list[tuple[int, int]]:
        half = (width - BETWEEN) // 2
        return [(0, half), (width - half, half)]

    @override
    def head_height(self) -> int:
        return theme().wide(HEAD + 2)

    @override
    def paint_head(self, painter: QPainter, rect: QRect) -> None:
        for column, (ground, role, sign), (x, wide) in zip(
            self.columns, self.heads, self.places(rect.width()), strict=True
        ):
            card = QRect(rect.left() + x, rect.top(), wide, rect.height())
            painter.fillPath(rounded(card, top=True), theme().color(ground))
            _edge(painter, card, top=True, bottom=False)
            paint_icon(painter, QRect(card.left() + 11, card.top(), 14, card.height()), sign, role, 14)
            paint_text(painter, card.adjusted(33, 0, -8, 0), column.title, theme().font("small", 600), role)

    @override
    def paint(self, painter: QPainter, rect: QRect, line: Line, state: RowState) -> None:
        role = "selection" if state.selected else "hover" if state.hovered else "raised"
        for cell, (x, wide) in zip(line.cells, self.places(rect.width()), strict=True):
            card = QRect(rect.left() + x, rect.top(), wide, rect.height())
            if state.last:
                painter.fillPath(rounded(card, top=False), theme().color(role))
            else:
                painter.fillRect(card, theme().color(role))
            painter.fillRect(card.left(), card.top(), card.width(), 1, theme().color("border"))
            _edge(painter, card, top=False, bottom=state.last)
            place = card.adjusted(11, ABOVE, -11, -ABOVE)
            paint_cell(painter, place, cell, selected=state.selected)
        if state.focused:
            paint_focus(painter, rect, RADIUS)


def rounded(rect: QRect, *, top: bool) -> QPainterPath:
    """Return a rectangle whose upper or lower corners are round."""
    path, place = QPainterPath(), QRectF(rect)
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(place, RADIUS - 1, RADIUS - 1)
    half = place.height() / 2
    path.addRect(place.adjusted(0, half, 0, 0) if top else place.adjusted(0, 0, 0, -half))
    return path


def _edge(painter: QPainter, card: QRect, *, top: bool, bottom: bool) -> None:
    """Paint the frame of a card along one of its rows."""
    place = QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setClipRect(card)
    painter.setPen(QPen(theme().color("border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    far = 2 * RADIUS
    painter.drawRoundedRect(place.adjusted(0, 0 if top else -far, 0, 0 if bottom else far), RADIUS, RADIUS)
    painter.restore()
