"""Everything that the tasks page shows, held in memory and kept up to date with the store."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from app.calendar import plan as calendar
from app.calendar.plan import Plan
from app.funnel.branch import Branch
from app.playbook.link import BECAME, Link
from app.purpose.board import Note
from app.store import EVERYTHING, Changes, Store
from app.tasks.columns import first_open, in_order
from app.tasks.origin import Origin, origins
from app.tasks.own_fields import OF_TASKS
from app.tasks.task import Column, OwnField, Task, TaskStep
from app.tasks.today import day_of

KINDS: Final[tuple[type[Any], ...]] = (*calendar.KINDS, TaskStep, Column, OwnField, Link, Note, Branch)


class Tasks:
    """The tasks of a playbook with their columns, checklists and origins; `plan` knows the rest of it."""

    def __init__(self) -> None:
        self.plan = Plan()
        self.columns: dict[str, Column] = {}  # from left to right
        self.steps: dict[str, list[TaskStep]] = {}  # by task, in order
        self.fields: dict[str, OwnField] = {}  # in order
        self._came_from: dict[str, list[Origin]] = {}  # by task
        self._parts: dict[str, list[Task]] | None = None

    @classmethod
    def read(cls, store: Store) -> Tasks:
        """Return the tasks that a store holds."""
        tasks = cls()
        tasks.refresh(store, dict.fromkeys(KINDS, EVERYTHING))
        return tasks

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether any of it shows among the tasks."""
        touched = self.plan.refresh(store, changes)
        if Column in changes:
            self.columns = {column.id: column for column in in_order(store.of(Column).all())}
        if TaskStep in changes:
            self._take_steps(store)
        if OwnField in changes:
            own = store.of(OwnField).where(of_kind=OF_TASKS)
            self.fields = {it.id: it for it in sorted(own, key=lambda it: (it.position, it.id))}
        self._parts = None
        if self._origins_concerned(changes):
            self._take_origins(store)
        return touched or not changes.keys().isdisjoint(KINDS)

    @property
    def all(self) -> dict[str, Task]:
        """All tasks by id."""
        return self.plan.due.tasks

    def column_of(self, task: Task) -> Column | None:
        """Return the column that a task stands in: its own, or the first open one when that is not there."""
        found = self.columns.get(task.column)
        return found or (first_open(self.columns.values()) if self.columns else None)

    def in_column(self, column: str) -> list[Task]:
        """Return the tasks of a column: open ones in their order, finished ones as they were finished, newest first."""
        found = [task for task in self.all.values() if (own := self.column_of(task)) and own.id == column]
        if column in self.columns and self.columns[column].done:
            return sorted(found, key=lambda task: (-task.finished, task.id))
        return sorted(found, key=lambda task: (task.position, task.id))

    def came_from(self, task: Task) -> list[Origin]:
        """Return what a task comes from, the task that it is a part of first."""
        found = self._came_from.get(task.id, [])
        if not task.parent:
            return found
        whole = self.all.get(task.parent)
        return [Origin("task", task.parent, whole.title if whole else ""), *found]

    def parts(self, task: str) -> list[Task]:
        """Return the tasks that are parts of a task."""
        if self._parts is None:
            self._parts = {}
            for it in sorted(self.all.values(), key=lambda it: (it.created, it.id)):
                if it.parent:
                    self._parts.setdefault(it.parent, []).append(it)
        return self._parts.get(task, [])

    def of_step(self, step_id: str) -> Task | None:
        """Return the task whose checklist has a step."""
        found = (task for task, steps in self.steps.items() for step in steps if step.id == step_id)
        return next((self.all[task] for task in found if task in self.all), None)

    def progress(self, task: str) -> tuple[int, int]:
        """Return how many of the steps and parts of a task are done, and how many there are."""
        ticks = [step.done for step in self.steps.get(task, ())] + [bool(part.finished) for part in self.parts(task)]
        return sum(ticks), len(ticks)

    def finished_on(self, task: Task) -> date | None:
        """Return the day on which a task was finished."""
        return day_of(task.finished, self.plan.playbook.zone) if task.finished else None

    def sources(self) -> set[str]:
        """Return the kinds of what tasks come from."""
        kinds = {origin.kind for found in self._came_from.values() for origin in found}
        return kinds | {"task"} if any(task.parent for task in self.all.values()) else kinds

    def tags(self) -> list[str]:
        """Return every tag in use."""
        return sorted({tag for task in self.all.values() for tag in task.tags}, key=str.casefold)

    def _take_steps(self, store: Store) -> None:
        self.steps = {}
        for step in sorted(store.of(TaskStep).all(), key=lambda step: (step.position, step.id)):
            self.steps.setdefault(step.task, []).append(step)

    def _origins_concerned(self, changes: Changes) -> bool:
        if Link in changes or changes.get(Task) == EVERYTHING:
            return True
        shown = {origin.id for found in self._came_from.values() for origin in found}
        return any(ids == EVERYTHING or not shown.isdisjoint(ids) for ids in changes.values())

    def _take_origins(self, store: Store) -> None:
        links = list(store.of(Link).where(to_kind="task", role=BECAME))
        known = origins(store, ((link.from_kind, link.from_id) for link in links))
        self._came_from = {}
        for link in sorted(links, key=lambda link: link.id):
            self._came_from.setdefault(link.to_id, []).append(known[link.from_kind, link.from_id])
