"""Icons on the map: pictures that are kept on the screen, lines in files that can be enlarged."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintEngine, QPainter

from widgets.common.icons import draw, pixmap

LINES: Final = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def paint_sign(painter: QPainter, name: str, tone: QColor, rect: QRectF) -> None:
    """Paint an icon in a square."""
    if painter.paintEngine().type() in LINES:
        draw(painter, name, tone, rect)
        return
    ratio = painter.device().devicePixelRatioF() * max(1.0, painter.worldTransform().m11())
    picture = pixmap(name, tone, round(rect.width()), ratio)
    painter.drawPixmap(rect, picture, QRectF(picture.rect()))
