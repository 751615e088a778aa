"""The workflows page: sequences and pipelines that a person walks, and what runs by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.search.matching import match
from app.store import Changes, Store
from app.workflows.sequences import move_sequence
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.icons import icon, put_icon
from widgets.common.nav_list import NavList, NavRow
from widgets.common.page_header import PageHeader
from widgets.common.page_over_store import PageOverStore
from widgets.common.page_side import PageSide
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.workflows.pipelines.part import PIPELINE, PipelinesPart
from widgets.workflows.prompts.part import BANK, PromptsPart
from widgets.workflows.rules.part import OVERVIEW, RULE, RulesPart
from widgets.workflows.sequences.part import SEQUENCE, SequencesPart

LEFT: Final = 232
KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "workflows.key.places": ("Tab", "Shift+Tab"),
    "workflows.key.choose": ("1", "9", "Left", "Right"),
    "workflows.key.type": ("Enter",),
    "workflows.key.remove": ("Del",),
    "sequences.key.move": ("Alt+Up", "Alt+Down"),
    "sequences.key.step": ("Alt+Left", "Alt+Right"),
}


class WorkflowsPage(PageOverStore):
    """The list at the left, what is chosen in the middle, what belongs to it at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.header = PageHeader()
        self.list = NavList()
        self.new = QPushButton()
        self.new.setProperty("look", "ghost")
        put_icon(self.new, icon("plus"))
        self.side = PageSide(desk.settings, "workflows")
        self.sequences, self.pipelines, self.rules = SequencesPart(self), PipelinesPart(self), RulesPart(self)
        self.prompts = PromptsPart(self)
        self.middle = QStackedWidget()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        for part in (self.sequences, self.pipelines, self.prompts, self.rules):
            self.middle.addWidget(part.middle)
        self.side.add_side(self.sequences.side, "way", "inspector")
        self.side.add_side(self.pipelines.inspector, "entry", "inspector")
        self.side.add_side(self.prompts.side, "prompt", "inspector")
        self.side.add_side(self.rules.inspector, "inspector", "inspector")
        left = QWidget()
        left.setFixedWidth(theme().wide(LEFT))
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 4, 8, 12)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.new)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(_upright())
        row.addWidget(self.middle, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.side.stand_beside(main), 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_key)
        self.list.opened.connect(self._on_opened)
        self.list.deleted.connect(self._on_deleted)
        self.list.shifted.connect(self._on_shifted)
        self.new.clicked.connect(self._on_new)
        self.rules.chosen.connect(self._on_shown)
        self.rules.inspector.closed.connect(self.side.hide)
        self.sequences.chosen.connect(self._on_shown)
        self.pipelines.inspecting.connect(self._on_inspecting)

    # --- what the window asks ---

    @override
    def begin(self, store: Store) -> None:
        self.rules.begin(store)
        self.pipelines.begin(store)
        self.prompts.begin(store)
        self.sequences.begin(store)
        self.show_key(SEQUENCE + self.sequences.shown if self.sequences.shown else OVERVIEW)

    @override
    def take_over(self, changes: Changes) -> None:
        self.sequences.take_over(changes)
        self.pipelines.take_over(changes)
        self.prompts.take_over(changes)
        self.rules.take_over(changes)
        self._show_list()

    @override
    def leave(self) -> None:
        for part in (self.sequences, self.pipelines, self.prompts, self.rules):
            part.flush()

    @override
    def page_actions(self) -> Sequence[Action]:
        shown = self._part()
        found = [action for part in self._parts() for action in part.actions()]
        mine = {action.id for action in shown.actions()}
        free = {"sequence_add", "sequences_ready", "rule_new"}  # what can be asked for wherever one is on the page
        return [action for action in found if action.id in mine | free]

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        rules = ((it.rule.id, it.rule.name, tr("workflows.rules")) for it in self.rules.rules.values())
        sequences = ((it.id, it.name, tr("sequences.group")) for it in self.sequences.flows.sequences.values())
        entries = ((it.id, it.title, tr("pipelines.group")) for it in self.pipelines.entries.values())
        return [found for found in (*sequences, *entries, *rules) if match(words, found[1])]

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        if id in self.pipelines.entries:
            return "columns-3", ""
        found = self.sequences.flows.sequences.get(id)
        return (found.icon or "send" if found else "zap"), ""

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.list, self.middle, self.side)

    @override
    def show_thing(self, id: str) -> None:
        if self.sequences.show_thing(id):
            return
        if self.prompts.show_thing(id):
            self._on_shown(BANK)
            return
        pipeline = self.pipelines.show_thing(id)
        if pipeline:
            self._on_shown(pipeline)
            self._on_inspecting(wanted=True)
        else:
            self.rules.show(RULE + id)

    # --- what is shown ---

    def show_key(self, key: str) -> None:
        """Show a sequence, a pipeline, a rule or all rules, by the key of its row."""
        if key.startswith(SEQUENCE):
            self.sequences.show(key)
        elif key.startswith(PIPELINE):
            self.pipelines.show(key)
            self._on_shown(key)
        elif key == BANK:
            self._on_shown(key)
        else:
            self.rules.show(key)

    def _on_shown(self, key: str) -> None:
        parts = {SEQUENCE: self.sequences.middle, PIPELINE: self.pipelines.middle, BANK: self.prompts.middle}
        middle = next((shown for begins, shown in parts.items() if key.startswith(begins)), self.rules.middle)
        self.middle.setCurrentWidget(middle)
        self._show_list()
        self._name_new()
        self.list.choose(key)
        if key.startswith(SEQUENCE):
            self.side.setVisible(bool(self.sequences.shown))
            self.side.open_side(self.sequences.side)
        elif key.startswith(PIPELINE):
            self.side.hide()
        elif key == BANK:
            self.side.show()
            self.side.open_side(self.prompts.side)
        else:
            self.side.setVisible(bool(self.rules.shown))
            if self.rules.shown:
                self.side.open_side(self.rules.inspector)
        self.actions_changed.emit()

    def _on_inspecting(self, wanted: bool) -> None:
        self.side.setVisible(wanted)
        if wanted:
            self.side.open_side(self.pipelines.inspector)
        else:
            self.pipelines.board.select(self.pipelines.board.selection(), focus=True)

    def _parts(self) -> tuple[SequencesPart, PipelinesPart, PromptsPart, RulesPart]:
        return self.sequences, self.pipelines, self.prompts, self.rules

    def _part(self) -> SequencesPart | PipelinesPart | PromptsPart | RulesPart:
        shown = self.middle.currentWidget()
        return next((part for part in self._parts() if part.middle is shown), self.sequences)

    def _rows(self) -> list[NavRow]:
        return [row for part in self._parts() for row in part.rows()]

    def _show_list(self) -> None:
        self.list.show_rows(self._rows(), self._chosen())

    def _chosen(self) -> str:
        part = self._part()
        if part is self.sequences:
            return SEQUENCE + self.sequences.shown
        if part is self.pipelines:
            return PIPELINE + self.pipelines.shown
        if part is self.prompts:
            return BANK
        return RULE + self.rules.shown if self.rules.shown else OVERVIEW

    # --- what the list asks ---

    def _on_opened(self, key: str) -> None:
        if key.startswith(SEQUENCE):
            self.sequences.line.focus_step()
        elif key.startswith(RULE):
            self.rules.editor.sentence.open_first()

    def _name_new(self) -> None:
        part = self._part()
        words = {
            self.sequences: tr("sequences.action.add"),
            self.pipelines: tr("pipelines.action.add"),
            self.prompts: tr("prompts.action.add"),
        }
        self.new.setText(words.get(part, tr("workflows.action.new")))
        self.new.setAccessibleName(self.new.text())

    def _on_deleted(self, key: str) -> None:
        if key.startswith(SEQUENCE):
            self.sequences.delete()
        elif key.startswith(RULE) and self.rules.shown:
            self.rules.delete()

    def _on_shifted(self, key: str, by: int) -> None:
        known = list(self.sequences.flows.sequences)
        one = key.removeprefix(SEQUENCE)
        if key.startswith(SEQUENCE) and 0 <= known.index(one) + by < len(known):
            self.run(lambda store: move_sequence(store, one, known.index(one) + by))

    def _on_new(self) -> None:
        """Add one more of what is shown."""
        self._part().add()

    @override
    def retranslate(self) -> None:
        self.header.set_texts(tr("page.workflows"), tr("workflows.subtitle"))
        self._name_new()
        self.list.setAccessibleName(tr("page.workflows"))
        if self.store is not None:
            self._refresh()

    def _refresh(self) -> None:
        self.prompts.begin(self.open_store())  # its themes are named in the language of the window
        refreshers: Sequence[Callable[[], None]] = (self.sequences.refresh, self.pipelines.refresh, self.rules.refresh)
        for refresh in refreshers:
            refresh()
        self._show_list()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.store is not None:
            self.rules.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit()


def _upright() -> QWidget:
    line = QWidget()
    line.setProperty("look", "bar-line")
    line.setFixedWidth(1)
    return line
