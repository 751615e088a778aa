"""Rules for the tests, and somebody who runs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from app.errors import KnownError
from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from app.tasks.adding import add_task
from app.tasks.columns import in_order, ready
from app.tasks.task import Column, Task
from app.workflows.rule import ClauseKind, Firing, Rule, RuleClause, RuleFiring
from app.workflows.rules.editing import add_rule, keep_tried, switch
from app.workflows.rules.runner import Runner
from storage.playbooks import SqlPlaybooks

START = datetime(2027, 3, 10, 10, 40, tzinfo=UTC)  # a Wednesday
TODAY = START.date()
Clauses = list[tuple[str, dict[str, str]]]
FOLLOW_UP: Clauses = [("create_task", {"title": "Follow up: {title}", "due": "0", "priority": "0", "owner": ""})]


@dataclass
class Clock:
    """Goes on a second with each look at it."""

    at: datetime = START
    step: timedelta = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.at += self.step
        return self.at


@dataclass
class File:
    """A playbook that can be closed and opened again, by a clock of ours."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    numbers: Any = field(default_factory=lambda: count(1))

    def begin(self) -> Store:
        store = self._playbooks().create(self.path)
        with store.change(say("step.add", title="Kestrel Circle")):
            store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle", holidays=("BG",))])
            ready(store)
        return store

    def open(self) -> Store:
        return self._playbooks().open(self.path)

    @property
    def path(self) -> Path:
        return self.folder / "kestrel.sedyanka"

    def _playbooks(self) -> SqlPlaybooks:
        return SqlPlaybooks(self.folder / "data", now=self.clock, new_id=lambda: f"new{next(self.numbers):05}")


@dataclass
class Heard:
    """Whoever runs the rules, and what was said to them."""

    awake: bool = False
    told: list[Message] = field(default_factory=list)
    asked: int = 0
    failed: list[KnownError] = field(default_factory=list)

    def wake(self) -> None:
        self.awake = True

    def tell(self, what: Message) -> None:
        self.told.append(what)

    def asks(self) -> None:
        self.asked += 1

    def fail(self, error: KnownError) -> None:
        self.failed.append(error)


@contextmanager
def running(store: Store) -> Iterator[tuple[Runner, Heard]]:
    """Run the rules of a playbook as the window does when it opens one."""
    heard = Heard()
    runner = Runner(store, heard)
    runner.look()
    runner.work()
    yield runner, heard
    runner.close()


def a_rule(
    store: Store,
    trigger: str = "task_created",
    values: dict[str, str] | None = None,
    conditions: Clauses | None = None,
    actions: Clauses | None = None,
    *,
    on: bool = True,
    name: str = "Follow up",
    **fields: Any,
) -> str:
    """Add a rule, dry-run it and switch it on."""
    clauses = [
        RuleClause("", "", kind, what, tuple(given.items()), position)
        for kind, many in ((ClauseKind.CONDITION, conditions or []), (ClauseKind.ACTION, actions or FOLLOW_UP))
        for position, (what, given) in enumerate(many)
    ]
    made = add_rule(store, Rule("", name, trigger, tuple((values or {}).items()), **fields), clauses)
    keep_tried(store, made)
    if on:
        switch(store, made, on=True)
    return made


def add(store: Store, title: str, **fields: Any) -> str:
    return add_task(store, Task("", title, fields.pop("column", ""), **fields))


def column(store: Store, key: str) -> str:
    return next(it.id for it in in_order(store.of(Column).all()) if it.key == key)


def titles(store: Store) -> list[str]:
    return sorted(task.title for task in store.of(Task).all())


def dues(store: Store) -> dict[str, date | None]:
    return {task.title: task.due for task in store.of(Task).all() if task.title.startswith("Follow up")}


def outcomes(store: Store) -> list[str]:
    rows = sorted(store.of(RuleFiring).all(), key=lambda row: (row.at, row.id))
    return [row.outcome for row in rows if row.rule]


QUIET = Firing.QUIET
