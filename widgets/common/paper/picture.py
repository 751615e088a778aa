"""Pages as pictures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QImage, QPainter

from widgets.common.paper.sheet import Mark, Sheet, paint
from widgets.common.paper.style import UNIT, colour


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
