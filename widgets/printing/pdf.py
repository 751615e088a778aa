"""Writes the printed plan as a PDF file; works without a display, in a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from widgets.common.offscreen import drawing
from widgets.common.paper.pdf import Report, painted, with_outline
from widgets.common.saving import save
from widgets.printing.document import Document

if TYPE_CHECKING:
    from widgets.printing.manuscript import Manuscript
    from widgets.printing.options import PaperOptions


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
