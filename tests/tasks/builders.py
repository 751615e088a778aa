"""Tasks for the tests: a sample week of Mila D., who runs Kestrel Circle."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.store import Store
from app.tasks.adding import add_task
from app.tasks.columns import in_order
from app.tasks.task import Column, Task

TODAY = date(2027, 3, 10)  # a Wednesday, as the clock of the store has it


def add(store: Store, title: str, **fields: Any) -> str:
    return add_task(store, Task("", title, fields.pop("column", ""), **fields))


def get(store: Store, id: str) -> Task:
    return store.of(Task).get(id)


def columns(store: Store) -> dict[str, str]:
    return {column.key or column.name: column.id for column in in_order(store.of(Column).all())}


def titles(store: Store, column: str) -> list[str]:
    found = sorted(store.of(Task).where(column=columns(store)[column]), key=lambda task: (task.position, task.id))
    return [task.title for task in found]
