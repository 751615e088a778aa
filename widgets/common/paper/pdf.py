"""Writes a document as a PDF file; works without a display, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from widgets.common.paper.sheet import Mark, Sheet, paint
from widgets.common.paper.size import Paper
from widgets.common.paper.style import UNIT
from widgets.common.pdf_spaces import mend_spaces

PRODUCER: Final = "Sedyanka"
Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class About:
    """What stands in the properties of the file."""

    title: str
    author: str
    subject: str


class Printed(Protocol):
    """A document set on paper; every page can be painted anywhere."""

    @property
    def paper(self) -> Paper:
        """The paper of all pages."""

    def pages(self) -> Iterable[Sheet]:
        """Set page after page, each as it is asked for."""

    def foot(self, number: int, of: int) -> Sequence[Mark]:
        """Return the foot of a page; `of` is 0 while it is not known."""

    def about(self) -> About:
        """Return what stands in the properties of the file."""


def painted(document: Printed, sheets: Sequence[Sheet], report: Report) -> bytes:
    """Return the pages as a PDF without outline."""
    about = document.about()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNIT)
    writer.setPageLayout(page_layout(document.paper))
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
