"""Runs a procedure: each of its steps becomes a task with a day, an owner and hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.errors import KnownError
from app.message import say
from app.plans.editing import beside
from app.plans.procedure import Procedure, ProcedureStep
from app.playbook.link import BECAME, Link
from app.store import Store
from app.tasks.adding import placed
from app.tasks.columns import first_open, ready
from app.tasks.task import Task

SOURCE: Final = "procedure:"  # begins the source of a task of a run; the id of the run follows


def run(store: Store, procedure: str, start: date) -> list[str]:
    """Make the tasks of one run that starts on a day; return their ids. A procedure without steps is refused."""
    what = store.of(Procedure).get(procedure)
    steps = beside(store, ProcedureStep("", procedure, ""))
    if not steps:
        raise KnownError(say("plans.error.no_steps", name=what.name), say("plans.error.no_steps.do"))
    source = f"{SOURCE}{store.new_id()}"
    with store.change(say("plans.step.run", title=what.name)):
        column = first_open(ready(store))
        tasks: list[Task] = []
        for step in steps:
            task = placed(store, _task(step, what, start, source), column)
            task = replace(task, position=task.position + len(tasks))
            tasks.append(task)
        store.of(Task).save(tasks)
        store.of(Link).save(Link(store.new_id(), "procedure", procedure, "task", it.id, BECAME) for it in tasks)
    return [task.id for task in tasks]


def _task(step: ProcedureStep, what: Procedure, start: date, source: str) -> Task:
    return Task(
        id="",
        title=step.text or what.name,
        column="",
        due=start + timedelta(days=step.day),
        owner=step.owner or what.owner,
        effort=step.effort,
        notes=step.expects,
        source=source,
    )
