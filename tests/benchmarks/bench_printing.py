"""X3: the quarter plan of REF as a PDF, beside the same marks drawn by nothing but Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPainter, QPdfWriter

from app.calendar.plan import Plan
from tests.benchmarks.figure import Figure, side_by_side
from tests.benchmarks.reference import disk, quarter_of, read_plan, reference
from widgets.common.offscreen import drawing
from widgets.common.paper.pdf import page_layout
from widgets.common.paper.sheet import Box, Sheet, Text
from widgets.common.paper.size import Paper
from widgets.common.paper.style import UNIT, colour, font
from widgets.printing.document import Document
from widgets.printing.manuscript import gather
from widgets.printing.options import PaperOptions, Part
from widgets.printing.pdf import write_pdf

IDS = ("X3",)
TIMES = 15


def measure() -> Iterator[Figure]:
    with disk() as folder:
        figure, floor, count, pages = written(reference(folder), folder)
    what = f"PDF of the quarter, {count} occurrences, {pages} pages, beside QPdfWriter"
    yield Figure("X3", what, figure, floor, 2, 1000)


def written(book: Path, folder: Path) -> tuple[float, float, int, int]:
    """Return how long the PDF takes, how long the floor, and how many occurrences and pages there are."""
    with drawing():
        plan = read_plan(book)
        quarter = quarter_of(plan)
        options = PaperOptions(quarter.first, quarter.last, parts=(Part.QUARTER,))
        sheets = list(Document(gather(plan, options), options).pages())
        write, bare = partial(_write, plan, options, folder / "plan.pdf"), partial(_bare, sheets)
        figure, floor = side_by_side(write, bare, times=TIMES)
        return figure, floor, len(plan.occurrences(quarter.first, quarter.last)), len(sheets)


def _write(plan: Plan, options: PaperOptions, file: Path) -> None:
    write_pdf(lambda *_: None, gather(plan, options), options, file)


def _bare(sheets: Sequence[Sheet]) -> bytes:
    """The same texts and rectangles, drawn by nothing but Qt."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNIT)
    writer.setPageLayout(page_layout(Paper()))
    painter = QPainter(writer)
    for number, sheet in enumerate(sheets):
        if number:
            writer.newPage()
        for mark in sheet.marks:
            if isinstance(mark, Text):
                painter.setFont(font(mark.look))
                painter.setPen(colour(mark.look.role))
                painter.drawText(round(mark.x * UNIT), round(mark.y * UNIT), mark.words)
            elif isinstance(mark, Box):
                painter.setBrush(colour(mark.fill or mark.edge))
                place = QRectF(mark.x * UNIT, mark.y * UNIT, mark.w * UNIT, mark.h * UNIT)
                painter.drawRoundedRect(place, mark.radius * UNIT, mark.radius * UNIT)
    painter.end()
    return bytes(buffer.data().data())
