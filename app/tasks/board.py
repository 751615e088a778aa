"""Changes the columns of the task board. Each function is one step of undo."""

from __future__ import annotations

from dataclasses import replace

from app.errors import KnownError
from app.message import Message, say
from app.playbook.order import UNPLACED, save_order
from app.store import Store
from app.tasks.columns import in_order, name_of, ready
from app.tasks.finishing import put
from app.tasks.moving import in_column
from app.tasks.task import Column


def add_column(store: Store, name: str) -> str:
    """Add a column for open tasks before the first one that finishes them; return its id."""
    with store.change(say("tasks.step.column.add", title=name)):
        columns = ready(store)
        row = next((row for row, column in enumerate(columns) if column.done), len(columns))
        new = Column(store.new_id(), name, position=UNPLACED)
        save_order(store, [*columns[:row], new, *columns[row:]])
    return new.id


def rename_column(store: Store, column_id: str, name: str) -> None:
    """Name a column; typing folds into one step of undo."""
    column = store.of(Column).get(column_id)
    with store.change(say("tasks.step.column.rename", title=name), merge=f"edit:{column_id}:name"):
        store.of(Column).save([replace(column, name=name)])


def set_limit(store: Store, column_id: str, limit: int) -> None:
    """Say how many tasks a column should hold at most, 0 for no limit."""
    column = store.of(Column).get(column_id)
    with store.change(_step(column, "tasks.step.column.limit")):
        store.of(Column).save([replace(column, limit=max(0, limit))])


def set_done(store: Store, column_id: str, *, done: bool) -> None:
    """Say whether a column finishes the tasks in it; one for open tasks must stay."""
    column = store.of(Column).get(column_id)
    if done:
        _keep_one_open(store, column_id)
    with store.change(_step(column, "tasks.step.column.done")):
        changed = replace(column, done=done)
        store.of(Column).save([changed])
        for task in in_column(store, column_id):
            put(store, replace(task, column=""), changed, task.position)


def move_column(store: Store, column_id: str, position: int) -> None:
    """Put a column elsewhere; 0 is the leftmost place."""
    column = store.of(Column).get(column_id)
    others = [other for other in in_order(store.of(Column).all()) if other.id != column_id]
    others.insert(position, column)
    with store.change(_step(column, "tasks.step.column.move")):
        save_order(store, others)


def delete_column(store: Store, column_id: str, to: str) -> None:
    """Delete a column; its tasks go to the end of another one. One for open tasks must stay."""
    column, goal = store.of(Column).get(column_id), store.of(Column).get(to)
    _keep_one_open(store, column_id)
    with store.change(_step(column, "tasks.step.column.delete")):
        for task in in_column(store, column_id):
            put(store, task, goal)
        store.of(Column).delete([column_id])
        save_order(store, in_order(store.of(Column).all()))


def _keep_one_open(store: Store, without: str) -> None:
    if all(column.done or column.id == without for column in store.of(Column).all()):
        raise KnownError(say("tasks.error.last_column"), say("tasks.error.last_column.do"))


def _step(column: Column, name: str) -> Message:
    return Message(name, (("title", name_of(column)),))
