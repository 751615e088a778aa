"""Round pictures of people: their initials on a tint that has no meaning but to tell them apart."""

from __future__ import annotations

from typing import Final
from zlib import crc32

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.theme import FAMILIES, theme

LETTERS: Final = {20: 9, 24: 10, 26: 10, 44: 16}  # px of the letters by px of the circle


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name.strip()[:1].upper() or "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def family_of(person: str) -> str:
    """Return the colour category that somebody has by chance, always the same one."""
    return FAMILIES[crc32(person.encode()) % len(FAMILIES)]


def paint_avatar(painter: QPainter, circle: QRect, person: str, name: str) -> None:
    """Paint the circle of somebody: by the id the tint, by the name the letters."""
    family = family_of(person)
    painter.setPen(QPen(theme().family(family, "tint_border"), 1))
    painter.setBrush(theme().family(family, "tint"))
    painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5))
    letters = LETTERS.get(circle.width(), circle.width() * 0.4) / theme().text_scale  # the circle does not grow
    painter.setFont(theme().font_px(letters, 600))
    painter.setPen(theme().color("text"))
    painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), initials(name))


class Avatar(QWidget):
    """The circle as a widget of its own."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = ("", "")
        self.setFixedSize(QSize(size, size))
        theme().changed.connect(self.update)

    def show_person(self, person: str, name: str) -> None:
        """Show somebody."""
        self._who = (person, name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_avatar(painter, self.rect(), *self._who)
