"""Runs of procedures that a playbook begins with, some of their tasks done already.

Their tasks have no hours of their own: what they prepare is in the calendar, and would count twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.plans.running import run
from app.playbook.first_tasks import evening_of
from app.store import Store
from app.tasks.columns import first_done, ready
from app.tasks.task import Task


@dataclass(frozen=True, slots=True)
class FirstRun:
    """A run of a template: the procedure by key, its first day, and how many of its tasks are done."""

    procedure: str
    start: date
    done: int = 0


def read_runs(raw: Mapping[str, Any], place: Callable[[str], date]) -> tuple[FirstRun, ...]:
    """Return the runs of a template, whose places such as "0 TH" became days."""
    return tuple(FirstRun(key, place(one["on"]), one.get("done", 0)) for key, one in raw.items())


def begin_runs(store: Store, runs: Iterable[FirstRun], procedures: Mapping[str, str]) -> None:
    """Put runs into a playbook that begins, inside a change; `procedures` leads from keys to ids."""
    for it in runs:
        if it.procedure in procedures:
            made = run(store, procedures[it.procedure], it.start)
            tasks = {task.id: replace(task, effort=0.0) for task in store.of(Task).some(made)}
            goal = first_done(ready(store))
            for key in made[: it.done]:
                done = replace(tasks[key], finished=evening_of(tasks[key].due or it.start))
                tasks[key] = replace(done, column=goal.id) if goal else done
            store.of(Task).save(tasks.values())
