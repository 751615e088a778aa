"""Finds what lies in a part of a board without looking at all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.purpose.box import Box

CELL: Final = 512  # px
WIDE: Final = 64  # cells: what covers more is looked at always

Cell = tuple[int, int]


class Space:
    """Boxes by id in square cells."""

    def __init__(self) -> None:
        self._boxes: dict[str, Box] = {}
        self._cells: dict[Cell, set[str]] = {}
        self._wide: set[str] = set()

    def __len__(self) -> int:
        return len(self._boxes)

    def get(self, id: str) -> Box | None:
        """Return the box of an id, None when it is not there."""
        return self._boxes.get(id)

    def put(self, id: str, box: Box) -> None:
        """Keep a box, in place of the one before."""
        self.drop(id)
        self._boxes[id] = box
        cells = _cells(box)
        if cells is None:
            self._wide.add(id)
        else:
            for cell in cells:
                self._cells.setdefault(cell, set()).add(id)

    def drop(self, id: str) -> None:
        """Forget a box."""
        box = self._boxes.pop(id, None)
        if box is None:
            return
        self._wide.discard(id)
        for cell in _cells(box) or ():
            there = self._cells.get(cell)
            if there:
                there.discard(id)

    def clear(self) -> None:
        """Forget all."""
        self._boxes.clear()
        self._cells.clear()
        self._wide.clear()

    def within(self, part: Box) -> Iterator[str]:
        """Yield the ids whose boxes meet a part, each once."""
        found = set(self._wide)
        across, down = _span(part.x, part.right), _span(part.y, part.bottom)
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


def _span(begin: float, end: float) -> range:
    return range(int(begin // CELL), int(end // CELL) + 1)


def _cells(box: Box) -> list[Cell] | None:
    across, down = _span(box.x, box.right), _span(box.y, box.bottom)
    if len(across) * len(down) > WIDE:
        return None
    return [(column, row) for column in across for row in down]
