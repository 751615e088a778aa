"""Searches titles and notes of the events and steps through the hits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from app.calendar.occurrence import Key, Occurrence
from app.message import say
from app.search.holding import holds
from widgets.common.find_bar import FindBar
from widgets.common.finding import PALETTE_HITS, Finding
from widgets.common.words import day, tr

if TYPE_CHECKING:
    from widgets.calendar.page import CalendarPage

AROUND: Final = timedelta(days=400)


class Finder(Finding[Key]):
    """The find bar of the page, and what the command palette finds here."""

    def __init__(self, page: CalendarPage) -> None:
        super().__init__(page, FindBar(page, say("calendar.find.hint"), page.toolbar))
        self._page = page
        self._days: list[date] = []

    def for_palette(self, words: str) -> Sequence[tuple[str, str, str]]:
        """Return the events that hold the words as (id, title, where): the next occurrence of a series."""
        found: dict[str, Occurrence] = {}
        for it in self._search(words):
            if it.event.id not in found or found[it.event.id].day < self._page.today <= it.day:
                found[it.event.id] = it
        hits = [
            (f"{it.event.id}@{it.original}".rstrip("@"), it.event.title, day(it.day, "ddd d MMM"))
            for it in found.values()
        ]
        waiting = [event for event in self._page.plan.backlog() if holds(words, event.title, event.notes)]
        hits += [(event.id, event.title, tr("calendar.backlog")) for event in waiting]
        return hits[:PALETTE_HITS]

    def _search(self, words: str) -> list[Occurrence]:
        if not words.strip():
            return []
        first, last = self._page.quarter.first - AROUND, self._page.quarter.last + AROUND
        found = [it for it in self._page.shown(first, last) if holds(words, it.event.title, it.event.notes)]
        return sorted(found, key=lambda it: (it.day, it.order))

    @override
    def found(self, words: str) -> list[Key]:
        hits = self._search(words)
        self._days = [it.day for it in hits]
        return [it.key for it in hits]

    @override
    def before_first(self, hits: Sequence[Key]) -> int:
        begin = self._page.quarter.first
        return next((at for at, that in enumerate(self._days) if begin <= that), 0) - 1

    @override
    def mark(self, hits: Sequence[Key]) -> None:
        self._page.views.set_highlight(hits)

    @override
    def show(self, hit: Key) -> None:
        self._page.reveal(hit)

    @override
    def leave(self) -> None:
        self._page.views.current.setFocus()
