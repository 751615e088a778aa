"""Columns of a table found by their names, whatever their order; a row that is too short has empty cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

YES: Final = frozenset({"true", "t", "yes", "y", "1", "x", "да", "ja", "oui", "sí", "si", "sim", "tak", "sì"})


class Columns:
    """Where columns stand; names are compared without regard to capitals, the first of two is meant."""

    def __init__(self, head: Sequence[str]) -> None:
        self.head = tuple(head)
        self._at: dict[str, int] = {}
        for at, title in enumerate(head):
            self._at.setdefault(title.strip().casefold(), at)

    def __contains__(self, title: str) -> bool:
        return title in self._at

    def has(self, *titles: str) -> bool:
        """Return whether all of these are there."""
        return all(title in self._at for title in titles)

    def cell(self, cells: Sequence[str], title: str) -> str:
        """Return a cell of a row, "" when there is none."""
        at = self._at.get(title, -1)
        return cells[at].strip() if 0 <= at < len(cells) else ""

    def says(self, cells: Sequence[str], title: str) -> bool:
        """Return whether a cell says yes."""
        return self.cell(cells, title).casefold() in YES

    def others(self, cells: Sequence[str], known: frozenset[str]) -> dict[str, str]:
        """Return the cells of all further columns that hold something, by the names of their columns."""
        return {
            self.head[at].strip()[:100]: cells[at].strip()[:1000]
            for title, at in self._at.items()
            if title and title not in known and at < len(cells) and cells[at].strip()
        }
