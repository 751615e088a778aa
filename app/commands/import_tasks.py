"""Brings tasks in from a table: our own, ClickUp's, or any with heads that say what is what."""

from __future__ import annotations

from pathlib import Path

from app.calendar.plan import Plan
from app.commands.outcome import Outcome
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.csv_tasks import read_tasks
from app.exchange.ics.merge import Fate
from app.exchange.tasks_apply import apply_tasks
from app.exchange.tasks_compare import compare_tasks
from app.store import Store


def take_tasks(outcome: Outcome, tools: Tools, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
    """Bring tasks in, or note why that cannot be; rows that do not come in are noted too."""
    languages = [tools.words_in(language) for language in CONTENT_LANGUAGES]
    try:
        incoming = read_tasks(data, path.name, languages, Plan.read(store).playbook.zone)
    except ImportRejected as rejected:
        outcome.refuse(path, rejected.place, rejected.why)
        return
    done = compare_tasks(store, incoming, languages) if dry else apply_tasks(store, incoming, languages, path.name)
    outcome.count(Fate.NEW, len(done.added))
    outcome.count(Fate.UPDATED, len(done.changed))
    outcome.count(Fate.UNCHANGED, done.same)
    for row in incoming.refused:
        outcome.refuse(path, str(row.line), row.why, row.what)
    for warning in incoming.warnings:
        outcome.warn(warning)
