"""Where the pills of the matrix stand: pure geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

from app.calendar.ranking import LEVELS, Ref, Scored

PILL: Final = 26  # height
STEP: Final = 30  # from pill to pill where several have one score
DOT: Final = 13  # from the near end of a pill to the middle of its dot
FLIP: Final = 4  # beyond this ease the label stands left of the dot
LEAST: Final = 60  # of a pill whose label has little room
MARGINS: Final = (56, 20, 24, 48)
NAMES: Final = 14  # above and below the levels, for the names of the quadrants


@dataclass(frozen=True, slots=True)
class Pill:
    """One thing at its place; a flipped one has its dot at the right end."""

    thing: Scored
    rank: int
    rect: QRect
    flipped: bool

    @property
    def dot(self) -> QPointF:
        """The middle of the dot."""
        x = self.rect.right() + 1 - DOT if self.flipped else self.rect.left() + DOT
        return QPointF(x, self.rect.center().y() + 0.5)


@dataclass(frozen=True, slots=True)
class More:
    """What did not fit at a score, as one small pill."""

    rect: QRect
    things: tuple[Scored, ...]


class MatrixPlaces:
    """The field: five levels each way, each a cell wide, so that the outermost have room around them."""

    def __init__(self, size_width: int, size_height: int) -> None:
        left, top, right, bottom = MARGINS
        self.field = QRect(left, top, max(200, size_width - left - right), max(200, size_height - top - bottom))
        self._grid = self.field.adjusted(0, NAMES, 0, -NAMES)

    def point(self, impact: float, ease: float) -> QPointF:
        """Return where a score lies."""
        span = LEVELS[1] - LEVELS[0] + 1
        x = self._grid.left() + (ease - LEVELS[0] + 0.5) / span * self._grid.width()
        y = self._grid.bottom() + 1 - (impact - LEVELS[0] + 0.5) / span * self._grid.height()
        return QPointF(x, y)

    def cell(self, impact: int, ease: int) -> QRectF:
        """Return the part of the field that takes a score when something is dropped there."""
        width, height = self._grid.width() / 5, self._grid.height() / 5
        middle = self.point(impact, ease)
        return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)

    def score_at(self, place: QPoint) -> tuple[int, int] | None:
        """Return impact and ease of a place, None outside the field."""
        if not self.field.contains(place):
            return None
        ease = 1 + (place.x() - self._grid.left()) * 5 // self._grid.width()
        impact = 5 - (place.y() - self._grid.top()) * 5 // self._grid.height()
        return min(5, max(1, impact)), min(5, max(1, ease))

    def lay(self, ranked: Sequence[Scored], widths: Mapping[Ref, int]) -> tuple[list[Pill], list[More]]:
        """Return the pills, none on another: each as near to its score as those of better rank leave room."""
        pills: list[Pill] = []
        left_over: dict[tuple[int, int], list[Scored]] = {}
        for rank, thing in enumerate((it for it in ranked if it.rated), 1):
            rect = self._free(thing, widths[thing.ref], [pill.rect for pill in pills])
            if rect is None:
                left_over.setdefault((thing.impact, thing.ease), []).append(thing)
            else:
                pills.append(Pill(thing, rank, rect, thing.ease > FLIP))
        more: list[More] = []
        for (impact, ease), things in left_over.items():
            taken = [*(it.rect for it in pills), *(it.rect for it in more)]
            more.append(More(self._more_rect(impact, ease, taken), tuple(things)))
        return pills, more

    def _free(self, thing: Scored, width: int, taken: Sequence[QRect]) -> QRect | None:
        middle, cell = self.point(thing.impact, thing.ease), self.cell(thing.impact, thing.ease)
        most = int((cell.height() - PILL) / 2 // STEP)
        widest = self._room(middle, flipped=thing.ease > FLIP)
        for wanted in (min(width, widest), min(width, widest, round(cell.width()) - 8)):
            for step in sorted(range(-most, most + 1), key=lambda n: (abs(n), n)):
                rect = self._rect(middle, step, wanted, flipped=thing.ease > FLIP)
                if not any(rect.adjusted(-3, -1, 3, 1).intersects(other) for other in taken):
                    return rect
        return None

    def _room(self, middle: QPointF, *, flipped: bool) -> int:
        inside = middle.x() - self.field.left() if flipped else self.field.right() - middle.x()
        return max(LEAST, round(inside) + DOT - 6)

    def _rect(self, middle: QPointF, step: int, width: int, *, flipped: bool) -> QRect:
        top = round(middle.y() - PILL / 2 + step * STEP)
        left = round(middle.x()) + DOT - width if flipped else round(middle.x()) - DOT
        return QRect(left, top, width, PILL)

    def _more_rect(self, impact: int, ease: int, taken: Sequence[QRect]) -> QRect:
        """Return a corner of the cell that is free, the lower one on the side away from the labels when none is."""
        cell = self.cell(impact, ease).toRect()
        near, far = cell.left() + 4, cell.right() - 38
        sides = (far, near) if ease > FLIP else (near, far)
        rects = [QRect(x, y, 34, 14) for y in (cell.bottom() - 12, cell.top() + 1) for x in sides]
        return next((it for it in rects if not any(it.intersects(other) for other in taken)), rects[0])
