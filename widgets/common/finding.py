"""Searching on a page: the find bar, the hits, and the steps through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject

from widgets.common.find_bar import FindBar

PALETTE_HITS: Final = 8  # of one page
Hit = TypeVar("Hit")


class Finding(QObject, Generic[Hit]):
    """Steps through what a page finds; the page says what that is, marks it and shows it."""

    def __init__(self, parent: QObject, bar: FindBar) -> None:
        super().__init__(parent)
        self.bar = bar
        self._hits: list[Hit] = []
        self._at = -1
        bar.searched.connect(self._on_searched)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    def found(self, words: str) -> list[Hit]:
        """Return the hits in the order in which one steps through them."""
        raise NotImplementedError

    def mark(self, hits: Sequence[Hit]) -> None:
        """Mark all hits on the page; none takes the marks away."""
        raise NotImplementedError

    def show(self, hit: Hit) -> None:
        """Lead to one hit."""
        raise NotImplementedError

    def leave(self) -> None:
        """Give the keyboard back to the page."""
        raise NotImplementedError

    def before_first(self, hits: Sequence[Hit]) -> int:
        """Return where a new search stands before its first step."""
        return -1

    def open(self) -> None:
        """Show the bar and put the keyboard on it."""
        self.bar.open()
        self._on_searched(self.bar.text())

    def close(self) -> None:
        """Hide the bar and take the marks away."""
        self.bar.hide()
        self._hits, self._at = [], -1
        self.mark(())
        self.leave()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        if not self._hits:
            self.open()
            return
        self._at = (self._at + by) % len(self._hits)
        self.show(self._hits[self._at])
        self.bar.show_count(self._at + 1, len(self._hits))

    def refresh(self) -> None:
        """Search again after something changed; the hit that is looked at stays it."""
        if self.bar.isHidden() or not self.bar.text().strip():
            return
        now = self._hits[self._at : self._at + 1] if self._at >= 0 else []
        self._hits = self._found(self.bar.text())
        self._at = self._hits.index(now[0]) if now and now[0] in self._hits else -1
        self.mark(self._hits)
        self.bar.show_count(self._at + 1, len(self._hits))

    def _found(self, words: str) -> list[Hit]:
        return self.found(words) if words.strip() else []

    def _on_searched(self, words: str) -> None:
        self._hits = self._found(words)
        self._at = self.before_first(self._hits)
        self.mark(self._hits)
        if self._hits:
            self.step(1)
        else:
            self.bar.show_count(0, 0)
