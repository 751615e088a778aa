"""The hours of this week, and the days to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import fsum
from typing import Final

from app.calendar.event import Status
from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.calendar.workload import Load, hours_between
from app.tasks.filter import Group, by_due, grouped
from app.tasks.finishing import OF_SEQUENCE
from app.tasks.snapshot import Tasks
from app.tasks.task import Task

DAYS: Final = 7
SOON: Final = 14  # days in which a task is due soon, after this week
GROUPS: Final = ("late", "today", "week", "later")


def hours_ahead(plan: Plan, today: date) -> float:
    """Return the hours of this week that are still to be worked, from today on."""
    week = plan.week_of(today)
    last = week + timedelta(days=6)
    left = [it for it in plan.occurrences(today, last) if it.event.status is not Status.DONE]
    days = (today + timedelta(days=ahead) for ahead in range((last - today).days + 1))
    tasks = fsum(task.effort for day in days for task in plan.due.on(day) if not task.finished)
    duty = plan.duty.hours(today, (last - today).days + 1) if plan.duty else 0.0
    return hours_between(left, today, last, plan.markers) + tasks + duty


def this_week(plan: Plan, today: date) -> Load:
    """Return the load of the week that holds a day."""
    week = plan.week_of(today)
    return plan.week_loads([week])[week]


def next_days(plan: Plan, today: date) -> list[tuple[date, list[Occurrence]]]:
    """Return what there is on each of the next seven days; what lasts longer stands on the first of them it covers."""
    days: dict[date, list[Occurrence]] = {today + timedelta(days=ahead): [] for ahead in range(DAYS)}
    for it in plan.occurrences(today, today + timedelta(days=DAYS - 1)):
        if it.event.status not in {Status.IDEA, Status.SKIPPED}:
            days[max(it.day, today)].append(it)
    return list(days.items())


def hours_of_days(plan: Plan, days: Sequence[tuple[date, Sequence[Occurrence]]]) -> tuple[int, float]:
    """Return how many events there are on days that follow each other, and the hours they take there."""
    there = [it for _, some in days for it in some]
    return len(there), hours_between(there, days[0][0], days[-1][0], plan.markers)


def due_soon(tasks: Tasks, today: date) -> list[Group]:
    """Return the tasks that are late or due within two weeks, and those that were finished today.

    Messages that are to be sent by now stand by themselves.
    """
    return [group for group in grouped(_near(tasks, today), tasks, "due", today) if group.key in GROUPS]


def messages_due(tasks: Tasks, today: date) -> list[Task]:
    """Return the open tasks that stand for messages to be sent today or before, as they are due."""
    return sorted((it for it in tasks.all.values() if _is_message(it, today)), key=by_due)


def _is_message(task: Task, today: date) -> bool:
    due = task.due is not None and task.due <= today
    return task.source.startswith(OF_SEQUENCE) and not task.finished and due


def _near(tasks: Tasks, today: date) -> Iterator[Task]:
    for task in tasks.all.values():
        if _is_message(task, today):
            continue
        if task.finished or (task.due and task.due <= today + timedelta(days=SOON)):
            yield task
