"""The ways of lines, and what of a long one has to be painted."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

LONG: Final = 1_500.0  # px of height from which on a line is cut: painting it whole takes a millisecond
EDGE: Final = 20.0  # px more than is seen: dashes begin there

Way = tuple[QPointF, QPointF, QPointF, QPointF]


def path_of(way: Way) -> QPainterPath:
    """Return a way as it is painted."""
    path = QPainterPath(way[0])
    path.cubicTo(way[1], way[2], way[3])
    return path


def stretch(way: Way, area: QRectF) -> Way:
    """Return what of a way lies between the top and the bottom of a part of the wall."""
    first, last = sorted((_part_at(way, area.top() - EDGE), _part_at(way, area.bottom() + EDGE)))
    return between(way, first, last)


def _part_at(way: Way, y: float) -> float:
    """Return how far along a way is at a height: it goes up or down all the way, as 3t² − 2t³ does."""
    start, end = way[0].y(), way[3].y()
    wanted = min(1.0, max(0.0, (y - start) / (end - start))) if start != end else 0.0
    low, high = 0.0, 1.0
    for _ in range(24):
        middle = (low + high) / 2
        if middle * middle * (3 - 2 * middle) < wanted:
            low = middle
        else:
            high = middle
    return high


def between(way: Way, first: float, last: float) -> Way:
    """Return the stretch of a Bézier curve between two parts of it (de Casteljau)."""

    def blossom(one: float, two: float, three: float) -> QPointF:
        places = list(way)
        for part in (one, two, three):
            places = [a + (b - a) * part for a, b in pairwise(places)]
        return places[0]

    return (
        blossom(first, first, first),
        blossom(first, first, last),
        blossom(first, last, last),
        blossom(last, last, last),
    )
