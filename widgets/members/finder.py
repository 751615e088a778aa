"""Searches the members: only those who hold the words stay, and the keyboard steps through them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.message import say
from widgets.common.find_bar import FindBar

if TYPE_CHECKING:
    from widgets.members.page import MembersPage


class Finder(QObject):
    """The find bar over the toolbar."""

    def __init__(self, page: MembersPage) -> None:
        super().__init__(page)
        self._page = page
        self.bar = FindBar(page, say("members.find.hint"), page.toolbar)
        self.bar.searched.connect(self._search)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar and put the keyboard on it."""
        self.bar.open()
        self._search(self.bar.text())

    def close(self) -> None:
        """Hide the bar and show everybody again."""
        self.bar.hide()
        self._search("")
        self._page.focus_people()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        people = self._page.people
        ids = people.model.ids()
        if self.bar.isHidden() or not ids:
            self.open()
            return
        rows = people.model.rows_of(people.selection()[:1])
        at = (rows[0] + by) % len(ids) if rows else 0
        people.reveal(ids[at], take_keyboard=False)
        self._page.side.show_members(self._page.members, [ids[at]])
        self.bar.show_count(at + 1, len(ids))

    def _search(self, words: str) -> None:
        page = self._page
        if words.strip() != page.filter.words:
            page.set_filter(replace(page.filter, words=words.strip()))
        self.bar.show_count(0, len(page.people.model.ids()))
