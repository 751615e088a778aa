"""The fields of tasks in the inspector: what, when, who, what it belongs to."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from app.personas.offering import offered
from app.tasks.columns import name_of
from app.tasks.filter import PRIORITY_TEXTS
from app.tasks.snapshot import Tasks
from app.tasks.task import Task
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.dots import dot
from widgets.common.field_group import FieldGroup
from widgets.common.flow_layout import FlowLayout
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options, none_option
from widgets.common.notes_fields import NotesFields
from widgets.common.number_field import NumberField
from widgets.common.text_field import TextField
from widgets.common.words import clock, tr
from widgets.tasks.face import named, short_day
from widgets.tasks.repeat_fields import NextTime, RepeatChoice

MOST_WHOLES: Final = 200
TIME: Final = re.compile(r"\s*([01]?\d|2[0-3])(?:[:.]?([0-5]\d))?\s*$")


class TaskFields(FieldGroup[Task]):
    """Fields of tasks; what they choose among comes from the snapshot."""

    tasks: Tasks | None = None
    today: date = date(2027, 1, 1)

    def show_tasks(self, tasks: Tasks, things: list[Task], today: date) -> None:
        """Show the values that tasks share."""
        self.tasks, self.today = tasks, today
        self.show_things(things)


class WhatFields(TaskFields):
    """Title and column."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.state = Labelled(TextField()), Labelled(Choice())
        self.priority = Labelled(Choice())
        self.title.field.setProperty("weight", "medium")
        self.column.addWidget(self.title)
        self.add_row(self.priority, self.state)
        self.title.field.committed.connect(self._on_title)
        self.state.field.chosen.connect(lambda key: self.tell(column=key))
        self.priority.field.chosen.connect(lambda key: self.tell(priority=int(key)))
        self.retranslate()

    def _on_title(self, text: str) -> None:
        if text.strip():
            self.tell(title=text.strip())
        self.title.set_error("" if text.strip() else tr("tasks.title.needed"))

    @override
    def retranslate(self) -> None:
        self.title.set_label(tr("field.title"))
        self.state.set_label(tr("tasks.field.column"))
        self.priority.set_label(tr("tasks.field.priority"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.tasks is None or not self.things:
            return
        alone = len(self.things) == 1
        self.title.setVisible(alone)
        self.title.set_error("")
        self.title.field.show_value(self.shared(lambda task: task.title))
        columns = self.tasks.columns.values()
        self.state.field.show_options([Option(column.id, named(name_of(column))) for column in columns])
        self.state.field.show_value(self.shared(self._column_of))
        flag = icon("flag", "text")
        options = [Option(str(int(key)), tr(text), flag if key == 3 else None) for key, text in PRIORITY_TEXTS.items()]
        self.priority.field.show_options(options)
        self.priority.field.show_value(self.shared(lambda task: str(int(task.priority))))

    def _column_of(self, task: Task) -> str:
        column = self.tasks.column_of(task) if self.tasks else None
        return column.id if column else ""

    @override
    def flush(self) -> None:
        self.title.field.flush()


class WhenFields(TaskFields):
    """Due day with the days that are chosen most, time, first day, rhythm.

    Signals:
        repeat_chosen: tasks are to repeat by another rhythm (RRULE value, "" for none).
        rhythm_requested: the rhythm is to be put together (beside what).
        skip_requested: this time of a task that repeats is to be passed over.
    """

    repeat_chosen = Signal(str)
    rhythm_requested = Signal(QWidget)
    skip_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.due, self.time = Labelled(DayField()), Labelled(TextField())
        self.start, self.repeat = Labelled(DayField()), Labelled(RepeatChoice())
        self.next_time = NextTime()
        self.add_row(self.due, self.time, stretch=(27, 16))
        self.usual = QWidget()
        flow = FlowLayout(self.usual, 6)
        self._buttons = [QPushButton() for _ in range(4)]
        for row, button in enumerate(self._buttons):
            button.setProperty("look", "pill")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, row=row: self._on_usual(row))
            flow.addWidget(button)
        self.column.addWidget(self.usual)
        self.add_row(self.start, self.repeat)
        self.column.addWidget(self.next_time)
        self.due.field.entered.connect(self._on_due)
        self.start.field.entered.connect(lambda day: self.tell(start=day))
        self.time.field.committed.connect(self._on_time)
        self.repeat.field.chosen.connect(self.repeat_chosen)
        self.repeat.field.manage_requested.connect(lambda: self.rhythm_requested.emit(self.repeat.field))
        self.next_time.skip_requested.connect(self.skip_requested)
        self.retranslate()

    def usual_days(self) -> list[date | None]:
        """Return the days on the buttons: tomorrow, the end of the week, a week later, none."""
        friday = self.today + timedelta(days=(4 - self.today.weekday()) % 7 or 7)
        due = self.shared(lambda task: task.due) if self.things else None
        return [self.today + timedelta(days=1), friday, (due or self.today) + timedelta(days=7), None]

    def _on_usual(self, row: int) -> None:
        self._on_due(self.usual_days()[row])

    def _on_due(self, day: date | None) -> None:
        if day is None:
            self.tell(due=None, due_at=None)
        else:
            self.tell(due=day)

    def _on_time(self, text: str) -> None:
        found = TIME.match(text)
        self.time.set_error("" if found or not text.strip() else tr("tasks.time.wrong"))
        if found:
            at = time(int(found[1]), int(found[2] or 0))
            days = {} if all(task.due for task in self.things) else {"due": self.today}
            self.tell(due_at=at, **days)
        elif not text.strip():
            self.tell(due_at=None)

    @override
    def retranslate(self) -> None:
        self.due.set_label(tr("tasks.field.due"))
        self.time.set_label(tr("field.time"))
        self.start.set_label(tr("tasks.field.start"))
        self.repeat.set_label(tr("tasks.field.repeat"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        none = tr("tasks.no_date")
        for field, days in ((self.due, {it.due for it in self.things}), (self.start, {it.start for it in self.things})):
            shared = next(iter(days)) if len(days) == 1 else None
            field.field.show_day(shared, none=none, mixed=len(days) > 1)
        self.time.set_error("")
        self.time.field.set_hint(tr("tasks.any_time"))
        self.time.field.show_value(self.shared(lambda task: clock(task.due_at) if task.due_at else ""))
        tomorrow, friday, *_ = self.usual_days()
        assert tomorrow
        assert friday
        texts = (tr("tasks.tomorrow"), short_day(friday, self.today), tr("tasks.week_later"), none)
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
        self.repeat.field.show_rule(self.shared(lambda task: task.repeat))
        self.next_time.show_task(self.things[0] if len(self.things) == 1 else None, self.today)

    @override
    def flush(self) -> None:
        self.time.field.flush()


class WhoFields(TaskFields):
    """Owner, hours, and what the task belongs to."""

    def __init__(self) -> None:
        super().__init__()
        self.owner, self.effort = Labelled(Choice()), Labelled(NumberField(_hours))
        self.program, self.stage, self.persona = Labelled(Choice()), Labelled(Choice()), Labelled(Choice())
        self.parent_task = Labelled(Choice())
        self.add_row(self.owner, self.effort)
        self.column.addWidget(self.parent_task)
        self.parent_task.field.chosen.connect(lambda key: self.tell(parent=key))
        self.column.addWidget(self.program)
        self.add_row(self.stage, self.persona)
        for side in ("owner", "program", "stage", "persona"):
            field: Choice = getattr(self, side).field
            field.chosen.connect(lambda key, side=side: self.tell(**{side: key}))
            field.manage_requested.connect(lambda side=side: self._on_manage(side))
        self.effort.field.entered.connect(self._on_effort)
        self.effort.field.refused.connect(lambda _: self.effort.set_error(tr("field.hours.wrong")))
        self.retranslate()

    def _on_manage(self, side: str) -> None:
        self.manage_requested.emit(side, getattr(self, side).field)

    def _on_effort(self, value: float) -> None:
        self.effort.set_error("")
        self.tell(effort=value)

    @override
    def retranslate(self) -> None:
        self.owner.set_label(tr("field.owner"))
        self.effort.set_label(tr("tasks.field.effort"))
        self.effort.field.setToolTip(tr("tasks.field.effort.tip"))
        self.parent_task.set_label(tr("tasks.field.parent"))
        self.program.set_label(tr("field.program"))
        self.stage.set_label(tr("field.stage"))
        self.persona.set_label(tr("tasks.field.persona"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.tasks is None or not self.things:
            return
        plan = self.tasks.plan
        self.owner.field.show_options(named_options(plan.people.values()), tr("field.owner.manage"))
        self.program.field.show_options(named_options(plan.programs.values()), tr("field.program.manage"))
        stages = [
            Option(it.id, it.name, dot(f"category.{it.colour}.solid"), look=it.colour) for it in plan.stages.values()
        ]
        self.stage.field.show_options([none_option(), *stages], tr("field.stage.manage"))
        personas = offered(plan.personas, (task.persona for task in self.things))
        self.persona.field.show_options(named_options(personas), tr("field.personas.manage"))
        self.owner.field.show_value(self.shared(lambda task: task.owner))
        self.program.field.show_value(self.shared(lambda task: task.program))
        self.stage.field.show_value(self.shared(lambda task: task.stage))
        self.persona.field.show_value(self.shared(lambda task: task.persona))
        self.parent_task.field.show_options(self._wholes())
        self.parent_task.field.show_value(self.shared(lambda task: task.parent))
        self.effort.set_error("")
        self.effort.field.show_number(self.shared(lambda task: task.effort))

    def _wholes(self) -> list[Option]:
        """Return none, then the open tasks that these may be a part of, and those that they are a part of."""
        assert self.tasks
        here = {task.id for task in self.things}
        held = {task.parent for task in self.things}
        found = [it for it in self.tasks.all.values() if it.id not in here and (not it.finished or it.id in held)]
        found.sort(key=lambda task: (task.id not in held, task.title.casefold()))
        return [none_option(), *(Option(task.id, task.title) for task in found[:MOST_WHOLES])]

    @override
    def flush(self) -> None:
        self.effort.field.flush()


class TaskNotes(NotesFields, TaskFields):
    """Notes."""

    LINES = 4


def _hours(figures: str) -> str:
    return tr("tasks.hours", hours=figures)
