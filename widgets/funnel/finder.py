"""Searches texts and notes of the map and steps through the hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.message import say
from widgets.common.find_bar import FindBar

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage

PALETTE_HITS: Final = 8


class Finder(QObject):
    """The find bar of the page, and what the command palette finds here.

    What is folded opens while a hit in it is looked at, and folds again when the bar goes.
    """

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self._hits: list[str] = []
        self._at = -1
        self.bar = FindBar(page.stack, say("funnel.find.hint"))
        self.bar.searched.connect(self._on_searched)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar and put the keyboard on it."""
        self.bar.open()
        self._on_searched(self.bar.text())

    def close(self) -> None:
        """Hide the bar, take the marks away and fold what was opened for the search."""
        self.bar.hide()
        self._hits, self._at = [], -1
        self._page.map.show_found(frozenset())
        self._page.map.show_open(frozenset())
        self._page.focus_view()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        if not self._hits:
            self.open()
            return
        self._at = (self._at + by) % len(self._hits)
        hit, funnel = self._hits[self._at], self._page.funnel
        way = [funnel.branch(hit).stage, *funnel.forest.path(hit)[:-1]] if funnel.branch(hit) else []  # type: ignore[union-attr]
        self._page.map.show_open(frozenset(key for key in way if funnel.folded(key)))
        self._page.select([hit])
        self._page.map.reveal_node(hit, middle=True)
        self.bar.show_count(self._at + 1, len(self._hits))

    def refresh(self) -> None:
        """Search again after the map changed."""
        if self.bar.isHidden() or not self.bar.text().strip():
            return
        now = self._hits[self._at] if 0 <= self._at < len(self._hits) else ""
        self._hits = self._found(self.bar.text())
        self._at = self._hits.index(now) if now in self._hits else -1
        self._page.map.show_found(frozenset(self._hits))
        self.bar.show_count(self._at + 1, len(self._hits))

    def for_palette(self, words: str) -> Sequence[tuple[str, str, str]]:
        """Return what the command palette finds on this page."""
        funnel = self._page.funnel
        found = self._found(words)[:PALETTE_HITS]
        return [(key, funnel.text(key), self._page.path_words(key)) for key in found]

    def _on_searched(self, words: str) -> None:
        self._hits, self._at = self._found(words), -1
        self._page.map.show_found(frozenset(self._hits))
        if self._hits:
            self.step(1)
        else:
            self.bar.show_count(0, 0)

    def _found(self, text: str) -> list[str]:
        """Return the nodes that hold all the words, as the map reads."""
        wanted = text.casefold().split()
        if not wanted:
            return []
        funnel, found = self._page.funnel, []
        for key in funnel.in_order():
            branch = funnel.branch(key)
            all_of_it = f"{funnel.text(key)}\n{branch.notes if branch else funnel.stages[key].definition}".casefold()
            if all(word in all_of_it for word in wanted):
                found.append(key)
        return found
