"""Finishes tasks and takes that back; one that repeats leaves the next one behind. Each function is one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.calendar.saving import stamp
from app.store import Store
from app.tasks.adding import after
from app.tasks.columns import first_done, first_open, ready
from app.tasks.repeating import leave_next, take_next_back
from app.tasks.step_names import for_tasks
from app.tasks.task import Column, Task

OF_SEQUENCE: Final = "workflow:"  # begins the source of tasks that stand for a message


def finish(store: Store, ids: Sequence[str]) -> None:
    """Finish tasks: they go to the first column that finishes them, when there is one."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    with store.change(for_tasks(tasks, "tasks.step.finish")):
        goal = first_done(ready(store))
        for task in tasks:
            if not task.finished:
                put(store, task, goal) if goal else _save(store, task, stamp(store))


def reopen(store: Store, ids: Sequence[str]) -> None:
    """Take back that tasks are finished: they go to the first open column."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    with store.change(for_tasks(tasks, "tasks.step.reopen")):
        columns = ready(store)
        finishing = {column.id for column in columns if column.done}
        for task in tasks:
            if task.column in finishing:
                put(store, task, first_open(columns))
            else:
                _save(store, task, 0)


def put(store: Store, task: Task, column: Column, position: int | None = None) -> None:
    """Put a task into a column, at its end unless told where, which finishes or reopens it; inside a change."""
    if position is None:
        position = after(other for other in store.of(Task).where(column=column.id) if other.id != task.id)
    moved = replace(task, column=column.id, position=position)
    finished = (task.finished or stamp(store)) if column.done else 0 if task.column != column.id else task.finished
    _save(store, moved, finished)


def _save(store: Store, task: Task, finished: int) -> None:
    """Save a task as finished or not; its rhythm goes on to the next one, and comes back when that is taken back."""
    goes_on = bool(finished and not task.finished and task.repeat)
    repeat = "" if goes_on else task.repeat
    if task.finished and not finished:
        repeat = repeat or take_next_back(store, task)
    store.of(Task).save([replace(task, finished=finished, repeat=repeat, changed=stamp(store))])
    if goes_on:
        leave_next(store, task)
    if task.source.startswith(OF_SEQUENCE) and bool(finished) != bool(task.finished):
        _tell_sequence(store, task, done=bool(finished))


def _tell_sequence(store: Store, task: Task, *, done: bool) -> None:
    """Let the sequence go on whose message a task stands for, or go back."""
    from app.workflows.sending import task_finished, task_reopened  # it finishes tasks itself

    (task_finished if done else task_reopened)(store, task)
