"""Texts broken into lines once, so that painting them again costs little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption

from widgets.common.theme import theme

LINE: Final = 16.0  # px from one line of a note to the next
LETTERS_MOST: Final = 4_000  # broken into lines: more has no room on any note that can be read


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ready to be painted."""

    text: QStaticText
    font: QFont
    x: float
    y: float

    def rect(self) -> QRectF:
        """Return where it is painted."""
        metrics = QFontMetricsF(self.font)
        return QRectF(self.x, self.y, metrics.horizontalAdvance(self.text.text()), metrics.ascent() + metrics.descent())


def broken(text: str, font: QFont, width: float) -> list[str]:
    """Return the lines of a text in a width; words that are longer are broken."""
    found: list[str] = []
    for part in text[:LETTERS_MOST].split("\n"):
        found += _broken(part, font, max(1.0, width))
    return found


def _broken(text: str, font: QFont, width: float) -> list[str]:
    if not text:
        return [""]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # positions are counted in UTF-16, as Qt does
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    if text.isascii() or all(ord(letter) < 0x10000 for letter in text):
        return [text[start : start + length].rstrip() for start, length in found]
    units = text.encode("utf-16-le")
    return [units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").rstrip() for start, length in found]


def set_lines(
    lines: Sequence[tuple[str, QFont]], x: float, y: float, width: float, room: float, pitch: float = LINE
) -> list[Line]:
    """Return lines below each other as far as there is room; the last one says by "…" that there is more."""
    fits = max(1, int((room + 0.5) // pitch))
    found = []
    for row, (text, font) in enumerate(lines[:fits]):
        shown = text
        if row == fits - 1 and len(lines) > fits:
            shown = QFontMetricsF(font).elidedText(f"{text}…" if text else "…", Qt.TextElideMode.ElideRight, width)
        if shown:
            found.append(static(shown, font, x, y + row * pitch, pitch))
    return found


def static(text: str, font: QFont, x: float, y: float, pitch: float = LINE) -> Line:
    """Return one line whose middle is in a strip of the height `pitch` that begins at y."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    metrics = QFontMetricsF(font)
    return Line(made, font, x, y + (pitch - metrics.ascent() - metrics.descent()) / 2)


def draw(painter: QPainter, lines: Sequence[Line]) -> None:
    """Paint lines in the colour of the pen."""
    for line in lines:
        painter.setFont(line.font)
        painter.drawStaticText(QPointF(line.x, line.y), line.text)


def written(text: str, width: float) -> list[tuple[str, QFont]]:
    """Return the lines of a note: the first written line is stronger when others follow."""
    first, newline, rest = text.strip("\n").partition("\n")
    usual = theme().content_font(12)
    if not newline:
        return [(line, usual) for line in broken(first, usual, width)]
    strong = theme().content_font(12, 500)
    return [
        *((line, strong) for line in broken(first, strong, width)),
        *((it, usual) for it in broken(rest, usual, width)),
    ]


def height_of(text: str, width: float) -> float:
    """Return how high the lines of a note are."""
    return len(written(text, width)) * LINE


def elided(text: str, font: QFont, width: float) -> str:
    """Return as much of one line as there is room for."""
    if width <= 8:
        return ""
    return QFontMetricsF(font).elidedText(text[:LETTERS_MOST], Qt.TextElideMode.ElideRight, width)
