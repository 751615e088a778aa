"""Lines of text at a place, for what is painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

from widgets.common.theme import theme


def draw_text(painter: QPainter, x: float, rect: QRect, text: str, font: QFont, role: str) -> None:
    """Paint a text from x on, in the middle of the height of a rectangle."""
    if not text:
        return
    metrics = QFontMetricsF(font)
    baseline = rect.y() + (rect.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    painter.setFont(font)
    painter.setPen(theme().color(role))
    painter.drawText(QPointF(x, round(baseline)), text)


def width_of(text: str, font: QFont) -> float:
    """Return how wide a text is."""
    return QFontMetricsF(font).horizontalAdvance(text) if text else 0.0


def elided(text: str, font: QFont, room: float) -> str:
    """Return as much of a text as there is room for."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))


def lines_of(text: str, font: QFont, room: float, most: int) -> list[str]:
    """Return a text wrapped at words on so many lines at most; what does not fit ends in …."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines: list[str] = []
    line = layout.createLine()
    while line.isValid() and len(lines) < most:
        line.setLineWidth(room)
        last = len(lines) == most - 1
        end = len(text) if last else line.textStart() + line.textLength()
        lines.append(text[line.textStart() : end].strip())
        line = layout.createLine()
    layout.endLayout()
    return [elided(it, font, room) for it in lines]
