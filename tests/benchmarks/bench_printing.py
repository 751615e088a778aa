"""X3: the quarter plan of REF as a PDF."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPainter, QPdfWriter

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.calendar.occurrence import Occurrence
from app.calendar.workload import week_loads
from tests.benchmarks.figure import Figure, side_by_side
from widgets.common.theme import FAMILIES
from widgets.printing.document import Document
from widgets.printing.manuscript import Manuscript, weeks_between
from widgets.printing.offscreen import drawing
from widgets.printing.options import Paper, PaperOptions, Part
from widgets.printing.pdf import page_layout, write_pdf
from widgets.printing.sheet import Box, Sheet, Text
from widgets.printing.style import UNIT, colour, font

IDS = ("X3",)
START = date(2027, 3, 1)
LAST = START + timedelta(days=89)


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as folder, drawing():
        manuscript = _reference()
        file = Path(folder) / "plan.pdf"
        for what, parts in (("quarter on one page", (Part.QUARTER,)), ("quarter and agenda", tuple(Part)[::2])):
            options = PaperOptions(START, LAST, parts=parts)
            sheets = list(Document(manuscript, options).pages())
            figure, floor = side_by_side(
                lambda options=options: write_pdf(lambda *_: None, manuscript, options, file),
                lambda sheets=sheets: file.write_bytes(_bare(sheets)),
            )
            pages = f"{what}, 2,000 occurrences, {len(sheets)} pages"
            yield Figure("X3", f"PDF of {pages}, against QPdfWriter", figure, floor, 2, 1000)


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


def _reference() -> Manuscript:
    chance = random.Random(3)
    kinds = {name: Kind(name, name.title(), name, "star") for name in FAMILIES}
    occurrences = []
    for number in range(2000):
        day = START + timedelta(days=chance.randrange(88))
        long = number % 33 == 0
        at = None if long or number % 3 else time(chance.randrange(8, 20))
        event = Event(
            f"e{number % 300}",
            f"Седмична дискусия {number % 300}",
            chance.choice(FAMILIES),
            day,
            at,
            45,
            chance.randrange(2, 9) if long else 1,
            prep=0.5,
            live=0.5,
        )
        occurrences.append(Occurrence(event, day, at, day.isoformat()))
    occurrences.sort(key=lambda one: one.order)
    rows = weeks_between(START, LAST, 0)
    loads = week_loads(occurrences, rows, lambda _: 8.0)
    return Manuscript("REF", "", START, LAST, rows, tuple(occurrences), kinds, weeks=loads)
