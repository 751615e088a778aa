"""U3: what ten rules that are on add to one small edit of the reference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from app.calendar.actions import edit
from app.calendar.event import Event, Scope, Status
from app.message import say
from app.tasks.adding import add_task
from app.tasks.columns import ready
from app.tasks.editing import edit as edit_tasks
from app.tasks.task import Task
from app.workflows.rules.runner import Runner
from storage.playbooks import SqlPlaybooks
from tests.benchmarks.figure import Figure, milliseconds
from tests.benchmarks.reference import disk, reference
from tests.workflows.rules.builders import Heard, a_rule

IDS = ("U3",)
TIMES = 101
LIMIT = 5.0
RULES: tuple[tuple[str, dict[str, str]], ...] = (
    ("task_created", {}), ("task_moved", {"column": ""}), ("task_tagged", {"tag": "bug"}), ("task_due", {"near": "0"}),
    ("task_due", {"near": "-2"}), ("task_waits", {"age": "5"}), ("event_start", {"near": "-7"}),
    ("event_start", {"near": "0"}), ("event_status", {"status": ""}), ("incident", {}),
)  # fmt: skip


def measure() -> Iterator[Figure]:
    with disk() as home:
        for name, times in after_edits(reference(home), home).items():
            yield Figure("U3", f"ten rules after {name}", median(times), limit=LIMIT, worst=max(times))


def after_edits(book: Path, folder: Path) -> dict[str, list[float]]:
    """Return how long rules look at each edit, beside the edit itself, that they have nothing to do about."""
    store = SqlPlaybooks(folder / "backups").open(book)
    with store.change(say("step.add", title="columns")):
        ready(store)
    task = add_task(store, Task("", "Call Mila", ""))
    event = next(it for it in store.of(Event).all() if it.day and not it.repeats)
    for number, (trigger, values) in enumerate(RULES):
        a_rule(store, trigger, values, [("text", {"text": "nobody wrote this"})], name=f"Rule {number}")
    runner = Runner(store, Heard())
    runner.look()
    heard: list[float] = []
    listen = runner.hear
    runner.close()
    end = store.subscribe(lambda changes: heard.append(milliseconds(lambda: listen(changes))))
    found: dict[str, list[float]] = {"a task got a priority": [], "an event got a status": []}
    statuses = (Status.READY, Status.PLANNED)
    for count in range(TIMES):
        edit_tasks(store, [task], priority=1 + count % 2)
        found["a task got a priority"].append(heard.pop() + milliseconds(runner.work))
        edit(store, (event.id, ""), Scope.ALL, status=statuses[count % 2])
        found["an event got a status"].append(heard.pop() + milliseconds(runner.work))
    end()
    store.close()
    return {name: times[1:] for name, times in found.items()}
