"""X3: the quarter plan of REF as a PDF.

Counted is the time of the processor, so that a busy machine does not tell how busy it is.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPainter, QPdfWriter

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from storage.store import SqlStore
from tests.benchmarks.figure import Figure
from widgets.printing.document import Document
from widgets.printing.manuscript import gather
from widgets.printing.offscreen import drawing
from widgets.printing.options import Paper, PaperOptions, Part
from widgets.printing.pdf import page_layout, write_pdf
from widgets.printing.sheet import Box, Sheet, Text
from widgets.printing.style import UNIT, colour, font

IDS = ("X3",)
ROOT = Path(__file__).parents[2]
TIMES = 16  # the first is not counted


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as name, drawing():
        folder = Path(name)
        plan = _reference(folder)
        quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
        count = len(plan.occurrences(quarter.first, quarter.last))
        options = PaperOptions(quarter.first, quarter.last, parts=(Part.QUARTER,))
        sheets = list(Document(gather(plan, options), options).pages())
        write, bare = partial(_write, plan, options, folder / "plan.pdf"), partial(_bare, sheets)
        pairs = [(_spent(write), _spent(bare)) for _ in range(TIMES)][1:]
    figure, floor = (median(values) for values in zip(*pairs, strict=True))
    what = f"PDF of the quarter, {count} occurrences, {len(sheets)} pages"
    yield Figure("X3", f"{what}, beside QPdfWriter", figure, floor, 2, 1000)


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


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


def _reference(folder: Path) -> Plan:
    file = folder / "ref.sedyanka"
    command = [sys.executable, str(ROOT / "main.py"), "generate", str(file), "--seed", "1"]
    subprocess.run(command, check=True, capture_output=True)
    store = SqlStore(file, read_only=True)
    plan = Plan.read(store)
    store.close()
    return plan
