"""Lays a tree out to the right as tidily as a person would, in time that grows as the number of nodes.

Nodes may have any size. Each child stands right of its own parent, not in a column with its cousins. The outlines
("contours") of neighbouring trees are followed only as deep as the shallower one, and threads lead from one to the
next, as in A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and Experience 44
(2014). No step calls itself, so a chain may be as deep as it likes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A node and the room that it needs; `children` are indexes of boxes that come later in the list."""

    width: float  # including the way to its children
    height: float
    children: tuple[int, ...] = ()
    gap: float = 0.0  # between the trees of two neighbouring children


def tidy(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """Return the left end and the middle of each box; the first box is the root, whose place is (0, 0).

    Siblings keep their order, no two boxes overlap, a parent stands at the middle of its children.
    """
    if not boxes:
        return []
    return _Layout(boxes).places()


class _Layout:
    """The numbers of one layout, as lists by the index of the box.

    `top` is where a box begins relative to its parent's frame, `moved` shifts a whole tree; both are sums along the
    way from the root in the end.
    """

    def __init__(self, boxes: Sequence[Box]) -> None:
        count = len(boxes)
        self.boxes = boxes
        self.left = [0.0] * count
        self.top = [0.0] * count
        self.moved = [0.0] * count
        self.shift = [0.0] * count  # what the siblings between two that were moved apart get of it
        self.change = [0.0] * count
        self.upper_thread = [-1] * count  # where the outline goes on below a box without children
        self.lower_thread = [-1] * count
        self.upper_end = list(range(count))  # the deepest box of the upper outline of each tree
        self.lower_end = list(range(count))
        self.upper_sum = [0.0] * count  # how far that end was moved, seen from the root of the tree
        self.lower_sum = [0.0] * count

    def places(self) -> list[tuple[float, float]]:
        boxes, left = self.boxes, self.left
        for index, box in enumerate(boxes):
            for child in box.children:
                left[child] = left[index] + box.width
        for index in range(len(boxes) - 1, -1, -1):
            if boxes[index].children:
                self._join(index)
        return self._sum_up()

    def _right(self, index: int) -> float:
        return self.left[index] + self.boxes[index].width

    def _join(self, parent: int) -> None:
        """Put the trees of the children one below the other, and the parent at their middle."""
        children = self.boxes[parent].children
        first, last = children[0], children[-1]
        lowest = [(self._right(self.upper_end[first]), 0)]  # (how far right, child): who bounds which depth from above
        for row in range(1, len(children)):
            reach = self._right(self.lower_end[children[row]])
            self._separate(parent, row, lowest)
            while lowest and reach >= lowest[-1][0]:
                lowest.pop()
            lowest.append((reach, row))
        begin = self.top[first] + self.moved[first]
        end = self.top[last] + self.moved[last] + self.boxes[last].height
        self.top[parent] = (begin + end - self.boxes[parent].height) / 2
        self.upper_end[parent], self.upper_sum[parent] = self.upper_end[first], self.upper_sum[first]
        self.lower_end[parent], self.lower_sum[parent] = self.lower_end[last], self.lower_sum[last]

    def _separate(self, parent: int, row: int, lowest: list[tuple[float, int]]) -> None:
        """Move the tree of a child down until it touches none of those above it."""
        boxes, top, moved = self.boxes, self.top, self.moved
        children, gap = boxes[parent].children, boxes[parent].gap
        above, below = children[row - 1], children[row]
        above_sum, below_sum = moved[above], moved[below]
        at = len(lowest) - 1
        while above >= 0 and below >= 0:
            above_reach, below_reach = self._right(above), self._right(below)
            while at > 0 and above_reach > lowest[at][0]:
                at -= 1
            overlap = above_sum + top[above] + boxes[above].height + gap - below_sum - top[below]
            if overlap > 0:
                below_sum += overlap
                self._move(children, row, lowest[at][1], overlap)
            if above_reach <= below_reach:
                above = boxes[above].children[-1] if boxes[above].children else self.lower_thread[above]
                above_sum += moved[above] if above >= 0 else 0.0
            if above_reach >= below_reach:
                below = boxes[below].children[0] if boxes[below].children else self.upper_thread[below]
                below_sum += moved[below] if below >= 0 else 0.0
        if below >= 0:
            self._thread_upper(children[0], children[row], below, below_sum)
        elif above >= 0:
            self._thread_lower(children[row - 1], children[row], above, above_sum)

    def _move(self, children: tuple[int, ...], row: int, by_row: int, distance: float) -> None:
        """Move a tree down; those between it and the one that it met share the new room."""
        child = children[row]
        self.moved[child] += distance
        self.upper_sum[child] += distance
        self.lower_sum[child] += distance
        between = row - by_row
        if between > 1:
            self.shift[children[by_row + 1]] += distance / between
            self.shift[child] -= distance / between
            self.change[child] -= distance - distance / between

    def _thread_upper(self, first: int, child: int, onto: int, onto_sum: float) -> None:
        end = self.upper_end[first]
        self.upper_thread[end] = onto
        difference = onto_sum - self.moved[onto] - self.upper_sum[first]
        self.moved[end] += difference
        self.top[end] -= difference
        self.upper_end[first], self.upper_sum[first] = self.upper_end[child], self.upper_sum[child]

    def _thread_lower(self, before: int, child: int, onto: int, onto_sum: float) -> None:
        end = self.lower_end[child]
        self.lower_thread[end] = onto
        difference = onto_sum - self.moved[onto] - self.lower_sum[child]
        self.moved[end] += difference
        self.top[end] -= difference
        self.lower_end[child], self.lower_sum[child] = self.lower_end[before], self.lower_sum[before]

    def _sum_up(self) -> list[tuple[float, float]]:
        boxes, moved = self.boxes, self.moved
        middles = [0.0] * len(boxes)
        for index, box in enumerate(boxes):
            middles[index] = self.top[index] + moved[index] + box.height / 2
            shifts = room = 0.0
            for child in box.children:
                shifts += self.shift[child]
                room += shifts + self.change[child]
                moved[child] += room + moved[index]
        return [(left, middle - middles[0]) for left, middle in zip(self.left, middles, strict=True)]
