"""Ways of upright and level lines around boxes, with few bends."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Final

from app.purpose.box import Box

GAP: Final = 16.0  # px kept from what is gone around
BENDS_MOST: Final = 4
BOXES_MOST: Final = 10  # gone around at once: more would take longer than a frame
Point = tuple[float, float]
Way = tuple[int, int]
Spot = tuple[int, int, Way]  # column, row, direction in which it was reached


def elbow(begin: Point, tip: Point, out: Way, into: Way, around: Sequence[Box]) -> tuple[Point, ...] | None:
    """Return the corners of a way that leaves in the direction `out` and arrives against `into`; None when none is.

    It goes through none of the boxes, the first two of which it begins and ends at, and has at most BENDS_MOST bends;
    of all such ways it has the fewest bends, then is the shortest.
    """
    boxes = list(around[:BOXES_MOST])
    first = (begin[0] + out[0] * GAP, begin[1] + out[1] * GAP)
    last = (tip[0] + into[0] * GAP, tip[1] + into[1] * GAP)
    if _through(boxes, begin, first) or _through(boxes, last, tip):
        return None
    found = _Search(first, last, boxes).find(out, (-into[0], -into[1]))
    return None if found is None else _corners((begin, *found, tip))


class _Search:
    """Looks for the best way over the lines that lie GAP from the boxes."""

    def __init__(self, first: Point, last: Point, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        sides_x = [x for box in boxes for x in (box.x - GAP, box.right + GAP)]
        sides_y = [y for box in boxes for y in (box.y - GAP, box.bottom + GAP)]
        self._xs = sorted({first[0], last[0], (first[0] + last[0]) / 2, *sides_x})
        self._ys = sorted({first[1], last[1], (first[1] + last[1]) / 2, *sides_y})
        self._begin = (self._xs.index(first[0]), self._ys.index(first[1]))
        self._end = (self._xs.index(last[0]), self._ys.index(last[1]))
        self._free: dict[tuple[int, int, int, int], bool] = {}

    def find(self, out: Way, arriving: Way) -> list[Point] | None:
        begin: Spot = (*self._begin, out)
        best: dict[Spot, tuple[int, float]] = {begin: (0, 0.0)}
        came: dict[Spot, Spot] = {}
        waiting: list[tuple[int, float, Spot]] = [(0, 0.0, begin)]
        while waiting:
            bends, length, here = heappop(waiting)
            if (here[0], here[1]) == self._end and here[2] == arriving:
                return self._walked(came, here)
            if best[here] < (bends, length):
                continue
            for there, more, far in self._steps(here, arriving):
                cost = (bends + more, length + far)
                if cost[0] <= BENDS_MOST and cost < best.get(there, (BENDS_MOST + 1, 0.0)):
                    best[there], came[there] = cost, here
                    heappush(waiting, (*cost, there))
        return None

    def _steps(self, here: Spot, arriving: Way) -> list[tuple[Spot, int, float]]:
        """Return where one can go: on to the next lines, or, at the end, into the direction of arrival."""
        column, row, way = here
        if (column, row) == self._end and way != arriving and way != (-arriving[0], -arriving[1]):
            return [((column, row, arriving), 1, 0.0)]
        found = []
        for ahead in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            if ahead == (-way[0], -way[1]):
                continue
            to = (column + ahead[0], row + ahead[1])
            if 0 <= to[0] < len(self._xs) and 0 <= to[1] < len(self._ys) and self._is_free(column, row, *to):
                far = abs(self._xs[to[0]] - self._xs[column]) + abs(self._ys[to[1]] - self._ys[row])
                found.append(((*to, ahead), int(ahead != way), far))
        return found

    def _is_free(self, column: int, row: int, to_column: int, to_row: int) -> bool:
        key = (column, row, to_column, to_row)
        known = self._free.get(key)
        if known is None:
            begin, end = (self._xs[column], self._ys[row]), (self._xs[to_column], self._ys[to_row])
            known = self._free[key] = not _through(self._boxes, begin, end)
        return known

    def _walked(self, came: dict[Spot, Spot], here: Spot) -> list[Point]:
        way = [(self._xs[here[0]], self._ys[here[1]])]
        while here in came:
            here = came[here]
            way.append((self._xs[here[0]], self._ys[here[1]]))
        return way[::-1]


def _through(boxes: Sequence[Box], begin: Point, end: Point) -> bool:
    """Return whether an upright or level line goes through the inside of a box."""
    left, right = sorted((begin[0], end[0]))
    top, bottom = sorted((begin[1], end[1]))
    return any(left < box.right and right > box.x and top < box.bottom and bottom > box.y for box in boxes)


def _corners(way: Sequence[Point]) -> tuple[Point, ...]:
    """Return the way without points that lie on a straight line, or twice at the same place."""
    kept: list[Point] = []
    for point in way:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)
