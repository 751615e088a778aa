"""Reads a calendar file: one broken event never loses the rest, and nothing is dropped without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

from app.errors import ImportRejected
from app.exchange.ics.component import ENTRIES, Component, Report, components, count_first
from app.exchange.ics.content_line import Line, read_lines, unescape
from app.exchange.ics.entry import Entry, Reader, RefusedError
from app.exchange.ics.incoming import Arrival, Incoming, Notes, Refused
from app.exchange.ics.own_lines import is_own, x_name
from app.exchange.ics.records import read_record
from app.exchange.ics.series import Assembly
from app.exchange.ics.size import BYTES_MOST, too_big
from app.exchange.ics.zone import Zones, named_zone
from app.message import Message, say

MANY: Final = 20_000
BYTE_ORDER: Final = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
STEP: Final = 10_000  # so many lines between two reports
FEW: Final = 500  # so many entries between two reports
IGNORED_TEXTS: Final[dict[str, str]] = {
    "VTODO": "exchange.ignored.todo",
    "VJOURNAL": "exchange.ignored.journal",
    "VFREEBUSY": "exchange.ignored.freebusy",
    "VALARM": "exchange.ignored.alarm",
}


def read_calendar(data: bytes, report: Report | None = None, *, home: str = "UTC", file: str = "") -> Incoming:
    """Return what a calendar file brings; ImportRejected when it is none or beyond the limits.

    `home` is the zone of the playbook: times in UTC are shown in it. `report` is told (done, of how many) on the way.
    """
    if len(data) > BYTES_MOST:
        raise too_big(file)
    data = _as_utf8(data, file)
    count_first(data, file)
    trees = components(_told(data, report), file)
    calendars = [tree for tree in trees if tree.name == "VCALENDAR"]
    loose = [tree for tree in trees if tree.name in ENTRIES]  # entries without a calendar around them
    if loose:
        bare = Component("VCALENDAR", loose[0].line)
        bare.parts, bare.closed = loose, True
        calendars.append(bare)
    if not calendars:
        raise ImportRejected(file, "1", say("exchange.no_calendar"))
    found = [_Calendar(calendar, home) for calendar in calendars]
    entries: dict[str, list[tuple[_Calendar, Entry]]] = {}
    total = sum(len(calendar.parts) for calendar in calendars)
    steps = _Steps(report, total)
    for one in found:
        for entry in one.entries():
            entries.setdefault(entry.uid, []).append((one, entry))
            steps.read()
    for of_one in entries.values():
        owner = next((one for one, entry in of_one if not entry.source.one("RECURRENCE-ID")), of_one[0][0])
        owner.assemble([entry for _, entry in of_one], steps.assembled)
    if report:
        report(1, 1)
    return _together(found, total, cut_off=not all(calendar.closed for calendar in calendars))


class _Steps:
    """Tells how far the entries are: to read them is a quarter of the work, to put them together is half of it."""

    __slots__ = ("_assembled", "_read", "_report", "_total")

    def __init__(self, report: Report | None, total: int) -> None:
        self._report, self._total = report, total
        self._read = self._assembled = 0

    def read(self) -> None:
        """Count an entry that was read."""
        self._read += 1
        if self._read % FEW == 0:
            self._tell()

    def assembled(self) -> None:
        """Count an entry that found its place; one that is looked at twice counts once."""
        self._assembled = min(self._assembled + 1, self._total)
        if self._assembled % FEW == 0:
            self._tell()

    def _tell(self) -> None:
        if self._report:
            self._report(self._total + self._read + 2 * self._assembled, 4 * self._total)


def _as_utf8(data: bytes, file: str) -> bytes:
    for mark, encoding in BYTE_ORDER.items():
        if data.startswith(mark):
            try:
                return data[3:] if encoding == "utf-8" else data.decode(encoding).encode("utf-8")
            except UnicodeDecodeError:
                raise ImportRejected(file, "1", say("exchange.no_text")) from None
    return data


def _told(data: bytes, report: Report | None) -> Iterator[Line]:
    """Yield the lines of a file, and tell now and then how far it is read."""
    size = 4 * (data.count(b"\n") + 1)  # to read the lines is a quarter of the work
    for count, line in enumerate(read_lines(data)):
        if report and count % STEP == 0:
            report(line.number, size)
        yield line


class _Calendar:
    """One VCALENDAR of a file."""

    def __init__(self, source: Component, home: str) -> None:
        hint = named_zone(source.text("X-WR-TIMEZONE"))
        self.source = source
        self.reader = Reader(Zones(source, home, _years(source)), home, hint)
        self.arrivals: list[Arrival] = []
        self.refused: list[Refused] = []
        self.ignored = Counter[str]()
        self.records: dict[tuple[str, str], Any] = {}

    def entries(self) -> Iterator[Entry]:
        """Yield the events that can be read; what is no event is taken or counted."""
        for text in self.source.all(x_name("record")):
            record = read_record(unescape(text.value))
            if record:
                self.records[record[0], record[1].id] = record[1]
        for part in self.source.parts:
            self.ignored.update(inner.name for inner in part.parts if inner.name == "VALARM")
            if part.name == "VTODO" and is_own(part):
                self.arrivals.append(Assembly(self.reader, self._refuse, _no_step).backlog(self.reader.task(part)))
            elif part.name != "VEVENT":
                self.ignored[part.name] += part.name in IGNORED_TEXTS
            else:
                try:
                    yield self.reader.entry(part)
                except RefusedError as error:
                    self._refuse(part, error.why)

    def _refuse(self, part: Component, why: Message) -> None:
        what = unescape(part.text("SUMMARY")) or part.text("UID")
        self.refused.append(Refused(part.line, what[:200], why))

    def assemble(self, entries: list[Entry], step: Callable[[], None]) -> None:
        """Build what the entries with one UID are: a single event, a series, or occurrences without their series.

        `step` is called for each of them.
        """
        assembly = Assembly(self.reader, self._refuse, step)
        others: list[Entry] = []
        pieces: list[Entry] = []
        masters: list[Entry] = []
        for entry in entries:
            single, part = entry.source.one("RECURRENCE-ID"), entry.own and entry.own.part_of
            (others if single else pieces if part else masters).append(entry)
        masters.sort(key=lambda entry: entry.revision, reverse=True)
        for twin in masters[1:]:
            self._refuse(twin.source, say("exchange.refused.twin", line=masters[0].source.line))
        try:
            if masters:
                repeats = any(text.name in {"RRULE", "RDATE"} for text in masters[0].source.lines)
                if repeats or others:
                    self.arrivals += assembly.series(masters[0], self._newest(assembly, masters[0], others), pieces)
                else:
                    self.arrivals.append(assembly.single(masters[0]))
                return
        except RefusedError as error:
            for entry in (masters[0], *others):
                self._refuse(entry.source, error.why)
            return
        for other in others:
            try:
                self.arrivals.append(assembly.single(other))
            except RefusedError as error:
                self._refuse(other.source, error.why)

    def _newest(self, assembly: Assembly, master: Entry, others: list[Entry]) -> list[Entry]:
        """Return one entry for each occurrence, the one with the highest SEQUENCE."""
        kept: dict[str, Entry] = {}
        for other in others:
            try:
                original = assembly.original(master, other)
            except RefusedError as error:
                self._refuse(other.source, error.why)
                continue
            known = kept.get(original)
            if known and known.revision > other.revision:
                other, known = known, other  # noqa: PLW2901
            if known:
                self._refuse(known.source, say("exchange.refused.twin", line=other.source.line))
            kept[original] = other
        return list(kept.values())


def _no_step() -> None:
    """Count nothing."""


def _years(calendar: Component) -> tuple[int, int]:
    """Return the first and the last year in which something begins."""
    years = [int(text[:4]) for part in calendar.parts if (text := part.text("DTSTART"))[:4].isdecimal()]
    return (min(years), max(years) + 2) if years else (2000, 2002)


def _together(calendars: list[_Calendar], total: int, *, cut_off: bool) -> Incoming:
    """Return what all calendars of a file bring; what is there twice is taken once."""
    arrivals: dict[tuple[str, str], Arrival] = {}
    refused: list[Refused] = []
    records: dict[tuple[str, str], Any] = {}
    notes, ignored = Notes(), Counter[str]()
    for one in calendars:
        for arrival in one.arrivals:
            key = (arrival.event.uid or arrival.event.id, arrival.key[1])
            first = arrivals.setdefault(key, arrival)
            if first is not arrival:
                why = say("exchange.refused.twin", line=first.line)
                refused.append(Refused(arrival.line, arrival.event.title[:200], why))
        refused += one.refused
        notes.merge(one.reader.notes)
        ignored += one.ignored
        records |= one.records
    warnings = notes.messages()
    warnings += [Message(IGNORED_TEXTS[name], (("n", n),)) for name, n in sorted(ignored.items()) if n]
    if cut_off:
        warnings.append(say("exchange.note.cut_off"))
    if total > MANY:
        warnings.append(say("exchange.note.many", n=total))
    name = unescape(calendars[0].source.text("X-WR-CALNAME") or calendars[0].source.text("NAME"))
    refused.sort(key=lambda one: one.line)
    return Incoming(name[:200], tuple(arrivals.values()), tuple(refused), tuple(warnings), records, total)
