"""Searches the tasks of the page: only those that hold the words stay, and the keyboard steps through them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.message import say
from widgets.common.find_bar import FindBar

if TYPE_CHECKING:
    from widgets.tasks.page import TasksPage


class Finder(QObject):
    """The find bar over the toolbar."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__(page)
        self._page = page
        self.bar = FindBar(page, say("tasks.find.hint"), page.toolbar)
        self.bar.searched.connect(self._search)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar and put the keyboard on it."""
        self.bar.open()
        self._search(self.bar.text())

    def close(self) -> None:
        """Hide the bar and show all tasks again."""
        self.bar.hide()
        self._search("")
        self._page.focus_tasks()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        ids = self._page.current.ids()
        if self.bar.isHidden() or not ids:
            self.open()
            return
        chosen = self._page.selection()
        at = (ids.index(chosen[0]) + by) % len(ids) if chosen and chosen[0] in ids else 0
        self._page.select([ids[at]])
        self._page.current.reveal(ids[at])
        self.bar.field.setFocus()
        self.bar.show_count(at + 1, len(ids))

    def _search(self, words: str) -> None:
        page = self._page
        if words.strip() != page.filter.words:
            page.set_filter(replace(page.filter, words=words.strip()))
        self.bar.show_count(0, len(page.current.ids()))
