"""Turns what is done on the page into actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.errors import KnownError
from app.members.adding import Added, add_member, add_names
from app.members.editing import delete, edit, tag
from app.members.member import Member
from app.members.merging import merge
from app.members.name_lines import NameLine
from app.message import say
from app.store import Store
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.members.page import MembersPage


class MemberEdits(QObject):
    """Every change of the page goes through here; what cannot be done is said."""

    def __init__(self, page: MembersPage) -> None:
        super().__init__(page)
        self._page = page

    def run(self, work: Callable[[Store], object]) -> bool:
        """Do something with the store; return whether it could be done."""
        try:
            work(self._page.open_store())
        except KnownError as error:
            self._page.desk.fail(error)
            return False
        return True

    def add(self) -> str:
        """Add somebody who is not named yet; return the id, "" when that failed."""
        made = []
        self.run(lambda store: made.append(add_member(store, Member("", tr("members.new")))))
        return made[0] if made else ""

    def add_names(self, lines: Sequence[NameLine]) -> None:
        """Add the people of a list, show them, and say how many were known."""
        added: list[Added] = []
        if not self.run(lambda store: added.append(add_names(store, lines))):
            return
        new, known = len(added[0].new), len(added[0].known)
        if new:
            self._page.show_thing(added[0].new[0])
            self._page.select(added[0].new)
            self._page.desk.tell(say("members.added", n=new, known=known), undo=True)
        else:
            self._page.desk.tell(say("members.added.none", known=known))

    def edit(self, ids: Sequence[str], fields: Mapping[str, Any]) -> None:
        """Give members other values."""
        if ids:
            self.run(lambda store: edit(store, ids, **fields))

    def tag(self, ids: Sequence[str], field: str, add: Sequence[str], remove: Sequence[str]) -> None:
        """Add words to a list of members, or take some away."""
        if ids:
            self.run(lambda store: tag(store, ids, field, add=add, remove=remove))

    def delete(self, ids: Sequence[str]) -> None:
        """Delete members and say how to take that back."""
        known = [one for one in ids if one in self._page.members.all]
        if known and self.run(lambda store: delete(store, known)):
            self._page.desk.tell(say("members.deleted", n=len(known)), undo=True)

    def merge(self, stays: str, goes: str, taken: Sequence[str]) -> None:
        """Make one member of two, and show the one that stays."""
        names = [self._page.members.all[one].name for one in (stays, goes)]
        if self.run(lambda store: merge(store, stays, goes, taken)):
            self._page.show_thing(stays)
            self._page.desk.tell(say("members.merged", one=names[0], other=names[1]), undo=True)
