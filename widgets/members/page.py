"""The members page: puts its parts together and keeps them up to date with the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import BugError
from app.members.filter import MemberFilter, Who
from app.members.member import Member
from app.members.snapshot import Members
from app.search.matching import match
from app.store import Changes, Store
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.drop_button import DropButton
from widgets.common.empty_state import EmptyState
from widgets.common.icons import icon, put_icon
from widgets.common.nav_list import NavList, NavRow
from widgets.common.page import Page
from widgets.common.page_header import PageHeader
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.members.asking import Asking
from widgets.members.beside import Beside
from widgets.members.edits import MemberEdits
from widgets.members.finder import Finder
from widgets.members.page_actions import PageActions
from widgets.members.people_list import PeopleList
from widgets.members.toolbar import MembersToolbar
from widgets.records.record_editor import open_records

if TYPE_CHECKING:
    from widgets.members.inspector import MemberInspector

LEFT: Final = 196
NARROW: Final = 1000  # below this width of the page the list at the left gives its room away
STATE: Final = "state:"  # begins the key of a state in the list at the left
WHO_TEXTS: Final[Mapping[Who, str]] = {
    Who.EVERYBODY: "members.who.everybody",
    Who.MEMBERS: "members.who.members",
    Who.TEAM: "members.who.team",
    Who.LEFT: "members.who.left",
    Who.BOTS: "members.who.bots",
}
WHO_ICONS: Final[Mapping[Who, str]] = {
    Who.EVERYBODY: "users", Who.MEMBERS: "user", Who.TEAM: "shield-check", Who.LEFT: "log-out", Who.BOTS: "bot",
}  # fmt: skip
SORT_TEXTS: Final[Mapping[str, str]] = {
    "name": "members.sorted.name",
    "persona": "members.sorted.persona",
    "state": "members.sorted.state",
    "joined": "members.sorted.joined",
}
KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "members.key.open": ("Enter",),
    "members.key.extend": ("Shift+Up", "Shift+Down"),
    "members.key.delete": ("Del",),
}
PALETTE_MOST: Final = 8
FEW: Final = 50


class MembersPage(Page):
    """The people of the community, and the inspector beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.members = Members()
        self.store: Store | None = None
        self.filter = MemberFilter()
        self.sort = ("name", False)  # by what, and whether the other way round
        self._unsubscribe: Callable[[], None] | None = None
        self.edits, self.asking = MemberEdits(self), Asking(self)
        self._build()
        self._arrange()
        self.finder = Finder(self)
        self._commands = PageActions(self)
        self._connect()
        self.retranslate()
        self.setEnabled(False)

    def _build(self) -> None:
        self.header = PageHeader()
        self.add_button, self.more = QPushButton(), DropButton("drop")
        put_icon(self.add_button, icon("user-plus"))
        self.header.add_action(self.add_button)
        self.header.add_action(self.more)
        self.nav, self.toolbar, self.people = NavList(), MembersToolbar(), PeopleList()
        self.nothing = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.people)
        self.stack.addWidget(self.nothing)
        self.side = Beside(self.desk.settings)

    def _arrange(self) -> None:
        self.left = QWidget()
        inside = QVBoxLayout(self.left)
        inside.setContentsMargins(8, 4, 8, 8)
        inside.addWidget(self.nav)
        line = QFrame(self.left)
        line.setProperty("look", "line")
        line.setFixedWidth(1)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(line)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.left.setFixedWidth(theme().wide(LEFT))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.side.stand_beside(main), 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.more.clicked.connect(self._commands.show_more)
        self.nav.chosen.connect(self._on_nav_chosen)
        self.nav.opened.connect(lambda _: self.focus_people())
        self.toolbar.filter_chosen.connect(self.set_filter)
        self.people.selection_changed.connect(lambda ids: self.side.show_members(self.members, ids))
        self.people.opened.connect(self.open_selection)
        self.people.deleted.connect(lambda: self.edits.delete(self.meant()))
        self.people.sort_chosen.connect(self.sort_by)
        self.people.menu_requested.connect(self._commands.show_menu)
        self.nothing.asked.connect(self._on_nothing_asked)
        self.side.inspector_made.connect(self._connect_inspector)

    def _connect_inspector(self, inspector: MemberInspector) -> None:
        inspector.edited.connect(lambda fields: self.edits.edit(inspector.ids, fields))
        inspector.words_changed.connect(lambda *change: self.edits.tag(inspector.ids, *change))
        inspector.merge_requested.connect(self.ask_merge)
        inspector.incident_chosen.connect(lambda incident: self.desk.go("guide", incident))
        inspector.delete_requested.connect(lambda: self.edits.delete(list(inspector.ids)))
        inspector.closed.connect(self._close_inspector)
        inspector.manage_requested.connect(lambda side, field: open_records(self.open_store(), side, field))

    # --- what the window asks ---

    @override
    def retranslate(self) -> None:
        self.add_button.setText(tr("members.add"))
        self.more.setText(tr("members.more"))
        for button, name in ((self.add_button, tr("members.action.add")), (self.more, tr("members.more"))):
            button.setAccessibleName(name)
        self.nav.setAccessibleName(tr("members.group.people"))
        self.show_everything()

    @override
    def attach(self, store: Store | None) -> None:
        if self._unsubscribe:
            self.side.flush()
            self._unsubscribe()
            self._unsubscribe = None
        self.store = store
        self.setEnabled(store is not None)
        if store is None:
            return
        self._unsubscribe = store.subscribe(self._on_store_changed)
        self.members, self.filter = Members.read(store), MemberFilter()
        self.side.close_inspector()
        self.show_everything()
        if self.isVisible():
            self.focus_people()

    @override
    def page_actions(self) -> Sequence[Action]:
        return self._commands.actions()

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        found = [it for it in self.members.all.values() if match(words, it.name)]
        best = self.members.in_order(found, "name")[:PALETTE_MOST]
        return [(it.id, it.name, self.people.model.state_name(it)) for it in best]

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        return "user", ""

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.nav, self.toolbar, self.stack, self.side)

    @override
    def show_thing(self, id: str) -> None:
        member = self.members.all.get(id)
        if member is None:
            return
        if not self.filter.matches(member, self.members.text_of(member)):
            self.set_filter(MemberFilter())
        self.people.reveal(id)
        self.open_selection()

    # --- what the parts ask ---

    def open_store(self) -> Store:
        """Return the open playbook; nothing on the page can be used without one."""
        if self.store is None:
            raise BugError("no playbook is open")
        return self.store

    def meant(self) -> list[str]:
        """Return whom an action means: the selected ones, or the one that the keyboard is on."""
        return self.people.meant()

    def select(self, ids: Sequence[str]) -> None:
        """Select members and show them where the inspector is open."""
        self.people.select(ids)
        self.side.show_members(self.members, self.people.selection())

    def open_selection(self) -> None:
        """Open whom is meant in the inspector."""
        if not self.people.selection() and self.meant():
            self.people.select(self.meant())
        self.side.open(self.members, self.people.selection())

    def set_filter(self, chosen: MemberFilter) -> None:
        """Show only some members."""
        self.filter = chosen
        self.show_everything()

    def sort_by(self, by: str) -> None:
        """Sort by another side, or the other way round."""
        self.sort = (by, by == self.sort[0] and not self.sort[1])
        self.show_everything()

    def add(self) -> None:
        """Add somebody and let the name be written."""
        made = self.edits.add()
        if made:
            self.show_thing(made)
            self.side.inspector.focus_name()

    def paste_names(self) -> None:
        """Ask for a list of names."""
        self.asking.paste()

    def ask_merge(self) -> None:
        """Ask how two members become one; for one, with whom first."""
        pair = self.meant()[:2]
        if len(pair) == 2:
            self.asking.merge(*pair)
        elif pair:
            self.asking.other_one(pair[0])

    def edit_states(self) -> None:
        """Edit the states of a member's way."""
        open_records(self.open_store(), "state", self.more)

    def focus_people(self) -> None:
        """Let the keyboard go on where the people are."""
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- refreshing ---

    def show_everything(self) -> None:
        """Show what the snapshot holds now."""
        found = self.members.in_order(self.members.found(self.filter), self.sort[0], back=self.sort[1])
        sorts, states = self.members.counts()
        everybody = len(self.members.all)
        words = tr("members.shown", shown=len(found), all=everybody)
        self.toolbar.show_filter(self.members, self.filter, f"{words} · {tr(SORT_TEXTS[self.sort[0]])}")
        rows = [NavRow("", tr("members.group.people"))]
        rows += [NavRow(who, tr(WHO_TEXTS[who]), _count(sorts[who]), WHO_ICONS[who]) for who in Who
                 if sorts[who] or who in (Who.EVERYBODY, Who.MEMBERS)]  # fmt: skip
        if self.members.states:
            rows.append(NavRow("", tr("members.group.states")))
        rows += [NavRow(STATE + it.id, it.name, _count(states[it.id]), dot=f"category.{it.colour}.solid")
                 for it in self.members.states.values()]  # fmt: skip
        self.nav.show_rows(rows, self._nav_key())
        self.people.names.show_sort(self.sort[0], back=self.sort[1])
        self.people.show_members(self.members, [it.id for it in found])
        subtitle = tr("members.subtitle", known=everybody, members=sorts[Who.MEMBERS])
        self.header.set_texts(tr("members.title"), subtitle if everybody else tr("members.subtitle.none"))
        self._show_nothing(nothing=not found)
        self.side.refresh(self.members)

    def _nav_key(self) -> str:
        states = list(self.filter.states)
        if len(states) == 1 and self.filter == MemberFilter(states=self.filter.states, words=self.filter.words):
            return STATE + states[0]
        return self.filter.who

    def _show_nothing(self, *, nothing: bool) -> None:
        if nothing and self.members.all:
            what = self.filter.words or tr("members.where")
            self.nothing.set_texts(tr("members.nothing.filtered", what=what), tr("members.nothing.clear"))
        elif nothing:
            keys = [("Ins", tr("members.action.add")), ("Ctrl+Shift+V", tr("members.action.paste"))]
            self.nothing.set_texts(tr("members.nothing"), tr("members.nothing.add"), keys)
        self.stack.setCurrentWidget(self.nothing if nothing else self.people)

    def _on_store_changed(self, changes: Changes) -> None:
        if self.members.refresh(self.open_store(), changes):
            self.show_everything()
            self.people.model.tell_changed(list(changes.get(Member, ()))[:FEW])

    def _on_nav_chosen(self, key: str) -> None:
        words = self.filter.words
        if key.startswith(STATE):
            self.set_filter(MemberFilter(words=words, states=frozenset({key.removeprefix(STATE)})))
        else:
            self.set_filter(replace(self.filter, who=Who(key), states=frozenset()))

    def _on_nothing_asked(self) -> None:
        if self.members.all:
            self.finder.bar.hide()
            self.set_filter(MemberFilter())
        else:
            self.paste_names()

    def _close_inspector(self) -> None:
        self.side.close_inspector()
        self.focus_people()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_people()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.side.inspecting:
            self._close_inspector()
        else:
            self.select([])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.left.setVisible(self.width() >= NARROW)
        self.side.fit()


def _count(number: int) -> str:
    return str(number) if number else ""
