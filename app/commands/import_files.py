"""`import`: brings files into a playbook, or says what would come in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from app.calendar.plan import Plan
from app.commands.arguments import Given
from app.commands.import_board import take_board
from app.commands.import_tasks import take_tasks
from app.commands.opening import reading, writing
from app.commands.progress import Progress
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.ics.apply import apply_import
from app.exchange.ics.incoming import Incoming
from app.exchange.ics.merge import Fate, ImportPlan, compare
from app.exchange.ics.reading import read_calendar
from app.exchange.outline_file import outline_in
from app.exchange.recognise import FileKind, recognise
from app.funnel.outline import add_outline
from app.message import Message, say
from app.store import Store

KINDS: Final = (FileKind.ICS, FileKind.OUTLINE, FileKind.BOARD, FileKind.TASKS)


def run(tools: Tools, given: Given) -> int:
    """Import files one after the other, each as one step of undo; with --dry-run nothing is written."""
    kind = given.chosen("--as", [it.value for it in KINDS])
    outcome = Outcome(tools)
    files = outcome.read([Path(name) for name in given.places[1:]])
    dry = given.has("--dry-run")
    with (reading if dry else writing)(tools, given.playbook) as store:
        for path, data in files:
            outcome.kind = FileKind(kind) if kind else recognise(data)
            match outcome.kind:
                case FileKind.BOARD:
                    take_board(outcome, tools, path, data, store, dry=dry)
                case FileKind.TASKS:
                    take_tasks(outcome, tools, path, data, store, dry=dry)
                case FileKind.OUTLINE:
                    outcome.take_outline(path, data, store, dry=dry)
                case _:
                    outcome.take(path, data, store, dry=dry)
    if given.has("--json"):
        tools.out(json.dumps(outcome.described(), ensure_ascii=False, indent=1))
    else:
        outcome.show(dry=dry)
    return 0 if outcome.readable else 2


class Outcome:
    """What became of the files."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self.kind = FileKind.ICS  # of the file that was looked at last
        self._fates = dict.fromkeys(Fate, 0)
        self._refused: list[dict[str, str]] = []
        self._warnings: list[str] = []
        self._unknown: list[str] = []

    @property
    def readable(self) -> int:
        """How many events could be read."""
        return sum(self._fates.values())

    def read(self, paths: list[Path]) -> list[tuple[Path, bytes]]:
        """Return what files hold; those that are too large are noted."""
        files = []
        for path in paths:
            try:
                files.append((path, self._tools.outside.read(path)))
            except ImportRejected as rejected:
                self.refuse(path, rejected.place, rejected.why)
        return files

    def take(self, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
        """Bring one file in; what cannot be read is noted and loses nothing else."""
        plan = Plan.read(store)
        try:
            incoming = read_calendar(data, Progress(self._tools), home=plan.playbook.zone, file=path.name)
        except ImportRejected as rejected:
            self.refuse(path, rejected.place, rejected.why)
            return
        wanted = compare(incoming, plan, store.new_id)
        if not dry:
            apply_import(store, wanted)
        self._note(path, incoming, wanted)

    def take_outline(self, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
        """Bring an outline in: what hangs on nothing becomes stages, the rest branches."""
        try:
            outline = outline_in(data, path.name)
        except ImportRejected as rejected:
            self.refuse(path, rejected.place, rejected.why)
            return
        if not dry:
            add_outline(store, outline)
        self._fates[Fate.NEW] += len(outline.items)
        self._warnings += [self._tools.words(warning) for warning in outline.warnings]

    def count(self, fate: Fate, n: int) -> None:
        """Count what came in."""
        self._fates[fate] += n

    def warn(self, why: Message, *about: str) -> None:
        """Note something that came in otherwise than it was."""
        what = " ".join(part for part in about if part)
        reason = self._tools.words(why)
        self._warnings.append(f"{what}: {reason}" if what else reason)

    def refuse(self, path: Path, place: str, why: Message, what: str = "") -> None:
        """Note what does not come in."""
        reason = self._tools.words(why)
        self._refused.append({"file": path.name, "place": place, "reason": f"{what}: {reason}" if what else reason})

    def described(self) -> dict[str, Any]:
        """Return it as `--json` shows it: the shape is a contract."""
        return {
            "kind": (self.kind if self.kind in KINDS else FileKind.ICS).value,
            "new": self._fates[Fate.NEW],
            "updated": self._fates[Fate.UPDATED],
            "unchanged": self._fates[Fate.UNCHANGED],
            "refused": self._refused,
            "warnings": self._warnings,
            "unknown": self._unknown,
        }

    def show(self, *, dry: bool) -> None:
        """Print it for people: what came in on stdout, trouble on stderr."""
        words = self._tools.words
        counts = {name: self._fates[fate] for name, fate in (("new", Fate.NEW), ("updated", Fate.UPDATED))}
        counts |= {"unchanged": self._fates[Fate.UNCHANGED], "refused": len(self._refused)}
        self._tools.out(words(say("command.import.would", **counts) if dry else say("command.import.done", **counts)))
        for row in self._refused:
            self._tools.err(words(_refused(**row)))
        for sentence in (*self._warnings, *self._unknown):
            self._tools.err(sentence)

    def _note(self, path: Path, incoming: Incoming, wanted: ImportPlan) -> None:
        for row in wanted.rows:
            self._fates[row.fate] += 1
            if row.fate is Fate.OLDER:
                self.refuse(path, str(row.line), say("command.import.older", title=row.event.title))
        for refused in wanted.refused:
            self.refuse(path, str(refused.line), refused.why, refused.what)
        self._warnings += [self._tools.words(warning) for warning in wanted.warnings]
        if any(not arrival.own for arrival in incoming.arrivals):
            unknown = self._tools.words(say("command.import.unknown"))
            self._unknown += [unknown] if unknown not in self._unknown else []


def _refused(file: str, place: str, reason: str) -> Message:
    """Return what people read: the line, where a place is one, or what else tells where."""
    if place.isdigit():
        return say("command.import.refused", file=file, place=place, reason=reason)
    if place:
        return say("command.import.refused.at", file=file, place=place, reason=reason)
    return say("command.import.refused.whole", file=file, reason=reason)
