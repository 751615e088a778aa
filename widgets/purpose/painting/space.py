"""Finds what lies in a part of a board without looking at all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from app.purpose.box import Box

CELL: Final = 512  # px
WIDE: Final = 64  # cells: what covers more is looked at always

Cell = tuple[int, int]


class Space:
    """Boxes by id in square cells; for long things larger cells are better."""

    def __init__(self, cell: int = CELL) -> None:
        self._cell = cell
        self._boxes: dict[str, Box] = {}
        self._cells: dict[Cell, set[str]] = {}
        self._wide: set[str] = set()

    def __len__(self) -> int:
        return len(self._boxes)

    def get(self, id: str) -> Box | None:
        """Return the box of an id, None when it is not there."""
        return self._boxes.get(id)

    def boxes(self) -> list[Box]:
        """Return all boxes."""
        return list(self._boxes.values())

    def put(self, id: str, box: Box) -> None:
        """Keep a box, in place of the one before."""
        self.drop(id)
        self._boxes[id] = box
        self._enter(id, box)

    def drop(self, id: str) -> None:
        """Forget a box."""
        box = self._boxes.pop(id, None)
        if box is None:
            return
        self._wide.discard(id)
        across, down = self._span(box.x, box.right), self._span(box.y, box.bottom)
        for cell in product(across, down) if len(across) * len(down) <= WIDE else ():
            there = self._cells.get(cell)
            if there:
                there.discard(id)

    def fill(self, boxes: Iterable[tuple[str, Box]]) -> None:
        """Keep other boxes, in place of all before."""
        self._boxes, self._cells, self._wide = dict(boxes), {}, set()
        for key, box in self._boxes.items():
            self._enter(key, box)

    def _enter(self, id: str, box: Box) -> None:
        """Put an id into the cells that its box meets; asked for each of many thousands when a board is opened."""
        cell, x, y = self._cell, box.x, box.y
        left, right = int(x // cell), int((x + box.width) // cell)
        top, bottom = int(y // cell), int((y + box.height) // cell)
        if left == right and top == bottom:
            self._cells.setdefault((left, top), set()).add(id)
        elif (right - left + 1) * (bottom - top + 1) > WIDE:
            self._wide.add(id)
        else:
            for at in product(range(left, right + 1), range(top, bottom + 1)):
                self._cells.setdefault(at, set()).add(id)

    def within(self, part: Box) -> Iterator[str]:
        """Yield the ids whose boxes meet a part, each once."""
        found = set(self._wide)
        across, down = self._span(part.x, part.right), self._span(part.y, part.bottom)
        if len(across) * len(down) > len(self._cells):
            found.update(self._boxes)
        else:
            for column in across:
                for row in down:
                    found.update(self._cells.get((column, row), ()))
        boxes = self._boxes
        left, top, right, bottom = part.x, part.y, part.right, part.bottom
        for key in found:
            box = boxes[key]
            if box.x <= right and box.y <= bottom and box.x + box.width >= left and box.y + box.height >= top:
                yield key

    def _span(self, begin: float, end: float) -> range:
        return range(int(begin // self._cell), int(end // self._cell) + 1)
