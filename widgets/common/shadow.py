"""Panels that float: rounded, framed and with a soft shadow, painted by hand because Qt's effect is slow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from widgets.common.theme import theme

MARGIN: Final = 18  # room that the shadow needs on each side
BLUR: Final = 14
DROP: Final = 4  # px that the shadow lies lower than the panel


def paint_shadow(painter: QPainter, panel: QRectF, radius: float) -> None:
    """Paint what a floating panel throws on the ground around it."""
    colour = theme().color("shadow")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in range(-DROP, BLUR):
        fade = 1 - (step + DROP) / (BLUR + DROP)
        tone = QColor(colour)
        tone.setAlphaF(colour.alphaF() * fade * fade)
        painter.setPen(QPen(tone, 1.0))
        ring = panel.adjusted(-step, -step + DROP, step, step + DROP)
        painter.drawRoundedRect(ring, radius + max(0, step), radius + max(0, step))
    painter.restore()


def paint_panel(painter: QPainter, panel: QRectF, radius: float, fill: str = "raised") -> None:
    """Paint a floating panel with its shadow."""
    paint_shadow(painter, panel, radius)
    outline = QPainterPath()
    outline.addRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    paint_outline(painter, outline, fill)


def paint_outline(painter: QPainter, outline: QPainterPath, fill: str = "raised") -> None:
    """Fill and frame the shape of a floating panel."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("border_strong"), 1.0))
    painter.setBrush(theme().color(fill))
    painter.drawPath(outline)
    painter.restore()
