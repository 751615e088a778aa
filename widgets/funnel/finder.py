"""Searches texts and notes of the map and steps through the hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from app.message import say
from app.search.holding import holds
from widgets.common.find_bar import FindBar
from widgets.common.finding import PALETTE_HITS, Finding

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage


class Finder(Finding[str]):
    """The find bar of the page, and what the command palette finds here.

    What is folded opens while a hit in it is looked at, and folds again when the bar goes.
    """

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page, FindBar(page.stack, say("funnel.find.hint")))
        self._page = page

    def for_palette(self, words: str) -> Sequence[tuple[str, str, str]]:
        """Return what the command palette finds on this page."""
        funnel = self._page.funnel
        found = self.found(words)[:PALETTE_HITS] if words.strip() else []
        return [(key, funnel.text(key), self._page.path_words(key)) for key in found]

    @override
    def found(self, words: str) -> list[str]:
        funnel = self._page.funnel

        def more(key: str) -> str:
            branch = funnel.branch(key)
            return branch.notes if branch else funnel.stages[key].definition

        return [key for key in funnel.in_order() if holds(words, funnel.text(key), more(key))]

    @override
    def mark(self, hits: Sequence[str]) -> None:
        self._page.map.show_found(frozenset(hits))

    @override
    def show(self, hit: str) -> None:
        self._page.peek(hit)
        self._page.select([hit])
        self._page.map.reveal_node(hit, middle=True)

    @override
    def leave(self) -> None:
        self._page.map.show_open(frozenset())
        self._page.show_rows()
        self._page.focus_view()
