"""Moves tasks between columns and within them. One step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.store import Store
from app.tasks.adding import GAP, after
from app.tasks.finishing import put
from app.tasks.step_names import for_tasks
from app.tasks.task import Column, Task


def move(store: Store, ids: Sequence[str], column: str, before: str = "") -> None:
    """Put tasks into a column, in front of another task or at its end; a column that finishes tasks finishes them."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    goal = store.of(Column).get(column)
    names = {task.column for task in tasks}
    with store.change(for_tasks(tasks, "tasks.step.reorder" if names == {column} else "tasks.step.move")):
        for task, position in zip(tasks, _positions(store, tasks, column, before), strict=True):
            put(store, task, goal, position)


def in_column(store: Store, column: str) -> list[Task]:
    """Return the tasks of a column in order."""
    return sorted(store.of(Task).where(column=column), key=lambda task: (task.position, task.id))


def _positions(store: Store, tasks: Sequence[Task], column: str, before: str) -> list[int]:
    """Return positions for tasks that come to stand side by side; a column without room between is spaced anew."""
    moving = {task.id for task in tasks}
    others = [task for task in in_column(store, column) if task.id not in moving]
    row = next((row for row, task in enumerate(others) if task.id == before), len(others))
    if row == len(others):
        begin = after(others)
        return [begin + GAP * step for step in range(len(tasks))]
    low = others[row - 1].position if row else 0
    room = (others[row].position - low) // (len(tasks) + 1)
    crowded = any(left.position == right.position for left, right in pairwise(others))
    if room < 1 or crowded:
        _space(store, others, row, len(tasks))
        return [GAP * (row + 1 + step) for step in range(len(tasks))]
    return [low + room * (step + 1) for step in range(len(tasks))]


def _space(store: Store, others: Sequence[Task], row: int, room: int) -> None:
    places = (GAP * (1 + at + (room if at >= row else 0)) for at in range(len(others)))
    store.of(Task).save(
        [replace(task, position=place) for task, place in zip(others, places, strict=True) if task.position != place]
    )
