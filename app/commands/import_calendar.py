"""Brings a calendar in: what is new, what is newer, and what is refused."""

from __future__ import annotations

from pathlib import Path

from app.calendar.plan import Plan
from app.commands.outcome import Outcome
from app.commands.progress import Progress
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.ics.apply import apply_import
from app.exchange.ics.incoming import Incoming
from app.exchange.ics.merge import Fate, ImportPlan, compare
from app.exchange.ics.reading import read_calendar
from app.exchange.recognise import FileKind
from app.message import say
from app.store import Store


def take_calendar(outcome: Outcome, tools: Tools, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
    """Bring one file in; what cannot be read is noted and loses nothing else."""
    plan = Plan.read(store)
    try:
        incoming = read_calendar(data, Progress(tools), home=plan.playbook.zone, file=path.name)
    except ImportRejected as rejected:
        _refuse(outcome, path, rejected)
        return
    wanted = compare(incoming, plan, store.new_id)
    if not dry:
        apply_import(store, wanted)
    _note(outcome, path, incoming, wanted)


def _refuse(outcome: Outcome, path: Path, rejected: ImportRejected) -> None:
    if outcome.kind is FileKind.UNKNOWN and rejected.why.id == "exchange.no_calendar":  # nobody said that it is one
        outcome.refuse(path, "", say("command.import.unrecognised"))
    else:
        outcome.refuse(path, rejected.place, rejected.why)


def _note(outcome: Outcome, path: Path, incoming: Incoming, wanted: ImportPlan) -> None:
    for row in wanted.rows:
        outcome.count(row.fate, 1)
        if row.fate is Fate.OLDER:
            outcome.refuse(path, str(row.line), say("command.import.older", title=row.event.title))
    for refused in wanted.refused:
        outcome.refuse(path, str(refused.line), refused.why, refused.what)
    for warning in wanted.warnings:
        outcome.warn(warning)
    if any(not arrival.own for arrival in incoming.arrivals):
        outcome.cannot_tell(say("command.import.unknown"))
