"""What can be done on the members page, as actions for menus, palette and shortcut sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint

from app.members.filter import MemberFilter
from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below

if TYPE_CHECKING:
    from widgets.members.page import MembersPage

OF_SELECTION: Final = ("member_open", "member_merge", "member_delete")


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: MembersPage) -> None:
        super().__init__(page)
        self._page = page
        self._actions = (*self._of_members(), *self._of_lists(), *self._of_sorting())

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the selection."""
        by_id = {action.id: action for action in self._actions}
        if self._page.meant():
            action_menu(self._page, [by_id[name] for name in OF_SELECTION]).popup(place)

    def show_more(self) -> None:
        """Show what else there is, below the button."""
        by_id = {action.id: action for action in self._actions}
        names = ("members_paste", "member_merge", "members_states")
        pop_up_below(action_menu(self._page, [by_id[name] for name in names]), self._page.more)

    def _open(self) -> bool:
        return self._page.store is not None

    def _chosen(self) -> bool:
        return self._open() and bool(self._page.meant())

    def _mergeable(self) -> bool:
        return self._open() and 0 < len(self._page.meant()) < 3 and len(self._page.members.all) > 1

    def _of_members(self) -> Sequence[Action]:
        page, chosen = self._page, self._chosen
        return (
            Action("member_add", "members.action.add", page.add, "user-plus", ("Ins",), "member", self._open),
            Action(
                "members_paste", "members.action.paste", page.paste_names, "clipboard-paste", ("Ctrl+Shift+V",),
                "member", self._open,
            ),
            Action("member_open", "members.action.open", page.open_selection, "pencil", (), "member", chosen),
            Action(
                "member_merge", "members.action.merge", page.ask_merge, "git-merge", ("Ctrl+M",), "member",
                self._mergeable,
            ),
            Action(
                "member_delete", "common.delete", lambda: page.edits.delete(page.meant()), "trash-2", ("Del",),
                "member", chosen,
            ),
            Action("members_states", "members.action.states", page.edit_states, "milestone", (), "member", self._open),
        )  # fmt: skip

    def _of_lists(self) -> Sequence[Action]:
        page = self._page

        def find(id: str, text: str, work: Callable[[], None], sign: str, keys: str) -> Action:
            return Action(id, text, work, sign, (keys,), "edit", self._open, in_fields=True)

        return (
            Action("members_all", "members.action.select_all", page.people.select_all, "list", ("Ctrl+A",), "edit",
                   self._open),
            Action("members_everybody", "members.action.everybody", lambda: page.set_filter(MemberFilter()), "users",
                   (), "view", self._open),
            find("members_find", "members.action.find", page.finder.open, "search", "Ctrl+F"),
            find("members_find_next", "common.find.next", lambda: page.finder.step(1), "arrow-down", "F3"),
            find("members_find_previous", "common.find.previous", lambda: page.finder.step(-1), "arrow-up",
                 "Shift+F3"),
        )  # fmt: skip

    def _of_sorting(self) -> Sequence[Action]:
        page = self._page

        def sort(id: str, text: str, by: str) -> Action:
            return Action(
                id, text, lambda: page.sort_by(by), "arrow-down", (), "view", self._open,
                checked=lambda: page.sort[0] == by,
            )  # fmt: skip

        return (
            sort("members_sort_name", "members.action.sort_name", "name"),
            sort("members_sort_persona", "members.action.sort_persona", "persona"),
            sort("members_sort_state", "members.action.sort_state", "state"),
            sort("members_sort_joined", "members.action.sort_joined", "joined"),
        )
