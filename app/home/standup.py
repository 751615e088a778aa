"""What to say at the next opening: done since the last working day, due until the next one, and what is late."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from app.calendar.event import Status
from app.calendar.holidays import holidays
from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.playbook.playbook import Playbook
from app.tasks.filter import by_due
from app.tasks.snapshot import Tasks
from app.tasks.task import Task

WEEKEND: Final = (5, 6)
FARTHEST: Final = 31  # days between two working days
TO_COME: Final = frozenset({Status.PLANNED, Status.READY})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to say: a task, or an occurrence (its id is "event@original start")."""

    kind: str  # "task" or "event"
    id: str
    title: str
    day: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Standup:
    """What was done since a day, what is due until another one, and what is late."""

    today: date
    since: date
    until: date
    done: tuple[Item, ...]
    ahead: tuple[Item, ...]
    late: tuple[Item, ...]


def standup(tasks: Tasks, today: date) -> Standup:
    """Return the stand-up of a day."""
    works = working_days(tasks.plan.playbook, today)
    since, until = _nearest(today, -1, works), _nearest(today, 1, works)
    done = [_of_task(task, day) for task, day in _finished(tasks) if since <= day <= today]
    shown = tasks.plan.occurrences(since, until)
    done += [_of_event(it) for it in shown if it.event.status is Status.DONE and since <= it.last_day <= today]
    open_tasks = [task for task in tasks.all.values() if task.due and not task.finished]
    ahead = [_of_task(task, task.due) for task in open_tasks if task.due and today <= task.due <= until]
    ahead += [_of_event(it) for it in shown if _is_ahead(it, tasks.plan, today)]
    late = [_of_task(task, task.due) for task in sorted(open_tasks, key=by_due) if task.due and task.due < today]
    return Standup(today, since, until, _by_day(done), _by_day(ahead), tuple(late))


def working_days(playbook: Playbook, today: date) -> Callable[[date], bool]:
    """Return what tells whether a day near today is one of work: no quiet day, else no weekend, and no holiday."""
    rest = playbook.quiet_days or WEEKEND
    reach = timedelta(days=FARTHEST)
    off = holidays(playbook.holidays, today - reach, today + reach) if playbook.holidays else {}
    return lambda day: day.weekday() not in rest and day not in off


def _nearest(today: date, step: int, works: Callable[[date], bool]) -> date:
    days = (today + timedelta(days=step * ahead) for ahead in range(1, FARTHEST + 1))
    return next((day for day in days if works(day)), today + timedelta(days=step))


def _finished(tasks: Tasks) -> Iterable[tuple[Task, date]]:
    for task in tasks.all.values():
        day = tasks.finished_on(task)
        if day:
            yield task, day


def _is_ahead(it: Occurrence, plan: Plan, today: date) -> bool:
    return it.event.status in TO_COME and it.last_day >= today and it.event.kind not in plan.markers


def _of_task(task: Task, day: date) -> Item:
    return Item("task", task.id, task.title, day, None if task.finished else task.due_at)


def _of_event(it: Occurrence) -> Item:
    return Item("event", "@".join(filter(None, it.key)), it.event.title, it.day, it.at)


def _by_day(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda it: (it.day, it.at or time.max, it.title, it.id)))
