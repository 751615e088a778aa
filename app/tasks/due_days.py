"""Tasks by the day on which they are due, for calendars; the effort of one counts in the week of that day.

A task counts from the day it has a due day until it loses it, finished or not: done work filled its week as well.
Each task counts its own hours, whether it is a part of another or has parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from math import fsum
from typing import Final

from app.tasks.task import Task

WEEK: Final = 7


class DueDays:
    """The tasks of a playbook, found by id and by due day."""

    def __init__(self, tasks: Iterable[Task] = ()) -> None:
        self.tasks: dict[str, Task] = {}
        self._on: dict[date, dict[str, Task]] = {}
        for task in tasks:
            self._put(task)

    def take(self, changed: Iterable[str], there: Mapping[str, Task]) -> None:
        """Take over tasks that changed; those that are not there any more are gone."""
        for name in changed:
            old = self.tasks.pop(name, None)
            if old is not None and old.due:
                del self._on[old.due][name]
                if not self._on[old.due]:
                    del self._on[old.due]
            if name in there:
                self._put(there[name])

    def on(self, day: date) -> list[Task]:
        """Return the tasks of a day: by time, then the ones that press first."""
        return sorted(self._on.get(day, {}).values(), key=in_day)

    def hours(self, first: date, days: int = WEEK) -> float:
        """Return the hours of the tasks that are due on some days."""
        if not self._on:
            return 0.0
        found = (self._on.get(first + timedelta(days=step)) for step in range(days))
        return round(fsum(task.effort for on in found if on for task in on.values()), 6)

    def weeks(self, rows: Sequence[date]) -> dict[date, float]:
        """Return the hours of those weeks, named by their first days, that have any."""
        hours = {week: self.hours(week) for week in rows} if self._on else {}
        return {week: found for week, found in hours.items() if found}

    def _put(self, task: Task) -> None:
        self.tasks[task.id] = task
        if task.due:
            self._on.setdefault(task.due, {})[task.id] = task


def in_day(task: Task) -> tuple[bool, time, int, int, str]:
    """Return a key that sorts the tasks of one day: by time, then those that press first; finished ones at the end."""
    return bool(task.finished), task.due_at or time.max, -task.priority, task.position, task.id
