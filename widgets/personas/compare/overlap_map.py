"""How much of what is said two or three personas share, as circles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.personas.compare import Comparison
from app.personas.persona import Persona
from widgets.common.painted_text import draw_text, elided, width_of
from widgets.common.theme import theme

RADIUS: Final = 44
APART: Final = 30  # px from the middle of all to that of a circle
MOST: Final = 3
OPAQUE: Final = 0.25


def shares(found: Comparison) -> dict[tuple[str, ...], int]:
    """Return how many things just these personas say, by the personas in order; an overlap counts once."""
    counts: dict[tuple[str, ...], int] = {}
    for row in found.rows:
        joined = {card for overlap in row.overlaps for card in overlap.cards}
        for overlap in row.overlaps:
            counts[overlap.personas] = counts.get(overlap.personas, 0) + 1
        for persona, cell in zip(found.personas, row.cells, strict=True):
            alone = sum(card.id not in joined for card in cell or ())
            counts[persona,] = counts.get((persona,), 0) + alone
    return counts


class OverlapMap(QWidget):
    """Circles that overlap, with the number of things in each part; for two or three personas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._personas: Sequence[Persona] = ()
        self._counts: dict[tuple[str, ...], int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_comparison(self, personas: Sequence[Persona], found: Comparison) -> None:
        """Show other personas; four would not be told apart, and are left out."""
        self._personas, self._counts = personas, shares(found)
        self.setVisible(2 <= len(personas) <= MOST)
        names = {it.id: it.name for it in personas}
        said = [f"{' + '.join(names[it] for it in part)}: {n}" for part, n in self._counts.items()]
        self.setAccessibleName("; ".join(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(260, 2 * (RADIUS + APART) + 48)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        places = {it.id: middle + _away(at, len(self._personas), APART) for at, it in enumerate(self._personas)}
        for persona in self._personas:
            painter.setPen(QPen(theme().family(persona.colour), 1.5))
            fill = QColor(theme().family(persona.colour))
            fill.setAlphaF(OPAQUE / 2)
            painter.setBrush(fill)
            painter.drawEllipse(places[persona.id], RADIUS, RADIUS)
        for at, persona in enumerate(self._personas):
            self._name(painter, persona, middle + _away(at, len(self._personas), APART + RADIUS + 12))
        ids = [it.id for it in self._personas]
        for size in range(1, len(ids) + 1):
            for part in combinations(ids, size):
                self._number(painter, part, places, middle)

    def _number(self, painter: QPainter, part: tuple[str, ...], places: dict[str, QPointF], middle: QPointF) -> None:
        inside = sum((places[it] for it in part), QPointF()) / len(part)
        away = inside - middle
        if len(part) < len(places):
            inside += away * (0.55 if len(part) == 1 else 0.6)
        font, text = theme().font("body", 600), str(self._counts.get(part, 0))
        left = inside.x() - width_of(text, font) / 2
        draw_text(painter, left, QRectF(left, inside.y() - 10, 40, 20).toRect(), text, font, "text")

    def _name(self, painter: QPainter, persona: Persona, at: QPointF) -> None:
        font = theme().font("caption")
        text = elided(
            persona.name, font, self.width() / 2 - RADIUS if len(self._personas) == MOST else self.width() / 2
        )
        wide = width_of(text, font)
        middle = self.width() / 2
        left = at.x() - wide / 2 if abs(at.x() - middle) < 1 else at.x() - wide if at.x() < middle else at.x()
        left = min(max(2.0, left), self.width() - wide - 2)
        draw_text(painter, left, QRectF(left, at.y() - 8, wide + 2, 16).toRect(), text, font, "text_muted")


def _away(at: int, of: int, far: float) -> QPointF:
    """Return the way from the middle to the circle of a place: left and right for two, a triangle for three."""
    angle = pi + at * pi if of == 2 else pi * 7 / 6 + at * pi * 2 / 3
    return QPointF(cos(angle) * far, sin(angle) * far)
