"""Procedures: how things are done here, and what it takes to do one again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from app.message import say
from app.plans import editing
from app.plans.procedure import Procedure
from app.plans.running import run
from app.text.document import Document
from widgets.common.action import Action
from widgets.common.day_field import DayField
from widgets.common.empty_state import EmptyState
from widgets.common.labelled import Labelled
from widgets.common.nav_list import NavRow
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.words import tr
from widgets.plans.bench import PlansBench
from widgets.plans.list_tab import ListTab, named
from widgets.plans.procedures.sheet import ProcedureSheet
from widgets.plans.taking_out import writer


class ProceduresTab(ListTab):
    """The list at the left, the document beside it."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__(bench)
        self.sheet, self.nothing = ProcedureSheet(bench), EmptyState()
        self.new_button = self.add_below("plus")
        self.run_button = self.add_below("play", "primary", "on_accent")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sheet)
        self.stack.addWidget(self.nothing)
        self.stand_beside(self.stack)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.list.chosen.connect(self.sheet.show_record)
        self.list.opened.connect(lambda _: self.sheet.name.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.deleted.connect(self.delete)
        self.list.shifted.connect(self.shift)
        self.new_button.clicked.connect(self.add)
        self.run_button.clicked.connect(self.ask_run)
        self.nothing.asked.connect(self.add)
        self.sheet.task_wanted.connect(lambda task: self.bench.desk.go("tasks", task))

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("plans.tab.procedures"))
        self.nothing.set_texts(tr("plans.procedures.none"), tr("plans.procedure.new"))
        named(self.new_button, tr("plans.procedure.new"))
        named(self.run_button, tr("plans.run"))
        self.show_plans()

    @override
    def subtitle(self) -> str:
        return tr("plans.procedures.subtitle", n=len(self.bench.plans.procedures))

    @override
    def show_plans(self) -> None:
        plans = self.bench.plans
        chosen = self.list.key() if self.list.key() in plans.procedures else next(iter(plans.procedures), "")
        rows = [NavRow(it.id, it.name, _open_runs(self, it.id), "clipboard-check") for it in plans.procedures.values()]
        self.list.show_rows(rows, chosen)
        self.sheet.show_record(chosen)
        self.stack.setCurrentWidget(self.sheet if chosen else self.nothing)
        self.run_button.setEnabled(bool(plans.steps.get(chosen)))

    @override
    def show_thing(self, id: str) -> bool:
        steps = {step.id: key for key, steps in self.bench.plans.steps.items() for step in steps}
        procedure = steps.get(id, id)
        if procedure not in self.bench.plans.procedures:
            return False
        self.list.choose(procedure)
        self.show_plans()
        self.sheet.reveal(id)
        return True

    @override
    def document(self) -> Document | None:
        what = self.sheet.procedure
        return writer(self.bench).procedure(what.id) if what else None

    @override
    def flush(self) -> None:
        self.sheet.flush()

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.list, self.stack)

    @override
    def commands(self) -> Sequence[Action]:
        chosen, is_open = self.is_chosen, self.bench.is_open
        return (
            Action("plans_new_procedure", "plans.procedure.new", self.add, "plus", ("Ins",), "edit", is_open),
            Action("plans_run", "plans.run", self.ask_run, "play", ("Ctrl+R",), "edit", self.run_button.isEnabled),
            Action("plans_duplicate", "common.duplicate", self.duplicate, "copy", ("Ctrl+D",), "edit", chosen),
            Action(
                "plans_delete", "common.delete", lambda: self.delete(self.list.key()), "trash-2", (), "edit", chosen
            ),
        )  # fmt: skip

    # --- what is done here ---

    def add(self) -> None:
        """Add a procedure and let its name be written."""
        made: list[str] = []
        new = Procedure("", tr("plans.procedure.untitled"))
        if self.bench.run(lambda store: made.append(editing.add(store, new))):
            self.show_thing(made[0])
            self.sheet.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sheet.name.field.selectAll()

    def duplicate(self) -> None:
        """Add a copy of the chosen procedure."""
        what, made = self.sheet.procedure, list[str]()
        if what:
            name = tr("plans.copy_of", name=what.name)
            self.bench.run(lambda store: made.append(editing.duplicate(store, what.id, name)))
            self.show_thing(made[0])

    def delete(self, id: str) -> None:
        """Delete a procedure."""
        if id and self.bench.run(lambda store: editing.delete(store, Procedure, id)):
            self.bench.desk.tell(say("plans.deleted"), undo=True)

    def shift(self, id: str, by: int) -> None:
        """Put a procedure further up or down."""
        there = list(self.bench.plans.procedures)
        to = there.index(id) + by
        if 0 <= to < len(there):
            self.bench.run(lambda store: editing.move(store, Procedure, id, to))

    def ask_run(self) -> None:
        """Ask from which day the procedure is run."""
        what = self.sheet.procedure
        if what is None:
            return
        self.flush()
        panel = SmallPanel(tr("plans.run.title", name=what.name), tr("plans.run.about"), tr("plans.run.do"))
        start = Labelled(DayField())
        start.set_label(tr("plans.run.start"))
        start.field.show_day(self.bench.today())
        panel.fields.addWidget(start)

        def take() -> bool:
            day, made = start.field.day(), list[str]()
            if day is None or not self.bench.run(lambda store: made.extend(run(store, what.id, day))):
                return False
            self.bench.desk.tell(say("plans.run.told", n=len(made), name=what.name), undo=True)
            return True

        open_small(panel, self.run_button, self.run_button.rect(), take)
        start.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _open_runs(tab: ProceduresTab, procedure: str) -> str:
    """Return how many runs of a procedure go on."""
    going = sum(it.done < len(it.tasks) for it in tab.bench.plans.runs.get(procedure, ()))
    return str(going) if going else ""
