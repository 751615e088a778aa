"""Shows what an undo or a redo brought, also when it lies out of view or in a folded branch."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.message import Message
from widgets.funnel.header import MAP

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage


class ComingBack(QObject):
    """Tells by the steps that can be done again whether a change was new; what is folded opens for the eye only."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self._redo: Message | None = None
        self._there: set[str] = set()
        self._near: list[str] = []

    def begin(self) -> None:
        """Look at the map of a store that was just opened."""
        self._redo = self._page.open_store().next_redo()

    def before(self) -> None:
        """Remember what is there, and what is around the node with the keyboard."""
        funnel, at = self._page.funnel, self._page.current
        self._there = {*funnel.stages, *funnel.forest.branches}
        self._near = []
        while at in self._there:
            siblings = funnel.siblings(at)
            row = siblings.index(at)
            self._near += [at, *siblings[row + 1 :], *siblings[:row][::-1]]
            at = funnel.up(at)

    def after(self, changed: Collection[str]) -> None:
        """Lead to what came back, or to what is near when what was selected went."""
        page, store = self._page, self._page.open_store()
        before, self._redo = self._redo, store.next_redo()
        replayed = self._redo is not None or (before is not None and store.next_undo() == before)
        if page.map.is_editing():
            return
        if replayed and page.isVisible() and self._show(changed):
            return
        if self._near and not page.current:
            near = next((key for key in self._near if page.funnel.branch(key) or key in page.funnel.stages), "")
            page.select([near] if near else [])

    def _show(self, changed: Collection[str]) -> bool:
        """Select what came, or what changed out of sight; return whether there was any."""
        page, funnel = self._page, self._page.funnel
        ends = {funnel.cross_links[key].start for key in changed if key in funnel.cross_links}
        touched = {key for key in (*changed, *ends) if funnel.branch(key) or key in funnel.stages}
        came = touched - self._there
        if not came and (not touched or any(page.sees(key) for key in touched)):
            return False
        among = came or touched
        chosen = [key for key in funnel.stages if key in among] or funnel.forest.tops(among)
        if not came:
            chosen = chosen[:1]
        page.peek(chosen[0])
        page.select(chosen)
        if page.view == MAP and not page.map.sees(chosen[0]):
            page.map.reveal_node(chosen[0], middle=True)
        return True
