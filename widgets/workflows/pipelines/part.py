"""The pipelines of the page: a board for contributions and one for ambassadors, and the inspector of an entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.members.snapshot import Members
from app.message import say
from app.store import Changes, Store
from app.tasks.today import today_of
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.pipelines import STEPS, add_entry, delete_entries, edit_entry, in_step, move_entries
from widgets.common.action import Action
from widgets.common.nav_list import NavRow
from widgets.common.page_over_store import PageOverStore
from widgets.common.words import day, tr
from widgets.workflows.pipelines.board import STEP_TEXTS, PipelineBoard
from widgets.workflows.pipelines.cards import Card
from widgets.workflows.pipelines.inspector import EntryInspector

PIPELINE: Final = "pipeline:"  # before the name of a pipeline, in the list of the page
NAME_TEXTS: Final[Mapping[Pipeline, str]] = {
    Pipeline.CONTRIBUTION: "pipelines.contributions",
    Pipeline.AMBASSADOR: "pipelines.ambassadors",
}
SIGNS: Final[Mapping[Pipeline, str]] = {Pipeline.CONTRIBUTION: "columns-3", Pipeline.AMBASSADOR: "medal"}


class PipelinesPart(QObject):
    """What a page with pipelines asks for: rows of its list, a middle, an inspector.

    Signals:
        inspecting: the inspector is wanted, or not any more.
    """

    inspecting = Signal(bool)

    def __init__(self, page: PageOverStore) -> None:
        super().__init__(page)
        self.page = page
        self.entries: dict[str, PipelineEntry] = {}
        self.members = Members()
        self.shown = Pipeline.CONTRIBUTION
        self.inspector = EntryInspector()
        self.middle = QStackedWidget()
        self.boards = {pipeline: PipelineBoard(pipeline) for pipeline in Pipeline}
        for board in self.boards.values():
            self.middle.addWidget(board)
            board.moved.connect(lambda keys, step, before: self._run(lambda s: move_entries(s, keys, step, before)))
            board.shifted.connect(self.shift)
            board.selection_changed.connect(lambda _: self._show_inspector())
            board.opened.connect(self.open)
            board.deleted.connect(self.delete)
            board.add_requested.connect(self.add)
        self.inspector.edited.connect(self._on_edited)
        self.inspector.moved.connect(self._on_moved)
        self.inspector.delete_requested.connect(self.delete)
        self.inspector.closed.connect(lambda: self.inspecting.emit(False))

    @property
    def board(self) -> PipelineBoard:
        """The board that shows."""
        return self.boards[self.shown]

    def begin(self, store: Store) -> None:
        """Show the pipelines of a playbook that was opened."""
        self.members = Members.read(store)
        self.entries = {it.id: it for it in store.of(PipelineEntry).all()}
        self.refresh()

    def take_over(self, changes: Changes) -> None:
        """Take over what changed."""
        store = self.page.open_store()
        touched = self.members.refresh(store, changes)
        if PipelineEntry in changes:
            self.entries = {it.id: it for it in store.of(PipelineEntry).all()}
        if touched or PipelineEntry in changes:
            self.refresh()

    def rows(self) -> list[NavRow]:
        """Return the rows of the list at the left of the page."""
        rows = [NavRow("", tr("pipelines.group"))]
        for pipeline in Pipeline:
            last = STEPS[pipeline][-1]
            n = sum(1 for it in self.entries.values() if it.pipeline is pipeline and it.step != last)
            rows.append(NavRow(PIPELINE + pipeline, tr(NAME_TEXTS[pipeline]), str(n) if n else "", SIGNS[pipeline]))
        return rows

    def show(self, key: str) -> None:
        """Show a pipeline."""
        self.flush()
        self.shown = Pipeline(key.removeprefix(PIPELINE))
        self.middle.setCurrentWidget(self.board)
        self._show_inspector()

    def refresh(self) -> None:
        """Show everything anew."""
        for pipeline, board in self.boards.items():
            board.show_cards({
                step: [self._card(it) for it in in_step(self.entries.values(), pipeline, step)]
                for step in STEPS[pipeline]
            })  # fmt: skip
        self._show_inspector()

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.inspector.flush()

    def show_thing(self, id: str) -> str:
        """Open an entry; return the key of its pipeline, "" when it is not there."""
        found = self.entries.get(id)
        if found is None:
            return ""
        self.show(PIPELINE + found.pipeline)
        self.board.select([id], focus=True)
        self.open()
        return PIPELINE + found.pipeline

    def actions(self) -> Sequence[Action]:
        """Return what can be done with entries."""
        there, chosen = self._is_shown, self._chosen
        return (
            Action("entry_add", "pipelines.action.add", self.add, "plus", ("Ins",), "edit", there),
            Action("entry_open", "pipelines.action.open", self.open, "pencil", (), "edit", chosen),
            Action("entry_on", "pipelines.action.on", lambda: self.shift(1, 0), "arrow-right", (), "edit", chosen),
            Action("entry_back", "pipelines.action.back", lambda: self.shift(-1, 0), "arrow-left", (), "edit", chosen),
            Action("entry_delete", "common.delete", self.delete, "trash-2", (), "edit", chosen),
        )

    # --- what a person does ---

    def add(self, step: str = "") -> None:
        """Add an entry and let its title be written."""
        contribution = self.shown is Pipeline.CONTRIBUTION
        title = tr("pipelines.contribution.new") if contribution else tr("pipelines.ambassador.new")
        made: list[str] = []
        new = PipelineEntry("", self.shown, step or STEPS[self.shown][0], title)
        if self._run(lambda s: made.append(add_entry(s, new))):
            self.board.select(made)
            self.open()
            self.inspector.focus_title()

    def open(self) -> None:
        """Open what is meant in the inspector."""
        meant = self.board.meant()
        if meant:
            self.board.select(meant[:1])
            self._show_inspector()
            self.inspecting.emit(True)

    def delete(self) -> None:
        """Delete what is meant and say how to take that back."""
        meant = self.board.meant()
        if meant and self._run(lambda s: delete_entries(s, meant)):
            self.page.desk.tell(say("pipelines.deleted", n=len(meant)), undo=True)

    def shift(self, steps: int, rows: int) -> None:
        """Move what is meant so many steps on, or so many rows down."""
        meant = self.board.meant()
        step = self.board.step_of(meant[0]) if meant else ""
        if not step:
            return
        known = STEPS[self.shown]
        place = known.index(step) + steps
        if not 0 <= place < len(known):
            return
        there = [it.id for it in in_step(self.entries.values(), self.shown, known[place]) if it.id not in meant]
        before = ""
        if rows:
            whole = [it.id for it in in_step(self.entries.values(), self.shown, step)]
            goal = whole.index(meant[0]) + rows
            if not 0 <= goal <= len(there):
                return
            before = there[goal] if goal < len(there) else ""
        self._run(lambda s: move_entries(s, meant, known[place], before))
        self.board.select(meant, focus=True)

    # --- inside ---

    def _card(self, entry: PipelineEntry) -> Card:
        member = self.members.all.get(entry.member)
        due = day(entry.due) if entry.due else ""
        late = bool(entry.due and self.page.store and entry.due < today_of(self.page.store))
        late = late and entry.step != STEPS[entry.pipeline][-1]
        name = member.name if member else ""
        step = tr(STEP_TEXTS[entry.pipeline, entry.step]) if (entry.pipeline, entry.step) in STEP_TEXTS else entry.step
        spoken = ", ".join(part for part in (entry.title, name, due, step) if part)
        return Card(entry.id, entry.title, entry.member if member else "", name, due, late, spoken)

    def _show_inspector(self) -> None:
        chosen = self.board.selection()
        self.inspector.show_entry(self.entries.get(chosen[0]) if len(chosen) == 1 else None, self.members)

    def _on_edited(self, fields: dict[str, Any]) -> None:
        entry = self.inspector.entry
        if entry:
            self._run(lambda s: edit_entry(s, entry.id, **fields))

    def _on_moved(self, step: str) -> None:
        entry = self.inspector.entry
        if entry:
            self._run(lambda s: move_entries(s, [entry.id], step))

    def _is_shown(self) -> bool:
        return self.page.is_open() and self.middle.isVisible()

    def _chosen(self) -> bool:
        return self._is_shown() and bool(self.board.meant())

    def _run(self, work: Callable[[Store], object]) -> bool:
        return self.page.run(work)
