"""Boards as files to look at: PNG, SVG and PDF, always on light paper; drawn in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.purpose.board_wish import BoardWish
from app.purpose.wall import box_of
from widgets.common.offscreen import drawing
from widgets.common.pictures import decoded
from widgets.common.theme import theme
from widgets.common.wall.paper import Drawing, pdf, png, svg
from widgets.common.words import speaking
from widgets.purpose.painting.picture import BoardPicture, rect_of

EDGE: Final = 24.0  # px around what is shown


def draw_board(report: Callable[[int, int, str], None], wish: BoardWish) -> bytes:
    """Return the file."""
    report(0, 1, wish.wall.board.name)
    with drawing(), speaking(wish.language):
        theme().on_paper = True
        board = _Board(wish)
        shown = Drawing(board.area.size(), board.paint, wish.wall.board.name, wish.community, wish.clear)
        if wish.form == "png":
            return png(shown, wish.scale)
        return pdf(shown, wish.page) if wish.form == "pdf" else svg(shown)


class _Board:
    def __init__(self, wish: BoardWish) -> None:
        self.wish = wish

        @cache
        def find(id: str) -> QImage | None:
            return decoded(wish.pictures[id]) if id in wish.pictures else None

        self.picture = BoardPicture(wish.wall, wish.around, find, lambda: wish.today)
        self.area = self._area()

    def _area(self) -> QRectF:
        """Return what is shown, connectors that bow out included."""
        wall, only = self.wish.wall, self.wish.only
        area = self.picture.bounds() if only is None else QRectF()
        for key in only or ():
            area = area.united(rect_of(box_of(wall.notes[key])))
        for key, line in wall.connectors.items():
            wire = self.picture.wire(key) if only is None or {line.start, line.end} <= only else None
            if wire:
                area = area.united(rect_of(wire.bounds))
        return area.adjusted(-EDGE, -EDGE, EDGE, EDGE)

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint it with its corner at 0, 0."""
        painter.translate(-self.area.topLeft())
        self.picture.paint(painter, self.area, 1.0, only=self.wish.only)
