"""The tasks that a new playbook begins with.

What prepares an event has no hours of its own here: they are the event's, and would count twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from app.calendar.event import Event
from app.calendar.program import Program
from app.calendar.saving import stamp
from app.playbook.link import BECAME, Link
from app.playbook.playbook import Person
from app.store import Store
from app.tactics.tactic import Tactic
from app.tasks.adding import GAP
from app.tasks.columns import ready
from app.tasks.task import Priority, Task, TaskStep

if TYPE_CHECKING:
    from app.playbook.copying import Ids

WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FirstTask:
    """A task of a template: its column by key, the tactic whose event it prepares, the steps that are ticked."""

    title: str
    column: str = "todo"
    due: date | None = None
    due_at: time | None = None
    priority: int = Priority.NONE
    effort: float = 0.0
    tags: tuple[str, ...] = ()
    owner: str = ""
    program: str = ""
    tactic: str = ""
    steps: tuple[str, ...] = ()
    ticked: int = 0
    repeat: str = ""
    notes: str = ""


def read_tasks(raw: Mapping[str, Any], place: Callable[[str], date]) -> tuple[FirstTask, ...]:
    """Return the tasks of a template, whose places such as "2 FR" became days."""
    return tuple(_read(dict(one), place) for one in raw.values())


def hours_of(tasks: Iterable[FirstTask], rows: Iterable[date]) -> dict[date, float]:
    """Return the hours of tasks in the weeks in which they are due; `rows` are first days of weeks."""
    timed = [(task.due, task.effort) for task in tasks if task.due and task.effort]
    return {week: sum(effort for due, effort in timed if week <= due < week + WEEK) for week in rows}


def begin_tasks(store: Store, tasks: Iterable[FirstTask], ids: Ids, first: date) -> None:
    """Put the tasks of a template into a playbook that begins, inside a change; `first` begins its quarter.

    A task that prepares an event is linked to the next one of its tactic.
    """
    columns = {column.key: column for column in ready(store)}
    now, begun = stamp(store), list[Task]()
    steps, links = list[TaskStep](), list[Link]()
    for row, seed in enumerate(tasks):
        column, name = columns[seed.column], store.new_id()
        task = Task(
            name, seed.title, column.id, (row + 1) * GAP, due=seed.due, due_at=seed.due_at, priority=seed.priority,
            effort=seed.effort, tags=seed.tags, repeat=seed.repeat, notes=seed.notes, created=now, changed=now,
            owner=ids.get((Person, seed.owner), ""), program=ids.get((Program, seed.program), ""),
        )  # fmt: skip
        begun.append(replace(task, finished=_finished(seed, now)) if column.done else task)
        steps += [TaskStep(store.new_id(), name, at, text, at < seed.ticked) for at, text in enumerate(seed.steps)]
        event = _event(store, ids.get((Tactic, seed.tactic), ""), seed.due or first)
        if event:
            links.append(Link(store.new_id(), "event", event, "task", name, BECAME))
    store.of(Task).save(begun)
    store.of(TaskStep).save(steps)
    store.of(Link).save(links)


def _read(one: dict[str, Any], place: Callable[[str], date]) -> FirstTask:
    due, at = one.pop("on", ""), one.pop("at", "")
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in one.items()}
    return FirstTask(due=place(due) if due else None, due_at=time.fromisoformat(at) if at else None, **plain)


def _finished(seed: FirstTask, now: int) -> int:
    return now if seed.due is None else evening_of(seed.due)


def evening_of(day: date) -> int:
    """Return the evening of a day as UTC microseconds: then a finished task of a template was finished."""
    days = (day - date(1970, 1, 1)).days
    return (days * 24 + 15) * 3_600_000_000


def _event(store: Store, tactic: str, day: date) -> str:
    """Return the first event of a tactic on a day or after it, else the last before."""
    found = sorted((event for event in store.of(Event).where(tactic=tactic) if event.day), key=_when) if tactic else []
    later = (event.id for event in found if event.repeats or (event.day and event.day >= day))
    return next(later, found[-1].id if found else "")


def _when(event: Event) -> tuple[date, str]:
    return event.day or date.max, event.id
