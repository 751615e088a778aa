"""Edits and deletes tasks, one or many at once. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from app.calendar.event import check_reach
from app.calendar.saving import stamp
from app.store import Store
from app.tasks.finishing import put
from app.tasks.step_names import edit_step, for_tasks
from app.tasks.task import Column, Task

TYPED: Final = frozenset({"title", "notes"})


def edit(store: Store, ids: Sequence[str], **fields: Any) -> None:
    """Give fields of tasks other values; `column` moves them to its end. Typing in one field folds into one step.

    A parent that is a part of the task itself, however deep, is left out.
    """
    for name, value in fields.items():
        check_reach(name, value)
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    named = [replace(task, title=fields.get("title") or task.title) for task in tasks]
    with store.change(edit_step(named, fields), merge=_merge_key(ids, fields)):
        column = fields.pop("column", "")
        for task in tasks:
            own = fields | ({"parent": task.parent} if _circular(store, task, fields.get("parent", "")) else {})
            _save(store, task, own, column)


def set_own(store: Store, ids: Sequence[str], field: str, value: str) -> None:
    """Give tasks a value in one of the fields that the person made; "" takes it away."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    merge = f"edit:{','.join(ids[:8])}:own:{field}"
    with store.change(for_tasks(tasks, "tasks.step.edit.own"), merge=merge):
        for task in tasks:
            values = dict(task.own) | {field: value}
            _save(store, task, {"own": tuple((name, text) for name, text in values.items() if text)}, "")


def tag(store: Store, ids: Sequence[str], *, add: Collection[str] = (), remove: Collection[str] = ()) -> None:
    """Give tasks further tags, or take some away."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    with store.change(for_tasks(tasks, "tasks.step.edit.tags")):
        for task in tasks:
            tags = [name for name in (*task.tags, *add) if name not in remove]
            _save(store, task, {"tags": tuple(dict.fromkeys(tags))}, "")


def delete(store: Store, ids: Sequence[str]) -> None:
    """Delete tasks with their parts and checklists."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    with store.change(for_tasks(tasks, "tasks.step.delete")):
        store.of(Task).delete(_with_parts(store, (task.id for task in tasks)))


def _save(store: Store, task: Task, fields: dict[str, Any], column: str) -> None:
    changed = replace(task, **fields)
    if changed != task:
        changed = replace(changed, changed=stamp(store))
        store.of(Task).save([changed])
    if column and column != task.column:
        put(store, changed, store.of(Column).get(column))


def _with_parts(store: Store, ids: Iterable[str]) -> set[str]:
    found, wanted = set[str](), list(ids)
    while wanted:
        one = wanted.pop()
        if one not in found:
            found.add(one)
            wanted += [part.id for part in store.of(Task).where(parent=one)]
    return found


def _circular(store: Store, task: Task, parent: str) -> bool:
    return bool(parent) and parent in _with_parts(store, [task.id])


def _merge_key(ids: Sequence[str], fields: Collection[str]) -> str | None:
    name = next(iter(fields)) if len(fields) == 1 else ""
    return f"edit:{','.join(ids[:8])}:{name}" if name in TYPED else None
