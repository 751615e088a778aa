"""When tasks are due, as a person says it: late, today, this week, later."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from app.calendar.quarter import week_of
from app.store import Store
from app.tasks.task import Task
from app.tasks.today import today_of


class Due(StrEnum):
    """When a task is due, seen from today."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"  # after today, in the same week
    LATER = "later"
    NONE = "none"
    DONE = "done"  # finished before today


def due_of(task: Task, today: date, first_weekday: int, finished_on: date | None = None) -> Due:
    """Return when a task is due; one that was finished today counts as one of today."""
    if finished_on is not None:
        return Due.TODAY if finished_on >= today else Due.DONE
    if task.due is None:
        return Due.NONE
    if task.due <= today:
        return Due.TODAY if task.due == today else Due.LATE
    return Due.WEEK if task.due < week_of(today, first_weekday) + timedelta(days=7) else Due.LATER


def is_pressing(task: Task, today: date) -> bool:
    """Return whether a task is still to be done and due today or before."""
    return not task.finished and task.due is not None and task.due <= today


def pressing(store: Store) -> tuple[int, int]:
    """Return how many tasks are still to be done today or late, and how many of them are late."""
    today = today_of(store)
    days = [task.due for task in store.of(Task).where(finished=0) if is_pressing(task, today)]
    return len(days), sum(day is not None and day < today for day in days)
