"""Searches what is written on boards and steps through the hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from app.message import say
from app.purpose.board import Category, Note, NoteKind
from app.search.holding import holds
from widgets.common.find_bar import FindBar
from widgets.common.finding import PALETTE_HITS, Finding
from widgets.purpose.canvas.keys import reading_order
from widgets.purpose.painting.fills import ICONS
from widgets.purpose.painting.words import name

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

FAMILIES: Final = {
    Category.FREE: "conversation",
    Category.AUDIENCE: "welcome",
    Category.PROBLEM: "live",
    Category.BEHAVIOUR: "challenge",
    Category.OUTCOME: "loop",
    Category.RISK: "pilot",
}


class Finder(Finding[str]):
    """The find bar of the page, which centres each hit, and what the command palette finds here."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page, FindBar(page.canvas, say("purpose.find.hint")))
        self._page = page

    def for_palette(self, words: str) -> Sequence[tuple[str, str, str]]:
        """Return the notes of all boards that hold the words as (id, title, board)."""
        if self._page.store is None or not words.strip():
            return []
        names = {board.id: board.name for board in self._page.boards()}
        found = [note for note in self._page.store.of(Note).all() if holds(words, note.text, note.source)]
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

    @override
    def found(self, words: str) -> list[str]:
        notes = reading_order(list(self._page.wall.notes.values()))
        return [note.id for note in notes if holds(words, note.text, note.source)]

    @override
    def mark(self, hits: Sequence[str]) -> None:
        self._page.canvas.set_hits(frozenset(hits))

    @override
    def show(self, hit: str) -> None:
        self._page.reveal(hit)

    @override
    def leave(self) -> None:
        self._page.canvas.setFocus()
