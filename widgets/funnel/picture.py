"""The map as a picture: PNG, SVG or PDF, on light paper; drawn in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.offscreen import drawing
from widgets.common.saving import save
from widgets.common.theme import theme
from widgets.common.words import speaking, tr
from widgets.funnel.canvas.crossings import crossings, paint_crossing
from widgets.funnel.canvas.laid import Shown, bounds_of, lay_out
from widgets.funnel.canvas.paint_lines import fans, paint_fan, paint_step, steps
from widgets.funnel.canvas.paint_nodes import State, paint_node, pill_rect
from widgets.funnel.canvas.writing import Writing

AROUND: Final = 24.0
PIXELS_MOST: Final = 60_000_000
DOTS: Final = 96  # px of the map to an inch of paper
FINE: Final = 4  # units of a PDF to a px of the map
POINTS_MOST: Final = 14_400.0  # of a side of a page, as PDF allows


@dataclass(frozen=True, slots=True)
class MapWish:
    """A map, and how it is wanted."""

    form: str  # png, svg or pdf
    funnel: FunnelMap
    results: Mapping[str, tuple[Result, ...]]
    today: date
    language: str
    focus: str = ""  # only this stage or branch and what hangs on it


def draw_map(report: Callable[[int, int, str], None], wish: MapWish) -> bytes:
    """Return the file."""
    report(0, 1, wish.funnel.playbook.name)
    with drawing(), speaking(wish.language):
        theme().on_paper = True
        picture = MapPicture(wish.funnel, wish.results, wish.today, wish.focus)
        return {"png": picture.png, "svg": picture.svg, "pdf": picture.pdf}[wish.form]()


def write_map(report: Callable[[int, int, str], None], wish: MapWish, path: str) -> str:
    """Write a map as a picture or a page; return the name of the file."""
    save(Path(path), draw_map(report, wish))
    return Path(path).name


class MapPicture:
    """The map laid out for a picture of its own."""

    def __init__(
        self, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date, focus: str = ""
    ) -> None:
        self._funnel = funnel
        self._writing = Writing(funnel, results, today)
        self._nodes = lay_out(funnel, Shown(focus), self._writing.write)
        area = bounds_of(self._nodes)
        for node in self._nodes.values():
            if node.hidden:
                area = area.united(pill_rect(node))
        self._crossings = crossings(funnel, self._nodes)
        for line in self._crossings:
            area = area.united(line.bounds)
        self.area = area.adjusted(-AROUND, -AROUND, AROUND, AROUND)

    def png(self, scale: float = 2.0) -> bytes:
        """Return the picture as PNG, less sharp when it would be larger than memory should hold."""
        size = self.area.size()
        scale = min(scale, (PIXELS_MOST / max(1.0, size.width() * size.height())) ** 0.5)
        image = QImage((size * scale).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(theme().color("bg"))
        painter = QPainter(image)
        painter.scale(scale, scale)
        self._paint(painter, scale)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt takes text
        return bytes(data.data())

    def svg(self) -> bytes:
        """Return the picture as SVG."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QSvgGenerator()
        writer.setOutputDevice(buffer)
        writer.setSize(QSize(round(self.area.width()), round(self.area.height())))
        writer.setViewBox(QRectF(QPointF(0, 0), self.area.size()))
        writer.setTitle(tr("funnel.picture", name=self._funnel.playbook.name))
        painter = QPainter(writer)
        painter.fillRect(QRectF(QPointF(0, 0), self.area.size()), theme().color("bg"))
        self._paint(painter, 1.0)
        painter.end()
        return bytes(data.data())

    def pdf(self) -> bytes:
        """Return the picture as one PDF page of its own size."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        title = tr("funnel.picture", name=self._funnel.playbook.name)
        writer.setTitle(title)
        writer.setCreator("Sedyanka")
        points = QSizeF(self.area.size() * 72 / DOTS)
        scale = min(1.0, POINTS_MOST / max(points.width(), points.height()))
        points *= scale
        page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        writer.setResolution(DOTS * FINE)
        painter = QPainter(writer)
        painter.scale(FINE * scale, FINE * scale)
        self._paint(painter, 1.0)
        painter.end()
        return searchable(bytes(data.data()), title)

    def _paint(self, painter: QPainter, zoom: float) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(-self.area.topLeft())
        for fan in fans(self._nodes):
            paint_fan(painter, fan, self.area)
        for stage, above, below in steps(self._funnel, self._nodes):
            paint_step(painter, self._funnel.conversions[stage], above, below, hovered=False)
        for line in self._crossings:
            paint_crossing(painter, line, self.area, selected=False)
        for node in self._nodes.values():
            paint_node(painter, node, self._writing, State(), max(1.0, zoom))


def searchable(data: bytes, subject: str) -> bytes:
    """Return a PDF with what Qt cannot write: its subject, and spaces that are found as spaces."""
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    from widgets.common.pdf_spaces import mend_spaces

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    mend_spaces(writer)
    writer.add_metadata({"/Subject": subject})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
