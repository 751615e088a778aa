"""Brings tasks of a file into a playbook in one step of undo; the same file again changes only what is different."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, Final

from app.calendar.program import Program
from app.exchange.in_steps import STAGED_FROM, Steps, laid, undisturbed, walked
from app.exchange.incoming_tasks import IncomingTasks
from app.exchange.tasks_compare import TasksPlan, compare_in_steps
from app.funnel.stage import Stage
from app.message import Message, say
from app.personas.persona import Persona
from app.playbook.playbook import Person
from app.store import Store
from app.tasks.task import Column, OwnField, Task, TaskStep

Languages = Iterable[Callable[[Message], str]]
GOES_BY: Final[frozenset[type[Any]]] = frozenset({Task, Column, OwnField, Person, Program, Stage, Persona})
COMPARED: Final = 0.4  # so much of the way is over when all is compared


def apply_tasks(store: Store, incoming: IncomingTasks, languages: Languages, file: str) -> TasksPlan:
    """Add the tasks that are new, and give those that came in before what the file says now; return what was done."""
    return walked(apply_in_steps(store, incoming, languages, file))


def apply_in_steps(store: Store, incoming: IncomingTasks, languages: Languages, file: str) -> Steps[TasksPlan]:
    """Do the same and draw breath between short steps; nothing of it shows before the last one."""
    languages = list(languages)

    def begin() -> Steps[TasksPlan]:
        comparing = compare_in_steps(store, incoming, languages)
        plan = yield from _share(comparing)
        yield from _write(store, plan, file)
        return plan

    return (yield from undisturbed(store, GOES_BY, begin))


def _share(steps: Steps[TasksPlan]) -> Steps[TasksPlan]:
    """Walk steps as the first part of the way."""
    while True:
        try:
            yield next(steps) * COMPARED
        except StopIteration as over:
            plan: TasksPlan = over.value
            return plan


def _write(store: Store, plan: TasksPlan, file: str) -> Steps[None]:
    staged = len(plan.tasks) + len(plan.steps) >= STAGED_FROM
    try:
        if staged:
            yield from laid(store, Task, plan.tasks, COMPARED, 0.9)
            yield from laid(store, TaskStep, plan.steps, 0.9, 1.0)
        with store.change(say("tasks.step.import", file=file)):
            for kind, records in groupby(plan.records, type):
                store.of(kind).save(records)
            if staged:
                store.publish([Task, TaskStep])
            else:
                store.of(Task).save(plan.tasks)
                store.of(TaskStep).save(plan.steps)
    finally:
        if staged:
            store.unstage()
