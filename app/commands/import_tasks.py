"""Brings tasks in from a table: our own, ClickUp's, or any with heads that say what is what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.calendar.plan import Plan
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.clickup import clickup_of, is_clickup
from app.exchange.csv_reading import read_table
from app.exchange.csv_tasks import tasks_of
from app.exchange.ics.merge import Fate
from app.exchange.incoming_tasks import IncomingTasks
from app.exchange.tasks_apply import OWN, apply_tasks
from app.message import say
from app.store import Store
from app.tasks.task import Task

if TYPE_CHECKING:
    from app.commands.import_files import Outcome


def take_tasks(outcome: Outcome, tools: Tools, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
    """Bring tasks in, or note why that cannot be; rows that do not come in are noted too."""
    languages = [tools.words_in(language) for language in CONTENT_LANGUAGES]
    try:
        table = read_table(data, path.name)
        if is_clickup(table):
            incoming = clickup_of(table, Plan.read(store).playbook.zone)
        else:
            incoming = tasks_of(table, path.name, languages)
    except ImportRejected as rejected:
        outcome.refuse(path, rejected.place, rejected.why)
        return
    if dry:
        _count(outcome, incoming, store)
    else:
        brought = apply_tasks(store, incoming, languages, path.name)
        outcome.count(Fate.NEW, len(brought.added))
        outcome.count(Fate.UPDATED, len(brought.changed))
        outcome.count(Fate.UNCHANGED, brought.same)
    for row in incoming.refused:
        outcome.refuse(path, str(row.line), row.why, row.what)
    for warning in incoming.warnings:
        outcome.warn(warning)


def _count(outcome: Outcome, incoming: IncomingTasks, store: Store) -> None:
    """Count what would come in: whether a task that is here differs is only known once it is written."""
    tasks = list(store.of(Task).all())
    here = {task.source for task in tasks} | {f"{OWN}{task.id}" for task in tasks}
    known = sum(bool(row.source) and row.source in here for row in incoming.tasks)
    outcome.count(Fate.NEW, len(incoming.tasks) - known)
    outcome.count(Fate.UPDATED, known)
    if known:
        outcome.warn(say("command.import.tasks_known", n=known))
