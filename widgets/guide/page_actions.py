"""What can be done on the guide page, as actions for menus, palette and shortcut sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Scenario
from app.guide.snapshot import Row
from widgets.common.action import Action
from widgets.common.icons import icon
from widgets.common.words import tr
from widgets.guide.registry import FREE, ICONS, NAME_TEXTS
from widgets.guide.replies.chapter import RepliesChapter

if TYPE_CHECKING:
    from widgets.guide.page import GuidePage


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: GuidePage) -> None:
        super().__init__(page)
        self._page = page
        self._actions = (*self._of_rows(), *self._of_replies(), *self._of_finding())

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def _of_rows(self) -> Sequence[Action]:
        there, chosen = self._page.is_open, self._meant
        return (
            Action("guide_add", "guide.action.add", self._page.add_row, "plus", ("Ins",), "edit", there),
            Action("guide_chapter", "guide.action.chapter", self.add_free, "file-plus", (), "edit", there),
            Action("guide_open", "guide.action.open", self._open, "pencil", ("F2",), "edit", chosen),
            Action("guide_up", "guide.action.up", lambda: self._shift(-1), "arrow-up", (), "edit", chosen),
            Action("guide_down", "guide.action.down", lambda: self._shift(1), "arrow-down", (), "edit", chosen),
            Action("guide_delete", "common.delete", self._delete, "trash-2", ("Del",), "edit", chosen),
        )

    def _of_replies(self) -> Sequence[Action]:
        def of_replies(work: Callable[[RepliesChapter], None]) -> Callable[[], None]:
            def do() -> None:
                chapter = self._replies()
                if chapter is not None:
                    self._page.document.show_chapter(chapter.id)
                    work(chapter)

            return do

        has = self._has_replies
        return (
            Action("guide_copy", "guide.action.copy", of_replies(_copy), "copy", ("Ctrl+Shift+C",), "edit", has),
            Action("guide_next", "guide.replies.on", of_replies(_go_on), "chevron-right", (), "go", has),
            Action("guide_back", "guide.replies.back", of_replies(_go_back), "chevron-left", (), "go", has),
        )  # fmt: skip

    def _of_finding(self) -> Sequence[Action]:
        page = self._page

        def find(id: str, text: str, work: Callable[[], None], sign: str, keys: str) -> Action:
            return Action(id, text, work, sign, (keys,), "edit", page.is_open, in_fields=True)

        return (
            find("guide_find", "guide.action.find", page.finder.open, "search", "Ctrl+F"),
            find("guide_find_next", "common.find.next", lambda: page.finder.step(1), "arrow-down", "F3"),
            find("guide_find_previous", "common.find.previous", lambda: page.finder.step(-1), "arrow-up", "Shift+F3"),
        )

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

    def _target(self) -> Row | None:
        """Return what an action means: the chapter where the keyboard is in their list, else the chosen row."""
        page = self._page
        key = page.left.list.key()
        if page.left.list.hasFocus() and key in page.bench.guide.of(Chapter):
            return Row(Chapter, key)
        return page.bench.chosen

    def _meant(self) -> bool:
        return self._page.is_open() and self._target() is not None

    def _open(self) -> None:
        target = self._target()
        if target:
            self._page.bench.open(target)

    def _delete(self) -> None:
        target = self._target()
        if target:
            self._page.bench.delete(target)

    def _shift(self, by: int) -> None:
        target = self._target()
        row = self._page.bench.guide.get(*target) if target else None
        if isinstance(row, Escalation):
            target = Row(Scenario, row.scenario)
        if target:
            self._page.bench.shift(target, by)

    def _replies(self) -> RepliesChapter | None:
        return next((it for it in self._page.document.views() if isinstance(it, RepliesChapter)), None)

    def _has_replies(self) -> bool:
        return self._page.is_open() and self._page.bench.guide.chapter("replies") is not None


def _copy(replies: RepliesChapter) -> None:
    replies.copy()


def _go_on(replies: RepliesChapter) -> None:
    replies.step(1)


def _go_back(replies: RepliesChapter) -> None:
    replies.step(-1)
