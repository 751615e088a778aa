"""Searches titles and notes of the events and steps through the hits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.calendar.occurrence import Key, Occurrence
from app.message import say
from widgets.common.find_bar import FindBar
from widgets.common.words import day, tr

if TYPE_CHECKING:
    from widgets.calendar.page import CalendarPage

PALETTE_HITS = 8
AROUND = timedelta(days=400)


class Finder(QObject):
    """The find bar of the page, and what the command palette finds here."""

    def __init__(self, page: CalendarPage) -> None:
        super().__init__(page)
        self._page = page
        self._hits: list[Key] = []
        self._at = -1
        self.bar = FindBar(page, say("calendar.find.hint"), page.toolbar)
        self.bar.searched.connect(self._on_searched)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar and put the keyboard on it."""
        self.bar.open()
        self._on_searched(self.bar.text())

    def close(self) -> None:
        """Hide the bar and take the marks away."""
        self.bar.hide()
        self._hits, self._at = [], -1
        self._page.views.set_highlight(())
        self._page.views.current.setFocus()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        if not self._hits:
            self.open()
            return
        self._at = (self._at + by) % len(self._hits)
        self._page.reveal(self._hits[self._at])
        self.bar.show_count(self._at + 1, len(self._hits))

    def refresh(self) -> None:
        """Search again after the plan changed."""
        if not self.bar.isHidden() and self.bar.text().strip():
            current = self._hits[self._at] if 0 <= self._at < len(self._hits) else None
            self._hits = [it.key for it in self._search(self.bar.text())]
            self._at = self._hits.index(current) if current in self._hits else -1
            self._page.views.set_highlight(self._hits)
            self.bar.show_count(self._at + 1, len(self._hits))

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
        waiting = [event for event in self._page.plan.backlog() if _holds(words, event.title, event.notes)]
        hits += [(event.id, event.title, tr("calendar.backlog")) for event in waiting]
        return hits[:PALETTE_HITS]

    def _search(self, words: str) -> list[Occurrence]:
        if not words.strip():
            return []
        first, last = self._page.quarter.first - AROUND, self._page.quarter.last + AROUND
        found = [it for it in self._page.shown(first, last) if _holds(words, it.event.title, it.event.notes)]
        return sorted(found, key=lambda it: (it.day, it.order))

    def _on_searched(self, words: str) -> None:
        hits = self._search(words)
        self._hits = [it.key for it in hits]
        self._page.views.set_highlight(self._hits)
        begin = self._page.quarter.first
        inside = next((at for at, it in enumerate(hits) if begin <= it.day), 0)
        self._at = inside - 1
        if hits:
            self.step(1)
        else:
            self.bar.show_count(0, 0)


def _holds(words: str, *texts: str) -> bool:
    text = " ".join(texts).casefold()
    return all(word in text for word in words.casefold().split())
