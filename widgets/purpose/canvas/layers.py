"""What a board is painted from at each step: pieces of what stays, a picture of what is held, lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap

from app.purpose.box import around
from widgets.common.theme import theme
from widgets.common.wall.ground import paint_ground
from widgets.purpose.canvas.tiles import Tiles
from widgets.purpose.painting.fills import INKS
from widgets.purpose.painting.papers import PAPERS
from widgets.purpose.painting.picture import DETAIL_FROM, BoardPicture, rect_of

if TYPE_CHECKING:
    from widgets.purpose.canvas.board_view import BoardView

REST: Final = 120  # ms without another zoom after which everything is sharp again
LARGEST: Final = 6_000_000  # px of a picture of what is held
EDGE: Final = 4


class BoardLayers:
    """Pieces stay sharp while one pans; while one zooms they are enlarged, and painted anew when that rests."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._tiles = Tiles(self._paint_piece)
        self._held: tuple[object, tuple[QPixmap, QPointF] | None] | None = None  # of what, the picture of it
        self._typing = ""
        self._shown: BoardPicture | None = None
        self._zoomed = False  # another zoom came shortly after the last
        self._rest = QTimer(view, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._on_rest)
        view.zoom_changed.connect(self._on_zoom)
        theme().changed.connect(self._on_theme)

    def paint(self, painter: QPainter, seen: QRect, exposed: Sequence[QRect], typing: str) -> None:
        """Paint a part of the view, in its px; `exposed` are the pieces of it that are to be painted."""
        view = self._view
        self._typing = typing
        self._catch_up()
        origin, zoom = view.on_view(QPointF(0, 0)).toPoint(), view.zoom()
        if zoom < DETAIL_FROM:
            self._paint_from(painter, seen, origin, zoom)
            return
        if self._zoomed and self._tiles.zoom != zoom:
            self._ground(painter, seen, origin, zoom)
            if not self._tiles.lay_scaled(painter, seen, origin, zoom):
                self._paint_from(painter, seen, origin, zoom)
        else:
            for piece in _clipped(painter, exposed):
                self._tiles.lay(painter, piece, origin, zoom)
        if view.picture.lifted:
            self._paint_held(painter, exposed, zoom)

    def _catch_up(self) -> None:
        picture = self._view.picture
        if picture is not self._shown:
            self._shown, self._held = picture, None
            self._tiles.forget()
        stale = picture.stale.take()
        if stale is None:
            self._tiles.forget()
        elif stale:
            self._tiles.forget_parts(stale)
        if not picture.lifted:
            self._held = None

    def _paint_piece(self, painter: QPainter, seen: QRect, origin: QPoint) -> None:
        self._paint_from(painter, seen, origin, self._tiles.zoom)

    def _paint_from(self, painter: QPainter, seen: QRect, origin: QPoint, zoom: float) -> None:
        """Paint the ground and what stays on it, where the board's origin is at a point."""
        self._ground(painter, seen, origin, zoom)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(origin)
        painter.scale(zoom, zoom)
        part = QRectF(QRectF(seen).topLeft() - QPointF(origin), QRectF(seen).size())
        part = QRectF(part.x() / zoom, part.y() / zoom, part.width() / zoom, part.height() / zoom)
        self._view.picture.paint_still(painter, part, zoom, typing=self._typing)
        painter.restore()

    def _ground(self, painter: QPainter, seen: QRect, origin: QPoint, zoom: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_ground(painter, seen, origin, zoom, "border_strong")

    def _paint_held(self, painter: QPainter, exposed: Sequence[QRect], zoom: float) -> None:
        """Paint what is held over what stays, and the connectors between the two below it."""
        view, picture = self._view, self._view.picture
        part = view.visible_part()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(view.viewportTransform())
        kept = None if len(picture.lifted) == 1 or picture.stretched else self._kept(painter, zoom)
        if kept is None:
            picture.paint_held_lines(painter, part)
            picture.paint_held(painter, part, typing=self._typing)
            painter.restore()
            return
        picture.paint_held_lines(painter, part, inner=False)
        painter.restore()
        first = next(iter(picture.lifted.values()))
        corner = (view.on_view(QPointF(first.x, first.y)) + kept[1]).toPoint()
        for _ in _clipped(painter, exposed):
            painter.drawPixmap(corner, kept[0])

    def _kept(self, painter: QPainter, zoom: float) -> tuple[QPixmap, QPointF] | None:
        """Return the picture of what is held, and where it lies off the first of it; None when it would be huge."""
        picture = self._view.picture
        of = (frozenset(picture.lifted), zoom, picture.copying)
        if self._held is None or self._held[0] != of:
            large = self._area(zoom) > LARGEST
            self._held = (of, None if large else self._drawn_held(painter, zoom))
        return self._held[1]

    def _area(self, zoom: float) -> float:
        whole = around(self._view.picture.lifted.values())
        return whole.width * whole.height * zoom * zoom

    def _drawn_held(self, painter: QPainter, zoom: float) -> tuple[QPixmap, QPointF]:
        """Return a picture of what is held, and where it lies off the first thing that is held."""
        picture, ratio = self._view.picture, painter.device().devicePixelRatioF()
        whole = rect_of(around(picture.lifted.values()).grown(EDGE))
        drawn = QPixmap(max(1, round(whole.width() * zoom * ratio)), max(1, round(whole.height() * zoom * ratio)))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        onto = QPainter(drawn)
        onto.setRenderHint(QPainter.RenderHint.Antialiasing)
        onto.scale(zoom, zoom)
        onto.translate(-whole.topLeft())
        picture.paint_held_lines(onto, whole, inner=True)
        picture.paint_held(onto, whole)
        onto.end()
        first = next(iter(picture.lifted.values()))
        return drawn, (whole.topLeft() - QPointF(first.x, first.y)) * zoom

    def _on_zoom(self) -> None:
        self._zoomed = self._rest.isActive()
        self._rest.start()

    def _on_rest(self) -> None:
        if self._zoomed:
            self._zoomed = False
            self._view.repaint_all()

    def _on_theme(self) -> None:
        INKS.forget()
        PAPERS.forget()
        self._view.picture.forget_faces()


def _clipped(painter: QPainter, pieces: Sequence[QRect]) -> Iterator[QRect]:
    """Paint only into one piece after another: pictures are copied much faster into rectangles than into a shape."""
    for piece in pieces:
        painter.setClipRect(piece)
        yield piece
    painter.setClipping(False)
