"""The columns of the task board: the built-in ones, and their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from app.message import Message
from app.store import Store
from app.tasks.task import Column

COLUMN_TEXTS: Final[Mapping[str, str]] = {
    "todo": "tasks.column.todo",
    "doing": "tasks.column.doing",
    "waiting": "tasks.column.waiting",
    "done": "tasks.column.done",
}


def in_order(columns: Iterable[Column]) -> list[Column]:
    """Return columns from left to right."""
    return sorted(columns, key=lambda column: (column.position, column.id))


def ready(store: Store) -> list[Column]:
    """Return the columns in order, the built-in ones made when there is none; inside a change."""
    columns = in_order(store.of(Column).all())
    if not columns:
        columns = built_in(store)
        store.of(Column).save(columns)
    return columns


def built_in(store: Store) -> list[Column]:
    """Return the columns that every playbook begins with; they are not saved yet."""
    return [
        Column(store.new_id(), "", done=key == "done", position=row, key=key) for row, key in enumerate(COLUMN_TEXTS)
    ]


def first_open(columns: Iterable[Column]) -> Column:
    """Return where new tasks go: the first column that does not finish them, or the first one."""
    columns = in_order(columns)
    return next((column for column in columns if not column.done), columns[0])


def first_done(columns: Iterable[Column]) -> Column | None:
    """Return where finished tasks go, or None when no column finishes them."""
    return next((column for column in in_order(columns) if column.done), None)


def name_of(column: Column) -> str | Message:
    """Return what a column is called: as it was named, else as a built-in one."""
    if column.name or column.key not in COLUMN_TEXTS:
        return column.name
    return Message(COLUMN_TEXTS[column.key])
