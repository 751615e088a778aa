"""Lays a tree out to the right as tidily as a person would, in time that grows as the number of nodes.

Nodes may have any size. Each child stands right of its own parent, not in a column with its cousins. The outlines
("contours") of neighbouring trees are followed only as deep as the shallower one, and threads lead from one to the
next, as in A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and Experience 44
(2014). No step calls itself, so a chain may be as deep as it likes.
"""

from __future__ import annotations

from array import array
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
    """The numbers of one layout by the index of the box, close together in memory: it is walked to and fro.

    `top` is where a box begins relative to its parent's frame, `moved` shifts a whole tree; both are sums along the
    way from the root in the end.
    """

    def __init__(self, boxes: Sequence[Box]) -> None:
        count = len(boxes)
        nothing = array("d", bytes(8 * count))
        self.boxes = boxes
        self.left, self.right = nothing[:], array("d", [box.width for box in boxes])
        self.height = array("d", [box.height for box in boxes])
        self.top, self.moved = nothing[:], nothing[:]
        self.shift, self.change = nothing[:], nothing[:]  # what siblings between two that were moved apart get of it
        # Where an outline goes on: the first or the last child, or below a box without children a thread.
        self.upper_next = array("i", [box.children[0] if box.children else -1 for box in boxes])
        self.lower_next = array("i", [box.children[-1] if box.children else -1 for box in boxes])
        self.upper_end = array("i", range(count))  # the deepest box of the upper outline of each tree
        self.lower_end = array("i", range(count))
        self.upper_sum, self.lower_sum = nothing[:], nothing[:]  # how far that end was moved, seen from its root

    def places(self) -> list[tuple[float, float]]:
        boxes, left, right = self.boxes, self.left, self.right
        for index, box in enumerate(boxes):
            here = right[index]
            for child in box.children:
                left[child] = here
                right[child] += here
        for index in range(len(boxes) - 1, -1, -1):
            if boxes[index].children:
                self._join(index)
        return self._sum_up()

    def _join(self, parent: int) -> None:
        """Put the trees of the children one below the other, and the parent at their middle."""
        children = self.boxes[parent].children
        first, last = children[0], children[-1]
        lowest = [(self.right[self.upper_end[first]], 0)]  # (how far right, child): who bounds which depth from above
        for row in range(1, len(children)):
            reach = self.right[self.lower_end[children[row]]]
            self._separate(parent, row, lowest)
            while lowest and reach >= lowest[-1][0]:
                lowest.pop()
            lowest.append((reach, row))
        begin = self.top[first] + self.moved[first]
        end = self.top[last] + self.moved[last] + self.height[last]
        self.top[parent] = (begin + end - self.height[parent]) / 2
        self.upper_end[parent], self.upper_sum[parent] = self.upper_end[first], self.upper_sum[first]
        self.lower_end[parent], self.lower_sum[parent] = self.lower_end[last], self.lower_sum[last]

    def _separate(self, parent: int, row: int, lowest: list[tuple[float, int]]) -> None:
        """Move the tree of a child down until it touches none of those above it."""
        top, moved, height, right = self.top, self.moved, self.height, self.right
        children, gap = self.boxes[parent].children, self.boxes[parent].gap
        above, below = children[row - 1], children[row]
        above_sum, below_sum = moved[above], moved[below]
        at = len(lowest) - 1
        while above >= 0 and below >= 0:
            above_reach, below_reach = right[above], right[below]
            while at > 0 and above_reach > lowest[at][0]:
                at -= 1
            overlap = above_sum + top[above] + height[above] + gap - below_sum - top[below]
            if overlap > 0:
                below_sum += overlap
                self._move(children, row, lowest[at][1], overlap)
            if above_reach <= below_reach:
                above = self.lower_next[above]
                above_sum += moved[above] if above >= 0 else 0.0
            if above_reach >= below_reach:
                below = self.upper_next[below]
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
        self.upper_next[end] = onto
        difference = onto_sum - self.moved[onto] - self.upper_sum[first]
        self.moved[end] += difference
        self.top[end] -= difference
        self.upper_end[first], self.upper_sum[first] = self.upper_end[child], self.upper_sum[child]

    def _thread_lower(self, before: int, child: int, onto: int, onto_sum: float) -> None:
        end = self.lower_end[child]
        self.lower_next[end] = onto
        difference = onto_sum - self.moved[onto] - self.lower_sum[child]
        self.moved[end] += difference
        self.top[end] -= difference
        self.lower_end[child], self.lower_sum[child] = self.lower_end[before], self.lower_sum[before]

    def _sum_up(self) -> list[tuple[float, float]]:
        moved, middles = self.moved, self.top
        for index, box in enumerate(self.boxes):
            middles[index] += moved[index] + self.height[index] / 2
            shifts = room = 0.0
            for child in box.children:
                shifts += self.shift[child]
                room += shifts + self.change[child]
                moved[child] += room + moved[index]
        origin = middles[0]
        return [(left, middle - origin) for left, middle in zip(self.left, middles, strict=True)]
