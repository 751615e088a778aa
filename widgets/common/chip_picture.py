"""The picture of something small that is dragged."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme


def chip_picture(title: str, family: str, sign: str, ratio: float) -> QPixmap:
    """Return the picture that is dragged: the chip as it will lie on its day, with the shadow of what is held."""
    font = theme().font_px(11, 500)
    width = min(200, QFontMetrics(font).horizontalAdvance(title) + 36)
    picture = QPixmap(round((width + 16) * ratio), round(40 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shadow = QColor(theme().color("shadow"))
    shadow.setAlpha(shadow.alpha() // 5)
    painter.setBrush(shadow)
    for spread in range(6, 0, -1):
        halo = QRect(8 - spread, 12 - spread, width + 2 * spread, 18 + 2 * spread)
        painter.drawRoundedRect(halo, 4 + spread, 4 + spread)
    painter.setBrush(theme().family(family, "tint"))
    painter.drawRoundedRect(8, 8, width, 18, 4, 4)
    painter.setBrush(theme().family(family))
    painter.drawRoundedRect(8, 8, 3, 18, 1, 1)
    paint_icon(painter, QRect(17, 8, 12, 18), sign, f"category.{family}.solid", 12)
    paint_text(painter, QRect(33, 8, width - 30, 18), title, font, "text")
    painter.end()
    return picture
