"""Checks a calendar file before it leaves: what RFC 5545 asks, and what programs are known to stumble over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

from app.exchange.ics.component import Component, components
from app.exchange.ics.content_line import Line, read_lines
from app.exchange.ics.value import read_instant, read_moment
from app.message import Message, say

LONGEST: Final = 75
ONCE: Final = ("UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "SEQUENCE", "STATUS", "URL",
               "CREATED", "LAST-MODIFIED", "RECURRENCE-ID", "TRANSP")  # fmt: skip
HEAD_WORDS: Final = frozenset({"NAME", "DESCRIPTION", "X-WR-CALNAME", "X-WR-CALDESC"})
ENTRY_WORDS: Final = frozenset({"SUMMARY", "DESCRIPTION"})  # others may have come in as they are
TIMES: Final = frozenset({"DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"})
BAD_ESCAPE: Final = re.compile(r"(?:[^\\]|^)(?:\\\\)*(?:\\[^\\;,nN]|\\$|[;,])")
OFFSET: Final = re.compile(r"[+-]\d{4}(?:\d\d)?")
UTC_TIME: Final = re.compile(r"\d{8}T\d{6}Z")


def problems(data: bytes) -> list[Message]:
    """Return what is wrong with the bytes of a calendar file, each with the line it stands on."""
    trees = components(read_lines(data))
    found = [*_of_bytes(data)]
    if [tree.name for tree in trees] != ["VCALENDAR"] or not trees[0].closed:
        return [*found, say("exchange.problem.calendar")]
    found += _of_calendar(trees[0])
    found += _of_zones(trees[0])
    for part in trees[0].parts:
        if part.name in {"VEVENT", "VTODO"}:
            found += _of_entry(part)
    found += _of_identity(trees[0])
    return found


def _of_bytes(data: bytes) -> Iterator[Message]:
    """Look at line ends, and at how long lines are parted."""
    if not data.endswith(b"\r\n"):
        yield say("exchange.problem.line_end", line=data.count(b"\n") + 1)
    for number, row in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if b"\n" in row or b"\r" in row or not row.strip():
            yield say("exchange.problem.line_end", line=number)
        if len(row) > LONGEST:
            yield say("exchange.problem.long", line=number)
        if len(row) > 1 and row[:1] == b" " and row[1] & 0xC0 == 0x80:
            yield say("exchange.problem.fold", line=number)


def _of_calendar(calendar: Component) -> Iterator[Message]:
    for name in ("PRODID", "VERSION"):
        if len(list(calendar.all(name))) != 1:
            yield say("exchange.problem.needs", line=calendar.line, name=name)
    if calendar.text("VERSION") != "2.0":
        yield say("exchange.problem.value", line=calendar.line, name="VERSION")
    if calendar.text("METHOD") not in {"", "PUBLISH"}:
        yield say("exchange.problem.method", line=calendar.line)
    for name, twin in (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC")):
        if calendar.text(name) != calendar.text(twin):
            yield say("exchange.problem.needs", line=calendar.line, name=twin)
    for text in calendar.all("REFRESH-INTERVAL"):
        if text.params.get("VALUE") != "DURATION":
            yield say("exchange.problem.value", line=text.number, name=text.name)
    yield from chain.from_iterable(_of_text(text, HEAD_WORDS) for text in calendar.lines)


def _of_zones(calendar: Component) -> Iterator[Message]:
    """Look for zones that are not defined once, or not in the form Outlook reads, or not needed."""
    zones = [part for part in calendar.parts if part.name == "VTIMEZONE"]
    times = [text for part in calendar.parts for text in part.lines if text.name in TIMES and "TZID" in text.params]
    named = {text.params["TZID"]: text for text in times}
    defined = Counter(zone.text("TZID") for zone in zones)
    for tzid, text in named.items():
        if defined[tzid] != 1:
            yield say("exchange.problem.zone", line=text.number, zone=tzid)
    for zone in zones:
        if zone.text("TZID") not in named or not any(part.name == "STANDARD" for part in zone.parts):
            yield say("exchange.problem.zone", line=zone.line, zone=zone.text("TZID"))
        for part in zone.parts:
            offsets = (part.text("TZOFFSETFROM"), part.text("TZOFFSETTO"))
            by_dates = part.one("RDATE") is not None
            if by_dates or not all(map(OFFSET.fullmatch, offsets)) or not _is_wall(part.text("DTSTART")):
                yield say("exchange.problem.zone", line=part.line, zone=zone.text("TZID"))


def _is_wall(text: str) -> bool:
    try:
        moment = read_moment(text)
    except ValueError:
        return False
    return not moment.whole_day and not moment.utc


def _of_entry(entry: Component) -> Iterator[Message]:
    counts = Counter(text.name for text in entry.lines)
    for name in ("UID", "DTSTAMP", *(("DTSTART",) if entry.name == "VEVENT" else ())):
        if not counts[name]:
            yield say("exchange.problem.needs", line=entry.line, name=name)
    for name in ONCE:
        if counts[name] > 1:
            yield say("exchange.problem.once", line=entry.line, name=name)
    if not entry.closed or (counts["DTEND"] and counts["DURATION"]):
        yield say("exchange.problem.once", line=entry.line, name="DTEND")
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        text = entry.one(name)
        if text and not (UTC_TIME.fullmatch(text.value) and (read_instant(text.value) or text.value[:4] == "1970")):
            yield say("exchange.problem.value", line=text.number, name=name)
    yield from _of_times(entry)
    yield from chain.from_iterable(_of_text(text, ENTRY_WORDS) for text in entry.lines)
    for alarm in entry.parts:
        if alarm.name == "VALARM" and alarm.text("ACTION") == "DISPLAY" and not alarm.text("DESCRIPTION"):
            yield say("exchange.problem.needs", line=alarm.line, name="DESCRIPTION")


def _of_times(entry: Component) -> Iterator[Message]:
    """Hold ends, rules and exceptions against the start."""
    start = entry.one("DTSTART")
    if start is None:
        return
    end = entry.one("DTEND")
    if _shape(start) is None or (end and (_shape(end) is None or not _is_later(start, end))):
        yield say("exchange.problem.value", line=start.number, name="DTSTART")
        return
    for text in entry.lines:
        if text.name in {"EXDATE", "RDATE"} and _shape(text) != _shape(start):
            yield say("exchange.problem.type", line=text.number, name=text.name)
        if text.name in {"RRULE", "EXRULE"} and not _fits(text.value, start):
            yield say("exchange.problem.until", line=text.number)


def _shape(text: Line) -> tuple[bool, bool, str] | None:
    """Return what two values must share: whether a day, whether UTC, and the zone."""
    try:
        moment = read_moment(text.value)
    except ValueError:
        return None
    if moment.whole_day != (text.params.get("VALUE") == "DATE"):
        return None
    return moment.whole_day, moment.utc, text.params.get("TZID", "")


def _is_later(start: Line, end: Line) -> bool:
    one, other = read_moment(start.value), read_moment(end.value)
    return one.whole_day == other.whole_day and (one.wall < other.wall or start.params != end.params)


def _fits(rule: str, start: Line) -> bool:
    """Whether a rule ends at most once, in the type that its start asks for."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    if "\\" in rule or "FREQ" not in parts or {"COUNT", "UNTIL"} <= parts.keys():
        return False
    if "UNTIL" not in parts:
        return True
    try:
        until, first = read_moment(parts["UNTIL"]), read_moment(start.value)
    except ValueError:
        return False
    if first.whole_day:
        return until.whole_day
    return not until.whole_day and until.utc == (first.utc or "TZID" in start.params)


def _of_text(text: Line, texts: frozenset[str]) -> Iterator[Message]:
    if not text.name:
        yield say("exchange.problem.line", line=text.number)
    ours = text.name.startswith("X-SEDYANKA-")
    if ours and text.params.get("VALUE") != "TEXT":
        yield say("exchange.problem.value", line=text.number, name=text.name)
    if (ours or text.name in texts) and BAD_ESCAPE.search(text.value):
        yield say("exchange.problem.escape", line=text.number, name=text.name)


def _of_identity(calendar: Component) -> Iterator[Message]:
    """Look for what is there twice, and for occurrences that have not the shape of their series."""
    entries = [part for part in calendar.parts if part.name in {"VEVENT", "VTODO"}]
    seen = Counter((entry.text("UID"), entry.text("RECURRENCE-ID")) for entry in entries)
    series = {entry.text("UID"): entry.one("DTSTART") for entry in entries if not entry.text("RECURRENCE-ID")}
    for entry in entries:
        if seen[entry.text("UID"), entry.text("RECURRENCE-ID")] > 1:
            yield say("exchange.problem.twice", line=entry.line)
        original, start = entry.one("RECURRENCE-ID"), series.get(entry.text("UID"))
        if original and start and _shape(original) != _shape(start):
            yield say("exchange.problem.type", line=original.number, name=original.name)
