"""New tasks. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from app.calendar.saving import stamp
from app.message import say
from app.store import Store
from app.tasks.columns import first_open, ready
from app.tasks.task import Column, Task

GAP: Final = 1024  # between the positions of neighbours, so that one can be put between them


def add_task(store: Store, task: Task) -> str:
    """Add a task to the end of its column, the first open one when it has none; return its id, a new one as a rule."""
    with store.change(say("tasks.step.add", title=task.title)):
        columns = {column.id: column for column in ready(store)}
        column = columns.get(task.column) or first_open(columns.values())
        new = placed(store, task, column)
        store.of(Task).save([new])
    return new.id


def placed(store: Store, task: Task, column: Column) -> Task:
    """Return a new task as it stands at the end of a column, finished when the column finishes tasks."""
    now = stamp(store)
    return replace(
        task,
        id=task.id or store.new_id(),
        column=column.id,
        position=after(store.of(Task).where(column=column.id)),
        finished=(task.finished or now) if column.done else 0,
        created=task.created or now,
        changed=now,
    )


def after(tasks: Iterable[Task]) -> int:
    """Return the position behind tasks of one column."""
    return max((task.position for task in tasks), default=0) + GAP
