"""Pages as pictures: for the preview and as PNG files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from widgets.common.offscreen import drawing
from widgets.common.paper.sheet import Mark, Sheet, paint
from widgets.common.paper.style import UNIT, colour
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


def picture(sheet: Sheet, scale: float, more: Iterable[Mark] = ()) -> QImage:
    """Return a page as it is printed, `scale` px to a point."""
    image = QImage(round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour("raised"))
    image.setDotsPerMeterX(round(scale * 72 / 0.0254))
    image.setDotsPerMeterY(round(scale * 72 / 0.0254))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale / UNIT, scale / UNIT)
    paint(painter, sheet, more)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB32)
