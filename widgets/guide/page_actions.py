"""What can be done on the guide page, as actions for menus, palette and shortcut sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.guide.chapter import Chapter
from widgets.common.action import Action
from widgets.common.icons import icon
from widgets.common.words import tr
from widgets.guide.registry import FREE, ICONS, NAME_TEXTS

if TYPE_CHECKING:
    from widgets.guide.page import GuidePage


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: GuidePage) -> None:
        super().__init__(page)
        self._page = page
        there, chosen = page.is_open, self._chosen
        self._actions = (
            Action("guide_chapter", "guide.action.chapter", self.add_free, "plus", ("Ctrl+Shift+N",), "edit", there),
            Action("guide_open", "guide.action.open", self._open, "pencil", (), "edit", chosen),
            Action("guide_delete", "common.delete", self._delete, "trash-2", ("Del",), "edit", chosen),
        )

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def show_new(self) -> None:
        """Offer the built chapters that the guide has not, and a free one."""
        page, menu = self._page, QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text in NAME_TEXTS.items():
            if key == FREE:
                menu.addSeparator()
            if key == FREE or page.bench.guide.chapter(key) is None:
                menu.addAction(icon(ICONS[key]), tr(text), lambda key=key: self.add_chapter(key))
        button = page.left.new
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def add_chapter(self, key: str) -> None:
        """Add a chapter of a sort."""
        self._page.bench.add(Chapter("", tr(NAME_TEXTS[key]), key))

    def add_free(self) -> None:
        """Add a free chapter."""
        self.add_chapter(FREE)

    def _chosen(self) -> bool:
        return self._page.is_open() and self._page.bench.chosen is not None

    def _open(self) -> None:
        if self._page.bench.chosen:
            self._page.bench.open(self._page.bench.chosen)

    def _delete(self) -> None:
        if self._page.bench.chosen:
            self._page.bench.delete(self._page.bench.chosen)
