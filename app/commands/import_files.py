"""`import`: brings files into a playbook, or says what would come in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from app.activity.sources import IDS
from app.commands.arguments import Given
from app.commands.import_board import take_board
from app.commands.import_calendar import take_calendar
from app.commands.import_export import source_in, take_export
from app.commands.import_outline import take_outline
from app.commands.import_tasks import take_tasks
from app.commands.opening import reading, writing
from app.commands.outcome import KINDS, Outcome
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.csv_tasks import holds_tasks
from app.exchange.recognise import FileKind, recognise
from app.message import say
from app.store import Store

TAKERS: Final[Mapping[FileKind, Callable[..., None]]] = {
    FileKind.BOARD: take_board,
    FileKind.TASKS: take_tasks,
    FileKind.OUTLINE: take_outline,
}


def run(tools: Tools, given: Given) -> int:
    """Import files one after the other, each as one step of undo; with --dry-run nothing is written."""
    kind = given.chosen("--as", [*(it.value for it in KINDS), *IDS])
    outcome = Outcome(tools)
    paths = [Path(name) for name in given.places[1:]]
    sources = {path: _source_of(outcome, tools, path, kind) for path in paths}
    files = dict(outcome.read([path for path in paths if sources[path] == ""]))
    dry = given.has("--dry-run")
    with (reading if dry else writing)(tools, given.playbook) as store:
        for path in paths:
            if source := sources[path]:
                take_export(outcome, tools, path, source, store, dry=dry)
            elif path in files:
                _take(outcome, tools, path, files[path], store, kind=kind, dry=dry)
    if given.has("--json"):
        tools.out(json.dumps(outcome.described(), ensure_ascii=False, indent=1))
    else:
        outcome.show(dry=dry)
    return 0 if outcome.readable else 2


def _take(outcome: Outcome, tools: Tools, path: Path, data: bytes, store: Store, *, kind: str, dry: bool) -> None:
    outcome.source, outcome.kind = "", FileKind(kind) if kind else _kind_of(tools, data)
    if outcome.kind is FileKind.PLAYBOOK:
        outcome.refuse(path, "", say("command.import.playbook"))
    else:
        TAKERS.get(outcome.kind, take_calendar)(outcome, tools, path, data, store, dry=dry)


def _source_of(outcome: Outcome, tools: Tools, path: Path, kind: str) -> str | None:
    """Return the source of an export, "" when it is of none, None when it is refused already."""
    try:
        return source_in(tools, path, kind)
    except ImportRejected as rejected:
        outcome.refuse(path, rejected.place, rejected.why)
        return None


def _kind_of(tools: Tools, data: bytes) -> FileKind:
    """Return what a file is by what it holds; a table of tasks is known by its head."""
    kind = recognise(data)
    if kind is FileKind.UNKNOWN and holds_tasks(data, [tools.words_in(language) for language in CONTENT_LANGUAGES]):
        return FileKind.TASKS
    return kind
