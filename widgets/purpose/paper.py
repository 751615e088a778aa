"""Boards as files to look at: PNG, SVG and PDF, always on light paper; drawn in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.purpose.board_wish import BoardWish
from app.purpose.wall import box_of
from widgets.common.offscreen import drawing
from widgets.common.theme import theme
from widgets.common.words import speaking
from widgets.purpose.painting.picture import BoardPicture, rect_of
from widgets.purpose.pictures import decoded

EDGE: Final = 24.0  # px around what is shown
SIDE_MOST: Final = 16_000  # px of a picture
PIXELS_MOST: Final = 60_000_000
DOTS: Final = 96  # px of a board to an inch of paper
FINE: Final = 4  # units of a PDF to a px of a board
MARGIN: Final = 28.0  # points of A4 and Letter that stay empty on every side
POINTS_MOST: Final = 14_400.0  # of a side of a page, as PDF allows
PAGES: Final = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def draw_board(report: Callable[[int, int, str], None], wish: BoardWish) -> bytes:
    """Return the file."""
    report(0, 1, wish.wall.board.name)
    with drawing(), speaking(wish.language):
        theme().on_paper = True
        return {"png": _png, "svg": _svg, "pdf": _pdf}[wish.form](_Drawing(wish))


class _Drawing:
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

    def paint(self, painter: QPainter) -> None:
        """Paint it with its corner at 0, 0."""
        size = self.area.size()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if not self.wish.clear:
            painter.fillRect(QRectF(QPointF(0, 0), size), self.ground())
        painter.translate(-self.area.topLeft())
        self.picture.paint(painter, self.area, 1.0, only=self.wish.only)

    def ground(self) -> QColor:
        """Return the colour of the paper: that of boards in pictures, white on pages."""
        return theme().color("raised" if self.wish.form == "pdf" else "bg")


def _png(drawing: _Drawing) -> bytes:
    size = drawing.area.size()
    scale = min(
        drawing.wish.scale,
        SIDE_MOST / max(size.width(), size.height()),
        (PIXELS_MOST / (size.width() * size.height())) ** 0.5,
    )
    image = QImage(
        max(1, round(size.width() * scale)),
        max(1, round(size.height() * scale)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    drawing.paint(painter)
    painter.end()
    if not drawing.wish.clear:
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    data = QByteArray()
    buffer = _into(data)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt takes text
    return bytes(data.data())


def _svg(drawing: _Drawing) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    data, size = QByteArray(), drawing.area.size()
    buffer, writer = _into(data), QSvgGenerator()  # Qt keeps no hold of the buffer
    writer.setOutputDevice(buffer)
    writer.setResolution(DOTS)
    writer.setSize(QSize(round(size.width()), round(size.height())))
    writer.setViewBox(QRectF(QPointF(0, 0), size))
    writer.setTitle(drawing.wish.wall.board.name)
    painter = QPainter(writer)
    drawing.paint(painter)
    painter.end()
    return bytes(data.data())


def _pdf(drawing: _Drawing) -> bytes:
    data, wish = QByteArray(), drawing.wish
    layout, scale = _layout(drawing.area.size(), wish.page)
    buffer = _into(data)
    writer = QPdfWriter(buffer)
    writer.setTitle(wish.wall.board.name)
    writer.setAuthor(wish.community)
    writer.setCreator("Sedyanka")
    writer.setPageLayout(layout)
    writer.setResolution(DOTS * FINE)
    painter = QPainter(writer)
    paper = layout.fullRectPixels(DOTS * FINE)
    size = drawing.area.size() * scale * FINE
    painter.translate((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2)
    painter.scale(scale * FINE, scale * FINE)
    drawing.paint(painter)
    painter.end()
    return _searchable(bytes(data.data()), wish.wall.board.name)


def _layout(size: QSizeF, page: str) -> tuple[QPageLayout, float]:
    """Return the page and how large the board is on it: never larger than on the screen."""
    none = QMarginsF(0, 0, 0, 0)
    upright = QPageLayout.Orientation.Portrait
    if page in PAGES:
        lies = QPageLayout.Orientation.Landscape if size.width() > size.height() else upright
        layout = QPageLayout(QPageSize(PAGES[page]), lies, none)
        room = layout.fullRect(QPageLayout.Unit.Point).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        scale = min(room.width() / size.width(), room.height() / size.height()) * DOTS / 72
        return layout, min(1.0, scale)
    points = size * (72 / DOTS)
    scale = min(1.0, POINTS_MOST / max(points.width(), points.height()))
    own = QPageSize(points * scale, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(own, upright, none), scale


def _searchable(data: bytes, subject: str) -> bytes:
    """Return the file with what Qt cannot write: its subject, and spaces that are found as spaces."""
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    from widgets.common.pdf_spaces import mend_spaces

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    mend_spaces(writer)
    writer.add_metadata({"/Subject": subject})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _into(data: QByteArray) -> QBuffer:
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
