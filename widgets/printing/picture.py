"""The first page as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice

from widgets.common.offscreen import drawing
from widgets.common.paper.picture import picture
from widgets.common.saving import save
from widgets.printing.document import Document

if TYPE_CHECKING:
    from widgets.common.paper.pdf import Report
    from widgets.printing.manuscript import Manuscript
    from widgets.printing.options import PaperOptions


def write_png(report: Report, manuscript: Manuscript, options: PaperOptions, path: Path, scale: float = 2.0) -> int:
    """Write the first page as a picture of `scale` px to a point; KnownError when the place cannot be written."""
    with drawing():
        document = Document(manuscript, options)
        sheet = next(document.pages())
        image = picture(sheet, scale, document.foot(1, 0))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt takes text
    report(1, 1, "")
    save(path, bytes(buffer.data().data()))
    return 1
