"""`export`: writes the plan as PDF, picture, calendar file or table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from app.calendar.plan import Plan
from app.commands.arguments import Given
from app.commands.export_board import BoardExport
from app.commands.export_guide import GuideExport
from app.commands.export_map import MapExport
from app.commands.export_personas import PersonaExport
from app.commands.export_tasks import TaskExport
from app.commands.formats import (
    AGENDA,
    BESIDE,
    BOARD,
    FOR_MEMBERS,
    FORMATS,
    GUIDE,
    MAP,
    PERSONAS,
    QUARTER,
    TASKS,
    WHATS,
    part_in,
)
from app.commands.opening import reading
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.span import filter_of, span_of
from app.commands.tools import PaperWish, Tools
from app.errors import KnownError
from app.exchange.agenda import Listing
from app.exchange.csv_agenda import agenda_csv
from app.exchange.ics.choice import Choice, Profile
from app.exchange.ics.writing import write_calendar
from app.exchange.markdown_agenda import agenda_markdown
from app.message import say
from app.store import Store


class Beside(Protocol):
    """Something beside the calendar, read while the playbook is open and written after that."""

    def written(self, name: str, language: str) -> bytes:
        """Return the file of one format."""


FULL: Final = str(Profile.FULL)
MEMBERS: Final = str(Profile.MEMBERS)
SIZES: Final = ("A4", "Letter")
READERS: Final[dict[str, Callable[[Store, Tools, Given], Beside]]] = {
    BOARD: BoardExport,
    MAP: MapExport,
    TASKS: TaskExport,
    GUIDE: GuideExport,
    PERSONAS: PersonaExport,
}


def run(tools: Tools, given: Given) -> int:
    """Write all files that were asked for; none is written when one of them cannot be."""
    files = {name: Path(given.one(f"--{name}")) for name in FORMATS if given.has(f"--{name}")}
    _check(given, files)
    parts = {name: part_in(name, given.one("--what")) for name in files}
    with reading(tools, given.playbook) as store:
        plan = Plan.read(store)
        beside = {part: READERS[part](store, tools, given) for part in BESIDE if part in parts.values()}
    export = _Export(tools, given, plan)
    for path in files.values():
        tools.outside.check(path)
    for name, path in files.items():
        if parts[name] in beside:
            tools.outside.write(path, beside[parts[name]].written(name, export.language))
            export.tell(path)
        else:
            export.write(name, path)
    return 0


def _check(given: Given, files: dict[str, Path]) -> None:
    """Refuse what does not go together."""
    what = given.chosen("--what", WHATS)
    members = given.chosen("--profile", (FULL, MEMBERS)) == MEMBERS
    if not files:
        raise KnownError(say("command.error.no_format", formats=", ".join(f"--{name}" for name in FORMATS)))
    if len({path.absolute() for path in files.values()}) < len(files):
        raise KnownError(say("command.error.same_file"))
    for name in files:
        if what and what not in FORMATS[name]:
            can = ", ".join(FORMATS[name])
            raise KnownError(say("command.error.what", what=what, format=name), say("command.error.what.do", whats=can))
        part = part_in(name, what)
        if members and part != GUIDE and (name not in FOR_MEMBERS or part in BESIDE):
            raise KnownError(say("command.error.members", format=name))


class _Export:
    """One plan, and what of it is wanted."""

    def __init__(self, tools: Tools, given: Given, plan: Plan) -> None:
        self._tools, self._given, self._plan = tools, given, plan
        self._what = given.one("--what")
        self._filter = filter_of(given)
        self._first, self._last = span_of(given, plan)
        self._members = given.one("--profile", FULL) == MEMBERS
        own = plan.playbook.language
        self.language = given.chosen("--lang", CONTENT_LANGUAGES, own if own in CONTENT_LANGUAGES else "en")
        self._size = given.chosen("--paper", SIZES, SIZES[0])

    def write(self, name: str, path: Path) -> None:
        """Write one file and say so."""
        match name:
            case "pdf":
                pages = self._tools.draws.pdf(self._plan, self._wish(), path)
                self.tell(path, pages=pages)
            case "png":
                self._tools.draws.png(self._plan, self._wish(), path)
                self.tell(path)
            case "ics":
                self._write_ics(path)
            case "csv":
                words = self._tools.draws.words_in(self.language)
                self._tools.outside.write(path, agenda_csv(self._listing(), words))
                self.tell(path)
            case "markdown":
                words = self._tools.draws.words_in(self.language)
                self._tools.outside.write(path, agenda_markdown(self._listing(), words).encode())
                self.tell(path)

    def _wish(self) -> PaperWish:
        return PaperWish(
            parts=(self._what,) if self._what else (QUARTER, AGENDA),
            first=self._first,
            last=self._last,
            language=self.language,
            size=self._size,
            landscape=self._given.has("--landscape"),
            terms=self._filter.terms,
            members=self._members,
        )

    def _listing(self) -> Listing:
        return Listing(self._plan, self._first, self._last, lambda it: self._filter.matches(it, self._plan))

    def _write_ics(self, path: Path) -> None:
        """Write the whole calendar, or what lies in the quarter or in the days that were named."""
        ranged = self._what == QUARTER or self._given.has("--from") or self._given.has("--to")
        choice = Choice(
            keep=(lambda it: self._filter.matches(it, self._plan)) if self._filter else None,
            first=self._first if ranged else None,
            last=self._last if ranged else None,
            split=self._given.has("--outlook"),
        )
        words = self._tools.draws.words_in(self.language)
        profile = Profile.MEMBERS if self._members else Profile.FULL
        written = write_calendar(self._plan, profile, choice, words)
        self._tools.outside.write(path, written.data)
        self.tell(path, events=written.events)
        for message in (*written.left_out, *written.warnings):
            self._tools.err(self._tools.words(message))

    def tell(self, path: Path, pages: int = 0, events: int = 0) -> None:
        """Say that a file was written."""
        told = say("command.written", file=path.name)
        if pages or events:
            size = say("command.pages", n=pages) if pages else say("command.count.event", n=events)
            told = say("command.written.size", file=path.name, size=size)
        self._tools.out(self._tools.words(told))
