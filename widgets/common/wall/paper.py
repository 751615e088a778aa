"""What lies on a wall as a file to look at: PNG, SVG, or one page of PDF in which words can be searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.exchange.xml_tree import FORBIDDEN
from widgets.common.theme import theme

SIDE_MOST: Final = 16_000  # px of a picture
PIXELS_MOST: Final = 60_000_000
DOTS: Final = 96  # px of a wall to an inch of paper
FINE: Final = 4  # units of a PDF to a px of a wall
MARGIN: Final = 28.0  # points of A4 and Letter that stay empty on every side
POINTS_MOST: Final = 14_400.0  # of a side of a page, as PDF allows
PAGES: Final = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something to be drawn; `paint` has its corner at 0, 0 and is told how large a px of it becomes."""

    size: QSizeF
    paint: Callable[[QPainter, float], None]
    title: str
    author: str = ""
    clear: bool = False  # nothing is painted behind it


def png(drawing: Drawing, scale: float = 2.0) -> bytes:
    """Return a PNG, less sharp when it would be larger than memory should hold."""
    wide, high = max(1.0, drawing.size.width()), max(1.0, drawing.size.height())
    scale = min(scale, SIDE_MOST / max(wide, high), (PIXELS_MOST / (wide * high)) ** 0.5)
    pixels = QSize(max(1, round(wide * scale)), max(1, round(high * scale)))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, drawing, scale, "bg")
    if not drawing.clear:
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    data = QByteArray()
    image.save(_into(data), "PNG")  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt takes text
    return bytes(data.data())


def svg(drawing: Drawing) -> bytes:
    """Return an SVG."""
    from PySide6.QtSvg import QSvgGenerator

    data = QByteArray()
    buffer, writer = _into(data), QSvgGenerator()  # Qt keeps no hold of the buffer
    writer.setOutputDevice(buffer)
    writer.setResolution(DOTS)
    writer.setSize(QSize(round(drawing.size.width()), round(drawing.size.height())))
    writer.setViewBox(QRectF(QPointF(0, 0), drawing.size))
    writer.setTitle(drawing.title)
    _paint(QPainter(writer), drawing, 1.0, "bg")
    # Qt writes down letters that no XML may hold, and then nobody can open the file.
    return FORBIDDEN.sub("", bytes(data.data()).decode("utf-8", "replace")).encode()


def pdf(drawing: Drawing, page: str = "") -> bytes:
    """Return a PDF of one page, A4, Letter or as large as what it shows."""
    data = QByteArray()
    layout, scale = _layout(drawing.size, page)
    buffer = _into(data)
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    writer.setAuthor(drawing.author)
    writer.setCreator("Sedyanka")
    writer.setPageLayout(layout)
    writer.setResolution(DOTS * FINE)
    painter = QPainter(writer)
    paper, size = layout.fullRectPixels(DOTS * FINE), drawing.size * scale * FINE
    painter.translate((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2)
    painter.scale(scale * FINE, scale * FINE)
    _paint(painter, drawing, 1.0, "raised")  # white: pages are not tinted
    return _searchable(bytes(data.data()), drawing.title)


def _paint(painter: QPainter, drawing: Drawing, scale: float, ground: str) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if not drawing.clear:
        painter.fillRect(QRectF(QPointF(0, 0), drawing.size), theme().color(ground))
    drawing.paint(painter, scale)
    painter.end()


def _layout(size: QSizeF, page: str) -> tuple[QPageLayout, float]:
    """Return the page and how large the drawing is on it: never larger than on the screen."""
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
