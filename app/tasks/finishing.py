"""Finishes tasks and takes that back; one that repeats leaves the next one behind. Each function is one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.calendar.event import LAST_DAY
from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import Rule
from app.calendar.saving import stamp
from app.playbook.link import Link
from app.store import Store
from app.tasks.adding import after, placed
from app.tasks.columns import first_done, first_open, ready
from app.tasks.step_names import for_tasks
from app.tasks.task import Column, Task, TaskStep
from app.tasks.today import today_of

FARTHEST: Final = timedelta(days=366 * 40)  # the 29th of February comes at least every eighth year


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


def next_day(task: Task, today: date) -> date | None:
    """Return the day on which a task that repeats is due next: after the one it had, and not before today."""
    rule = Rule.parse(task.repeat)
    if rule is None:
        return None
    start = task.due or today
    first = max(start + timedelta(days=1), today)
    found = days_of(rule, start, first, min(first + FARTHEST, LAST_DAY)) if first < LAST_DAY else []
    return found[0] if found else None


def _save(store: Store, task: Task, finished: int) -> None:
    goes_on = bool(finished and not task.finished and task.repeat)
    saved = replace(task, finished=finished, repeat="" if goes_on else task.repeat, changed=stamp(store))
    store.of(Task).save([saved])
    if goes_on:
        _repeat(store, task)


def _repeat(store: Store, task: Task) -> None:
    """Add the next one of a task that repeats, with its checklist still to be done and what it came from."""
    day = next_day(task, today_of(store))
    if day is None:
        return
    ahead = day - (task.due or day)
    columns = ready(store)
    own = next((column for column in columns if column.id == task.column and not column.done), first_open(columns))
    start = task.start + ahead if task.start and task.due else None
    new = replace(task, id="", due=day, start=start, finished=0, created=0, source="", foreign="")
    new = placed(store, new, own)
    store.of(Task).save([new])
    _copy_belongings(store, task.id, new.id)


def _copy_belongings(store: Store, old: str, new: str) -> None:
    steps = store.of(TaskStep).where(task=old)
    store.of(TaskStep).save([replace(step, id=store.new_id(), task=new, done=False) for step in steps])
    links: Iterable[Link] = store.of(Link).where(to_kind="task", to_id=old)
    store.of(Link).save([replace(link, id=store.new_id(), to_id=new) for link in links])
