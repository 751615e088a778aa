"""Makes the file of a guide; works without a display, in a process of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.guide.handover.document import document_of
from app.guide.handover.wish import Form, Wish
from app.guide.snapshot import Guide
from app.text.document import Document
from app.text.markdown import markdown_of
from app.text.page import page_of
from widgets.common.paper.pdf import Report
from widgets.common.saving import save
from widgets.common.words import speaking, words
from widgets.guide.handover.dress import dress


def spoken(guide: Guide, wish: Wish) -> Document:
    """Return the guide as a document in the language that is wanted."""
    with speaking(wish.language):
        return document_of(guide, wish, words)


def made(report: Report, document: Document, form: Form, day: date, size: str = "A4") -> bytes:
    """Return the file of a document; `report` is told how far it is."""
    match form:
        case Form.PDF:
            from widgets.common.paper.text_paper import pdf_of

            return pdf_of(report, document, day, size)
        case Form.HTML:
            return page_of(document, dress(document.language)).encode()
        case Form.MARKDOWN:
            return markdown_of(document).encode()


def write(report: Report, document: Document, form: Form, day: date, size: str, path: Path) -> None:
    """Write the file whole or not at all; KnownError when the place cannot be written."""
    save(path, made(report, document, form, day, size))
