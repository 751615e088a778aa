"""Square pieces of a painted board, kept while one looks about: panning only lays them elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import floor
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from app.purpose.box import Box

SIZE: Final = 512  # px of the screen
KEPT: Final = 32
OVER: Final = 4.0  # px of the screen that lines and shadows reach over the boxes of things

Paint = Callable[[QPainter, QRect, QPoint], None]


class Tiles:
    """Makes pieces when they come into view; a piece on which something changed is made anew.

    `paint` paints a rectangle of the screen on which the origin of the board is at a point.
    """

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._kept: dict[tuple[int, int], QPixmap] = {}
        self.zoom, self._ratio = 0.0, 0.0

    def forget(self) -> None:
        """Make all anew."""
        self._kept.clear()

    def forget_parts(self, boxes: Iterable[Box]) -> None:
        """Make those anew that show some parts of the board."""
        for box in boxes:
            reach = OVER / max(self.zoom, 0.01)
            wide = box.grown(reach)
            across = range(self._at(wide.x), self._at(wide.right) + 1)
            down = range(self._at(wide.y), self._at(wide.bottom) + 1)
            if len(across) * len(down) > len(self._kept):
                for key in [key for key in self._kept if key[0] in across and key[1] in down]:
                    del self._kept[key]
            else:
                for column in across:
                    for row in down:
                        self._kept.pop((column, row), None)

    def lay(self, painter: QPainter, exposed: QRect, origin: QPoint, zoom: float) -> None:
        """Lay the pieces that a part of the screen shows, sharp."""
        ratio = painter.device().devicePixelRatioF()
        if (zoom, ratio) != (self.zoom, self._ratio):
            self._kept.clear()
            self.zoom, self._ratio = zoom, ratio
        first = (floor((exposed.left() - origin.x()) / SIZE), floor((exposed.top() - origin.y()) / SIZE))
        last = (floor((exposed.right() - origin.x()) / SIZE), floor((exposed.bottom() - origin.y()) / SIZE))
        for column in range(first[0], last[0] + 1):
            for row in range(first[1], last[1] + 1):
                corner = QPoint(column * SIZE, row * SIZE) + origin
                painter.drawPixmap(corner, self._piece((column, row)))

    def lay_scaled(self, painter: QPainter, exposed: QRect, origin: QPoint, zoom: float) -> bool:
        """Lay the pieces of another zoom, enlarged or made smaller; return whether there are such pieces."""
        if not self._kept or not self.zoom:
            return False
        scale = zoom / self.zoom
        for (column, row), piece in self._kept.items():
            place = QRectF(column * SIZE * scale, row * SIZE * scale, SIZE * scale, SIZE * scale)
            place.translate(origin)
            if place.intersects(QRectF(exposed)):
                painter.drawPixmap(place.toAlignedRect(), piece)
        return True

    def _at(self, place: float) -> int:
        return floor(place * self.zoom / SIZE)

    def _piece(self, key: tuple[int, int]) -> QPixmap:
        found = self._kept.pop(key, None)
        if found is None:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            found = self._made(key)
        self._kept[key] = found  # last: the ones not looked at for long go first
        return found

    def _made(self, key: tuple[int, int]) -> QPixmap:
        piece = QPixmap(round(SIZE * self._ratio), round(SIZE * self._ratio))
        piece.setDevicePixelRatio(self._ratio)
        painter = QPainter(piece)
        self._paint(painter, QRect(0, 0, SIZE, SIZE), QPoint(-key[0] * SIZE, -key[1] * SIZE))
        painter.end()
        return piece
