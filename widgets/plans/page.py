"""The plans page: working views of the same programs, events, tasks and records, one a tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import say
from app.plans.snapshot import Plans
from app.search.matching import match
from app.store import Changes, Store
from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below
from widgets.common.desk import Desk
from widgets.common.drop_button import DropButton
from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader
from widgets.common.page_over_store import PageOverStore
from widgets.common.view_switch import ViewSwitch
from widgets.common.words import tr
from widgets.plans.bench import PlansBench
from widgets.plans.taking_out import MARKDOWN, PDF, take_out

if TYPE_CHECKING:
    from widgets.plans.tab import Tab

PROCEDURES: Final = "procedures"
COMMUNICATION: Final = "communication"
ACTION: Final = "action"
TACTICS: Final = "tactics"
TABS: Final[Mapping[str, tuple[str, str]]] = {
    PROCEDURES: ("widgets.plans.procedures.tab", "ProceduresTab"),
    COMMUNICATION: ("widgets.plans.communication.tab", "CommunicationTab"),
    ACTION: ("widgets.plans.action.tab", "ActionTab"),
    TACTICS: ("widgets.plans.tactics.tab", "TacticsTab"),
}
TAB_TEXTS: Final = {
    PROCEDURES: say("plans.tab.procedures"),
    COMMUNICATION: say("plans.tab.communication"),
    ACTION: say("plans.tab.action"),
    TACTICS: say("plans.tab.tactics"),
}
TAB: Final = "plans.tab"
KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "plans.key.order": ("Alt+Up", "Alt+Down"),
    "plans.key.step": ("Enter",),
    "plans.key.status": ("Alt+Left", "Alt+Right"),
}
PALETTE_MOST: Final = 8


class PlansPage(PageOverStore):
    """Header with the tabs, and the one that is open below it; a tab is made when it is wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.bench = PlansBench(self)
        self.tabs: dict[str, Tab] = {}
        self.name = ""
        self._behind = False  # something changed that is not shown yet
        self.header, self.stack = PageHeader(), QStackedWidget()
        self.switch = ViewSwitch(say("plans.tabs"), TAB_TEXTS)
        self.export = DropButton("drop")
        put_icon(self.export, icon("upload"))
        self.header.add_action(self.switch)
        self.header.add_action(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        self.switch.chosen.connect(self.open_tab)
        self.export.clicked.connect(lambda: pop_up_below(action_menu(self, self._exports()), self.export))
        self.retranslate_export()
        chosen = str(desk.settings.get(TAB, PROCEDURES))
        self.open_tab(chosen if chosen in TABS else PROCEDURES)

    @property
    def tab(self) -> Tab:
        """The tab that is open."""
        return self.tabs[self.name]

    def open_tab(self, name: str) -> None:
        """Show another tab."""
        if name not in self.tabs:
            module, wanted = TABS[name]
            self.tabs[name] = getattr(import_module(module), wanted)(self.bench)
            self.stack.addWidget(self.tabs[name])
        if self.name:
            self.tab.flush()
        self.name = name
        self.desk.settings.set(TAB, name)
        self.stack.setCurrentWidget(self.tab)
        self.switch.show_value(name)
        self.show_everything()

    def show_everything(self) -> None:
        """Show what the snapshot holds now."""
        self._behind = False
        self.tab.show_plans()
        self.header.set_texts(tr("page.plans"), self.tab.subtitle())
        self.actions_changed.emit()

    @override
    def begin(self, store: Store) -> None:
        self.bench.plans = Plans.read(store)
        self.show_everything()

    @override
    def take_over(self, changes: Changes) -> None:
        if self.bench.plans.refresh(self.open_store(), changes):
            self._behind = True
            if self.isVisible():  # the action plan reads the whole quarter: nobody waits for it on another page
                self.show_everything()

    @override
    def leave(self) -> None:
        for tab in self.tabs.values():
            tab.flush()

    @override
    def page_actions(self) -> Sequence[Action]:
        return (*self.tab.commands(), *self._exports())

    def _exports(self) -> Sequence[Action]:
        is_open = self.is_open
        return (
            Action("plans_pdf", "plans.export.pdf", lambda: self._take_out(PDF), "file-text", (), "file", is_open),
            Action(
                "plans_markdown", "plans.export.markdown", lambda: self._take_out(MARKDOWN), "hash", (), "file", is_open
            ),
        )

    def _take_out(self, ending: str) -> None:
        self.tab.flush()
        document = self.tab.document()
        if document is not None:
            take_out(self.bench, document, ending, self)

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        named = [it for it in self.bench.plans.procedures.values() if match(words, it.name)]
        return [(it.id, it.name, tr("plans.tab.procedures")) for it in named[:PALETTE_MOST]]

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        return "clipboard-check", ""

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, *self.tab.regions())

    @override
    def show_thing(self, id: str) -> None:
        if id in TABS:
            self.open_tab(id)
            return
        for name in TABS:
            before = self.name
            self.open_tab(name)
            if self.tab.show_thing(id):
                return
            self.open_tab(before)

    @override
    def retranslate(self) -> None:
        self.retranslate_export()
        self.show_everything()

    def retranslate_export(self) -> None:
        """Name the button that takes the open tab out."""
        self.export.setText(tr("plans.export"))
        self.export.setAccessibleName(tr("plans.export"))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self.show_everything()
        self.tab.take_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.switch.fit_window()
