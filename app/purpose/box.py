"""Rectangles of a wall, as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.purpose.board import SMALLEST


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Return its centre."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        """Return whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def grown(self, by: float) -> Box:
        """Return it larger on every side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, right: float, down: float) -> Box:
        """Return it elsewhere."""
        return Box(self.x + right, self.y + down, self.width, self.height)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all the boxes; an empty one when there is none."""
    every = list(boxes)
    if not every:
        return Box(0, 0, 0, 0)
    x, y = min([box.x for box in every]), min([box.y for box in every])
    right, bottom = max([box.x + box.width for box in every]), max([box.y + box.height for box in every])
    return Box(x, y, right - x, bottom - y)


def scaled(box: Box, whole: Box, into: Box) -> Box:
    """Return where a part of a whole lies, on full px, when the whole becomes another box; what touched still does."""
    across, along = into.width / whole.width, into.height / whole.height
    x, right = (round(into.x + (at - whole.x) * across) for at in (box.x, box.right))
    y, bottom = (round(into.y + (at - whole.y) * along) for at in (box.y, box.bottom))
    return Box(x, y, right - x, bottom - y)


def smallest_of(boxes: Iterable[Box]) -> tuple[float, float]:
    """Return how small the whole of some boxes can become while each of them can still be taken."""
    every = list(boxes)
    whole = around(every)
    return (
        whole.width * SMALLEST / min((box.width for box in every), default=SMALLEST),
        whole.height * SMALLEST / min((box.height for box in every), default=SMALLEST),
    )
