"""Writes the printed plan as a PDF file; works without a display, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from widgets.common.offscreen import drawing
from widgets.common.pdf_spaces import mend_spaces
from widgets.common.saving import save
from widgets.printing.document import About, Document
from widgets.printing.sheet import Sheet, paint
from widgets.printing.style import UNIT

if TYPE_CHECKING:
    from widgets.printing.manuscript import Manuscript
    from widgets.printing.options import Paper, PaperOptions

PRODUCER = "Sedyanka"
Report = Callable[[int, int, str], None]


def write_pdf(report: Report, manuscript: Manuscript, options: PaperOptions, path: Path) -> int:
    """Write the plan as a PDF and return how many pages it has; KnownError when the place cannot be written.

    `report` is told (pages painted, pages in all, "").
    """
    with drawing():
        document = Document(manuscript, options)
        sheets = list(document.pages())
        data = painted(document, sheets, report)
    save(path, with_outline(data, sheets, document.about()))
    return len(sheets)


def painted(document: Document, sheets: Sequence[Sheet], report: Report) -> bytes:
    """Return the pages as a PDF without outline."""
    about = document.about()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNIT)
    writer.setPageLayout(page_layout(document.options.paper))
    writer.setTitle(about.title)
    writer.setAuthor(about.author)
    writer.setCreator(PRODUCER)
    painter = QPainter(writer)
    for number, sheet in enumerate(sheets, 1):
        if number > 1:
            writer.newPage()
        paint(painter, sheet, document.foot(number, len(sheets)))
        report(number, len(sheets), "")
    painter.end()
    return bytes(data.data())


def page_layout(paper: Paper) -> QPageLayout:
    """Return the paper as Qt knows it, without margins: the pages bring their own."""
    size = QPageSize(QPageSize.PageSizeId.A4 if paper.name == "A4" else QPageSize.PageSizeId.Letter)
    lies = QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, lies, QMarginsF(0, 0, 0, 0))


def with_outline(data: bytes, sheets: Sequence[Sheet], about: About) -> bytes:
    """Return the file with what Qt cannot write: the outline, the subject, and spaces that are found as spaces."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import IndirectObject

    reader = PdfReader(BytesIO(data))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    mend_spaces(writer)
    above: list[IndirectObject] = []
    for number, sheet in enumerate(sheets):
        for chapter in sheet.chapters:
            del above[chapter.level :]
            parent = above[-1] if above else None
            above.append(writer.add_outline_item(title=chapter.title, page_number=number, parent=parent))
    writer.add_metadata({"/Subject": about.subject})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
