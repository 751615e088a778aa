"""Which tasks are looked at, and how they are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.message import Message, say
from app.search.holding import holds
from app.tasks.columns import name_of
from app.tasks.due import Due, due_of
from app.tasks.due_days import in_day
from app.tasks.snapshot import Tasks
from app.tasks.task import Priority, Task

OTHER: Final = "?"  # key of the group of those that belong to none
OWN: Final = "own"  # of tasks that come from nothing
DUE_TEXTS: Final[Mapping[Due, str]] = {
    Due.LATE: "tasks.due.late",
    Due.TODAY: "tasks.due.today",
    Due.WEEK: "tasks.due.week",
    Due.LATER: "tasks.due.later",
    Due.NONE: "tasks.due.none",
    Due.DONE: "tasks.due.done",
}
PRIORITY_TEXTS: Final[Mapping[int, str]] = {
    Priority.HIGH: "tasks.priority.high",
    Priority.MEDIUM: "tasks.priority.medium",
    Priority.LOW: "tasks.priority.low",
    Priority.NONE: "tasks.priority.none",
}


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Values of one key are alternatives, those of different keys must all hold; an empty key lets all pass."""

    due: frozenset[Due] = frozenset()
    sources: frozenset[str] = frozenset()  # kinds of what tasks come from, or OWN
    priorities: frozenset[int] = frozenset()
    owners: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    hide_done: bool = False
    words: str = ""

    def __bool__(self) -> bool:
        return self != TaskFilter()

    def matches(self, task: Task, tasks: Tasks, today: date) -> bool:
        """Return whether a task is to be looked at."""
        if self.hide_done and task.finished:
            return False
        return (
            (not self.due or _due(task, tasks, today) in self.due)
            and (not self.sources or not self.sources.isdisjoint(sources_of(task, tasks)))
            and (not self.priorities or task.priority in self.priorities)
            and (not self.owners or task.owner in self.owners)
            and (not self.tags or not self.tags.isdisjoint(task.tags))
            and holds(self.words, task.title, task.notes, *task.tags)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Some tasks under one head."""

    key: str
    name: Message | str
    tasks: tuple[Task, ...]

    @property
    def hours(self) -> float:
        """Hours of those that are still to be done."""
        return round(sum(task.effort for task in self.tasks if not task.finished), 2)

    @property
    def open(self) -> int:
        """How many are still to be done."""
        return sum(not task.finished for task in self.tasks)


def sources_of(task: Task, tasks: Tasks) -> set[str]:
    """Return the kinds of what a task comes from."""
    return {origin.kind for origin in tasks.came_from(task)} or {OWN}


def grouped(found: Iterable[Task], tasks: Tasks, by: str, today: date) -> list[Group]:
    """Return tasks under heads by "due", "column", "priority", "owner", "program" or "" for none, in their order.

    Within a head they go by due day and time, then the ones that press first; finished ones stand at the end.
    """
    order, key_of = _GROUPS[by](tasks, today)
    heads: dict[str, list[Task]] = {}
    for task in sorted(found, key=lambda task: (bool(task.finished), *by_due(task))):
        heads.setdefault(key_of(task), []).append(task)
    known = [(key, name) for key, name in order if key in heads]
    strays = [task for key, some in heads.items() if key not in dict(order) for task in some]
    groups = [Group(key, name, tuple(heads[key])) for key, name in known]
    return [*groups, Group(OTHER, say("tasks.group.other"), tuple(strays))] if strays else groups


def by_due(task: Task) -> tuple[Any, ...]:
    """Return a key that sorts tasks by due day, those without one last."""
    return task.due or date.max, *in_day(task)


def _due(task: Task, tasks: Tasks, today: date) -> Due:
    return due_of(task, today, tasks.plan.playbook.first_weekday, tasks.finished_on(task))


Order = list[tuple[str, Message | str]]
Heads = tuple[Order, Callable[[Task], str]]


def _by_due_day(tasks: Tasks, today: date) -> Heads:
    return [(due.value, Message(text)) for due, text in DUE_TEXTS.items()], lambda task: _due(task, tasks, today).value


def _by_column(tasks: Tasks, _: date) -> Heads:
    order: Order = [(column.id, name_of(column)) for column in tasks.columns.values()]
    return order, lambda task: column.id if (column := tasks.column_of(task)) else ""


def _by_priority(_: Tasks, __: date) -> Heads:
    return [(str(int(it)), Message(text)) for it, text in PRIORITY_TEXTS.items()], lambda task: str(int(task.priority))


def _named(things: Mapping[str, Any], name: str, none: str) -> Heads:
    order: Order = [*((key, thing.name) for key, thing in things.items()), ("", Message(none))]
    return order, lambda task: str(getattr(task, name))


_GROUPS: Final[Mapping[str, Callable[[Tasks, date], Heads]]] = {
    "due": _by_due_day,
    "column": _by_column,
    "priority": _by_priority,
    "owner": lambda tasks, _: _named(tasks.plan.people, "owner", "tasks.group.no_owner"),
    "program": lambda tasks, _: _named(tasks.plan.programs, "program", "tasks.group.no_program"),
    "": lambda _, __: ([("", say("tasks.group.all"))], lambda _: ""),
}
GROUPS: Final = tuple(_GROUPS)
