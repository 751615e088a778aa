"""Parts of a board that look different than they did when they were last painted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.purpose.box import Box

MOST: Final = 4_000  # boxes: more of them, and everything is painted anew


class Stale:
    """Gathers them until somebody who keeps painted pieces takes them."""

    def __init__(self) -> None:
        self._boxes: list[Box] = []
        self._all = True

    def all(self) -> None:
        """Say that everything looks different."""
        self._boxes, self._all = [], True

    def add(self, boxes: Iterable[Box]) -> None:
        """Say that some parts look different."""
        if not self._all:
            self._boxes += boxes
            if len(self._boxes) > MOST:
                self.all()

    def take(self) -> list[Box] | None:
        """Return what gathered, None for everything, and begin anew."""
        taken = None if self._all else self._boxes
        self._boxes, self._all = [], False
        return taken
