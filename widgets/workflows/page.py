"""The workflows page: what runs by itself, once somebody has said how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.search.matching import match
from app.store import Changes, Store
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.icons import icon, put_icon
from widgets.common.nav_list import NavList
from widgets.common.page_header import PageHeader
from widgets.common.page_over_store import PageOverStore
from widgets.common.page_side import PageSide
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.workflows.rules.part import RULE, RulesPart

LEFT: Final = 232
KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "workflows.key.places": ("Tab", "Shift+Tab"),
    "workflows.key.choose": ("1", "9", "Left", "Right"),
    "workflows.key.type": ("Enter",),
    "workflows.key.remove": ("Del",),
}


class WorkflowsPage(PageOverStore):
    """The list at the left, what is chosen in the middle, how it acts at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.header = PageHeader()
        self.list = NavList()
        self.new = QPushButton()
        self.new.setProperty("look", "ghost")
        put_icon(self.new, icon("plus"))
        self.side = PageSide(desk.settings, "workflows")
        self.rules = RulesPart(self)
        self._arrange()
        self.list.chosen.connect(self.rules.show)
        self.list.opened.connect(lambda _: self.rules.editor.sentence.open_first())
        self.list.deleted.connect(self._on_deleted)
        self.new.clicked.connect(self.rules.add)
        self.rules.chosen.connect(self._on_shown)
        self.rules.inspector.closed.connect(self._on_inspector_closed)
        self.retranslate()

    def _arrange(self) -> None:
        self.side.add_side(self.rules.inspector, "inspector", "inspector")
        left = QWidget()
        left.setFixedWidth(theme().wide(LEFT))
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 4, 8, 12)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(_upright())
        row.addWidget(self.rules.middle, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.side.stand_beside(main), 1)

    # --- what the window asks ---

    @override
    def begin(self, store: Store) -> None:
        self.rules.begin(store)
        self._show_list()

    @override
    def take_over(self, changes: Changes) -> None:
        self.rules.take_over(changes)
        self._show_list()

    @override
    def leave(self) -> None:
        self.rules.flush()

    @override
    def page_actions(self) -> Sequence[Action]:
        return self.rules.actions()

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        found = (it.rule for it in self.rules.rules.values() if match(it.rule.name, words))
        return [(rule.id, rule.name, tr("workflows.rules")) for rule in found]

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        return "zap", ""

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.list, self.rules.middle, self.side)

    @override
    def show_thing(self, id: str) -> None:
        self.rules.show(RULE + id)

    def _show_list(self) -> None:
        self.list.show_rows(self.rules.rows(), self._chosen())

    def _chosen(self) -> str:
        return RULE + self.rules.shown if self.rules.shown else "rules"

    def _on_shown(self, key: str) -> None:
        self._show_list()
        self.list.choose(key)
        self.side.setVisible(bool(self.rules.shown))
        if self.rules.shown:
            self.side.open_side(self.rules.inspector)
        self.actions_changed.emit()

    def _on_deleted(self, _key: str) -> None:
        if self.rules.shown:
            self.rules.delete()

    def _on_inspector_closed(self) -> None:
        self.side.hide()

    @override
    def retranslate(self) -> None:
        self.header.set_texts(tr("page.workflows"), tr("workflows.subtitle"))
        self.new.setText(tr("workflows.action.new"))
        self.list.setAccessibleName(tr("page.workflows"))
        if self.store is not None:
            self._show_list()
            self.rules.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.store is not None:
            self.rules.refresh()


def _upright() -> QWidget:
    line = QWidget()
    line.setProperty("look", "bar-line")
    line.setFixedWidth(1)
    return line
