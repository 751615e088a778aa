"""A procedure as a document whose every line can be written in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton
from typing_extensions import override

from app.message import say
from app.plans import editing
from app.plans.procedure import Procedure, ProcedureStep
from app.plans.snapshot import Run
from widgets.common.choice import Choice
from widgets.common.icons import icon, put_icon
from widgets.common.labelled import Labelled
from widgets.common.link_rows import Row, Rows
from widgets.common.named_options import named_options
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import day, tr
from widgets.plans.bench import PlansBench
from widgets.plans.procedures.roles import read_roles, roles_text
from widgets.plans.procedures.step_row import StepHeads, StepRow
from widgets.plans.sheet import Sheet, Typed

OWNER: Final = 220


class ProcedureSheet(Sheet[StepRow]):
    """Purpose, scope, roles, steps, what is expected, measures, and the runs there were.

    Signals:
        task_wanted: a task of a run is to be shown (its id).
    """

    task_wanted = Signal(object)

    def __init__(self, bench: PlansBench) -> None:
        super().__init__(bench)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.name = Labelled(TextField())
        self.name.field.setProperty("weight", "medium")
        self.owner = Labelled(Choice())
        self.purpose, self.scope, self.roles = (Labelled(TextArea(2)) for _ in range(3))
        self.expects, self.measures = Labelled(TextArea(2)), Labelled(TextArea(2))
        self.steps_label, self.heads, self.add_step = QLabel(), StepHeads(), QPushButton()
        self.steps_label.setProperty("look", "strong")
        self.steps_label.setTextFormat(Qt.TextFormat.PlainText)
        self.add_step.setProperty("look", "dashed")
        put_icon(self.add_step, icon("plus"))
        self.runs = Rows(ruled=True)

    def _arrange(self) -> None:
        self.owner.setFixedWidth(OWNER)
        self.add_beside((self.name, 1), (self.owner, 0))
        for field in (self.purpose, self.scope, self.roles, self.steps_label, self.heads):
            self.column.addWidget(field)
        self.parts.setSpacing(10)
        self.column.addLayout(self.parts)
        for below in (self.add_step, self.expects, self.measures, self.runs):
            self.column.addWidget(below)
        self.column.addStretch()

    def _connect(self) -> None:
        self.name.field.committed.connect(self._on_name)
        self.roles.field.committed.connect(lambda text: self._edit(roles=read_roles(text)))
        for name in ("purpose", "scope", "expects", "measures"):
            getattr(self, name).field.committed.connect(lambda text, name=name: self._edit(**{name: text}))
        self.owner.field.chosen.connect(lambda key: self._edit(owner=key))
        self.add_step.clicked.connect(lambda _: self.new_step(""))
        self.runs.pressed.connect(self.task_wanted)

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("plans.field.name"))
        self.owner.set_label(tr("plans.field.owner"))
        self.purpose.set_label(tr("plans.field.purpose"))
        self.scope.set_label(tr("plans.field.scope"))
        self.roles.set_label(tr("plans.field.roles"))
        self.roles.field.set_hint(tr("plans.field.roles.hint"))
        self.expects.set_label(tr("plans.field.expects"))
        self.measures.set_label(tr("plans.field.measures"))
        self.steps_label.setText(tr("plans.steps"))
        self.add_step.setText(tr("plans.step.new"))
        self.add_step.setAccessibleName(tr("plans.step.new"))
        self.refresh()

    @property
    def procedure(self) -> Procedure | None:
        """The procedure that is shown."""
        return self.bench.plans.procedures.get(self.id)

    @override
    def refresh(self) -> None:
        what = self.procedure
        self.paper.setVisible(what is not None)
        if what is None:
            return
        self.name.field.show_value(what.name)
        self.purpose.field.show_value(what.purpose)
        self.scope.field.show_value(what.scope)
        self.roles.field.show_value(roles_text(what.roles))
        self.expects.field.show_value(what.expects)
        self.measures.field.show_value(what.measures)
        self.owner.field.show_options(named_options(self.bench.plans.plan.people.values()))
        self.owner.field.show_value(what.owner)
        self._show_steps()
        runs = self.bench.plans.runs.get(self.id, [])
        self.runs.show_rows(tr("plans.runs"), [_run_row(run) for run in runs])

    def new_step(self, after: str = "") -> None:
        """Add a step below another one, or at the end, and put the keyboard on it."""
        there = [it.id for it in self.bench.plans.steps.get(self.id, [])]
        at = there.index(after) + 1 if after in there else None
        made: list[str] = []
        step = ProcedureStep("", self.id, "")
        if self.procedure and self.bench.run(lambda store: made.append(editing.add(store, step, at=at))):
            self.rows[made[0]].text.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fields(self) -> Iterable[Typed]:
        labelled = (self.name, self.purpose, self.scope, self.roles, self.expects, self.measures)
        return [it.field for it in labelled]

    def _show_steps(self) -> None:
        steps = self.bench.plans.steps.get(self.id, [])
        self.lay_rows([it.id for it in steps], self._new_row)
        for number, step in enumerate(steps, 1):
            self.rows[step.id].show_step(step, number, self.bench.plans.plan)
        self.heads.setVisible(bool(steps))

    def _new_row(self, step: str) -> StepRow:
        row = StepRow()
        row.edited.connect(lambda fields: self.bench.edit(ProcedureStep, step, **fields))
        row.shifted.connect(partial(self._shift, step))
        row.deleted.connect(partial(self._delete, step))
        row.next_wanted.connect(partial(self.new_step, step))
        return row

    def _shift(self, step: str, by: int) -> None:
        there = [it.id for it in self.bench.plans.steps.get(self.id, [])]
        to = there.index(step) + by
        if 0 <= to < len(there):
            self.rows[step].flush()
            self.bench.run(lambda store: editing.move(store, ProcedureStep, step, to))

    def _delete(self, step: str) -> None:
        if self.bench.run(lambda store: editing.delete(store, ProcedureStep, step)):
            self.bench.desk.tell(say("plans.deleted"), undo=True)

    def _edit(self, **fields: Any) -> None:
        if self.procedure:
            self.bench.edit(Procedure, self.id, **fields)

    def _on_name(self, text: str) -> None:
        name = " ".join(text.split())
        if name:
            self._edit(name=name)
        elif self.procedure:  # one without a name could not be found again
            self.name.field.show_value(self.procedure.name)


def _run_row(run: Run) -> Row:
    done = run.done == len(run.tasks)
    left = next((it for it in run.tasks if not it.finished), run.tasks[0])
    return Row(
        "circle-check" if done else "circle-dot",
        "success_text" if done else "accent",
        tr("plans.run.from", day=day(run.start, "d MMM yyyy")) if run.start else tr("plans.run.undated"),
        tr("plans.run.done", done=run.done, n=len(run.tasks)),
        left.id,
    )
