"""Searches what is written on boards and steps through the hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.message import say
from app.purpose.board import Category, Note, NoteKind
from widgets.common.find_bar import FindBar
from widgets.purpose.canvas.keys import reading_order
from widgets.purpose.painting.fills import ICONS
from widgets.purpose.painting.words import name

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

PALETTE_HITS: Final = 8
FAMILIES: Final = {
    Category.FREE: "conversation",
    Category.AUDIENCE: "welcome",
    Category.PROBLEM: "live",
    Category.BEHAVIOUR: "challenge",
    Category.OUTCOME: "loop",
    Category.RISK: "pilot",
}


class Finder(QObject):
    """The find bar of the page, which centres each hit, and what the command palette finds here."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page
        self._hits: list[str] = []
        self._at = -1
        self.bar = FindBar(page.canvas, say("purpose.find.hint"))
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
        self._page.canvas.set_hits(frozenset())
        self._page.canvas.setFocus()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        if not self._hits:
            self.open()
            return
        self._at = (self._at + by) % len(self._hits)
        self._page.reveal(self._hits[self._at])
        self.bar.show_count(self._at + 1, len(self._hits))

    def refresh(self) -> None:
        """Search again after the board changed."""
        if self.bar.isHidden() or not self.bar.text().strip():
            return
        current = self._hits[self._at] if 0 <= self._at < len(self._hits) else None
        self._hits = self._search(self.bar.text())
        self._at = self._hits.index(current) if current in self._hits else -1
        self._page.canvas.set_hits(frozenset(self._hits))
        self.bar.show_count(self._at + 1, len(self._hits))

    def for_palette(self, words: str) -> Sequence[tuple[str, str, str]]:
        """Return the notes of all boards that hold the words as (id, title, board)."""
        if self._page.store is None or not words.strip():
            return []
        names = {board.id: board.name for board in self._page.boards()}
        found = [note for note in self._page.store.of(Note).all() if _holds(words, note)]
        return [(note.id, name(note), names.get(note.board, "")) for note in found[:PALETTE_HITS]]

    def look_of(self, id: str) -> tuple[str, str]:
        """Return the icon and the colour category of a note."""
        note = self._note(id)
        if note is None:
            return "sticky-note", ""
        return ("target" if note.kind is NoteKind.METRIC else ICONS[note.category]), FAMILIES[note.category]

    def board_of(self, id: str) -> str:
        """Return on which board a note lies, "" when it is not there; the id of a board is its own."""
        note = self._note(id)
        if note:
            return note.board
        return id if any(board.id == id for board in self._page.boards()) else ""

    def _note(self, id: str) -> Note | None:
        store = self._page.store
        return next(iter(store.of(Note).some([id])), None) if store else None

    def _search(self, words: str) -> list[str]:
        if not words.strip():
            return []
        return [note.id for note in reading_order(list(self._page.wall.notes.values())) if _holds(words, note)]

    def _on_searched(self, words: str) -> None:
        self._hits, self._at = self._search(words), -1
        self._page.canvas.set_hits(frozenset(self._hits))
        if self._hits:
            self.step(1)
        else:
            self.bar.show_count(0, 0)


def _holds(words: str, note: Note) -> bool:
    text = f"{note.text} {note.source}".casefold()
    return all(word in text for word in words.casefold().split())
