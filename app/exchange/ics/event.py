"""One event as the lines of a VEVENT, or of a VTODO while it waits in the backlog."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from app.calendar.event import Event, Override, Status
from app.calendar.overridden import place
from app.calendar.plan import Plan
from app.calendar.rhythm.raw_rule import EXCLUDED, lines_of
from app.calendar.start import Start, read
from app.exchange.ics.choice import Part
from app.exchange.ics.content_line import escape, folded, line, read_line
from app.exchange.ics.own_lines import UID_TAIL, name_of, own_lines, shadowed_line, step_lines, uid_of, x_line
from app.exchange.ics.rule import written_rule
from app.exchange.ics.text import describe, for_members
from app.exchange.ics.value import day_text, instant_text, wall_text

URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")
STATUSES: Final = {Status.IDEA: "TENTATIVE", Status.SKIPPED: "CANCELLED"}
CATEGORIES: Final = ("kind", "stage", "channel")
WRITTEN: Final = frozenset({
    "", "BEGIN", "END", "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "DURATION",
    "RRULE", "EXRULE", "RDATE", "EXDATE", "SUMMARY", "DESCRIPTION", "URL", "STATUS", "METHOD",
})  # fmt: skip
ONCE: Final = frozenset({"TRANSP", "CLASS", "LOCATION", "GEO", "PRIORITY", "ORGANIZER", "RECURRENCE-ID"})
ORPHAN: Final = "RECURRENCE-ID"  # kept of an occurrence whose series is not there
SECOND: Final = 1_000_000


class Writer(NamedTuple):
    """Writes events for one profile."""

    plan: Plan
    full: bool

    def part(self, part: Part) -> Iterator[str]:
        """Yield an event and what is different in its occurrences."""
        event = part.event
        uid = piece_uid(uid_of(event), part.piece)
        cancelled = [key for key, override in part.overrides.items() if override.cancelled]
        changed = [event.changed, *(part.overrides[key].changed for key in cancelled)]
        yield "BEGIN:VEVENT"
        yield from self._head(uid, max(changed), event.created, event.revision)
        assert event.day
        yield from _times(event, (event.day, event.at))
        yield from _rules(event)
        for original in sorted({*cancelled, *part.without}):
            yield start_line("EXDATE", _fitting(original, event), event.zone)
        yield from self._words(event)
        if self.full:
            if event.split_from:
                yield line("RELATED-TO", escape(self._uid(event.split_from)))
            yield from self._leftovers(event, max(changed))
            yield from _of_a_piece(part)
            yield from step_lines(self.plan.checklist.get(event.id, []))
            yield from _foreign(event.foreign)
        else:
            yield from (text for text in _foreign(event.foreign) if text.startswith(ORPHAN))
        yield "END:VEVENT"
        for original in sorted(part.overrides.keys() - cancelled):
            yield from self._override(event, part.overrides[original], part.piece)

    def todo(self, event: Event) -> Iterator[str]:
        """Yield an event of the backlog: a task without a day."""
        yield "BEGIN:VTODO"
        yield from self._head(uid_of(event), event.changed, event.created, event.revision)
        yield from self._words(event)
        usual = Event("", "", "")
        for field in ("at", "minutes", "days", "zone", "rrule", "rdates"):
            if getattr(event, field) != getattr(usual, field):
                yield shadowed_line(event, field)
        yield from self._leftovers(replace(event, days=1, minutes=0, zone="", rrule="", rdates=()), event.changed)
        yield from step_lines(self.plan.checklist.get(event.id, []))
        yield from _foreign(event.foreign)
        yield "END:VTODO"

    def _override(self, series: Event, override: Override, piece: int) -> Iterator[str]:
        one, uid = place(series, override), piece_uid(uid_of(series), piece)
        changed = max(series.changed, override.changed)
        event = replace(one.event, day=one.day, at=one.at, foreign=override.foreign or one.event.foreign)
        yield "BEGIN:VEVENT"
        yield from self._head(uid, changed, series.created, max(series.revision, override.revision))
        yield start_line("RECURRENCE-ID", _fitting(override.original, series), series.zone)
        yield from _times(event, (one.day, one.at))
        yield from self._words(event)
        if self.full:
            if piece > 1:
                yield x_line("part_of", uid_of(series))
            yield x_line("own", " ".join(name for name, _ in override.fields))
            yield from self._leftovers(replace(event, uid="", created=0, changed=override.changed), changed)
            yield from _foreign(event.foreign)
        yield "END:VEVENT"

    def _uid(self, id: str) -> str:
        parent = self.plan.events.get(id)
        return uid_of(parent) if parent else id + UID_TAIL

    def _head(self, uid: str, changed: int, created: int, revision: int) -> Iterator[str]:
        """Yield who it is and how new; without a change known, the stamp is the oldest that there is."""
        yield line("UID", escape(uid))
        yield line("DTSTAMP", instant_text(changed or created))
        if created:
            yield line("CREATED", instant_text(created))
        if changed:
            yield line("LAST-MODIFIED", instant_text(changed))
        yield line("SEQUENCE", str(revision))

    def _words(self, event: Event) -> Iterator[str]:
        yield line("SUMMARY", escape(event.title))
        description = self._description(event)
        if description:
            yield line("DESCRIPTION", escape(description))
        if URI.fullmatch(event.link):
            yield line("URL", event.link)
        if not self.full:
            if event.day and event.at is None:
                yield "TRANSP:TRANSPARENT"  # a theme of six weeks keeps nobody busy
            return
        if event.day:
            yield line("STATUS", STATUSES.get(event.status, "CONFIRMED"))
            if event.at is None and "TRANSP" not in event.foreign:
                yield "TRANSP:TRANSPARENT"
        names = [name_of(self.plan, field, getattr(event, field)) for field in CATEGORIES]
        names += [name_of(self.plan, "personas", persona) for persona in event.personas]
        if any(names):
            yield line("CATEGORIES", ",".join(escape(name) for name in names if name))

    def _description(self, event: Event) -> str:
        if not self.full:
            return for_members(event, self.plan.playbook.language)
        return describe(self.plan, event, self.plan.checklist.get(event.id, [])).text()

    def _leftovers(self, event: Event, changed: int) -> Iterator[str]:
        """Yield our own lines, and the fields that the standard lines do not show as they are."""
        yield from own_lines(self.plan, event)
        if event.uid:
            yield shadowed_line(event, "id")
        all_day = event.at is None
        shown = {
            "minutes": not all_day or event.minutes == 0,
            "days": all_day or event.days == 1,
            "zone": not all_day or not event.zone,
            "link": not event.link or bool(URI.fullmatch(event.link)),
            "created": event.created % SECOND == 0,
            "changed": event.changed % SECOND == 0 and event.changed == changed,
        }
        for field, can in shown.items():
            if not can:
                yield shadowed_line(event, field)


def piece_uid(uid: str, piece: int) -> str:
    """Return the UID of one of the series that a series became."""
    if piece < 2:
        return uid
    name, at, host = uid.rpartition("@")
    return f"{name}-{piece}@{host}" if at else f"{uid}-{piece}"


def _of_a_piece(part: Part) -> list[str]:
    """Return what puts the pieces of a series together again."""
    if part.piece > 1:
        return [x_line("part_of", uid_of(part.event))]
    return [x_line("rrule", part.rule)] if part.rule else []


def start_line(name: str, start: Start, zone: str) -> str:
    """Return a day, a time in UTC, a time in a zone, or a floating time."""
    day, at = start
    if at is None:
        return line(name, day_text(day), VALUE="DATE")
    text = wall_text(day, at)
    if zone == "UTC":
        return line(name, text + "Z")
    return line(name, text, TZID=zone) if zone else line(name, text)


def _times(event: Event, start: Start) -> Iterator[str]:
    """Yield start and end; the end is the first moment after, and left out where there is none between."""
    day, at = start
    yield start_line("DTSTART", start, event.zone)
    if at is None:
        yield start_line("DTEND", (day + timedelta(days=max(1, event.days)), None), event.zone)
    elif event.minutes > 0:
        end = datetime.combine(day, at) + timedelta(minutes=event.minutes)
        yield start_line("DTEND", (end.date(), end.time()), event.zone)


def _rules(event: Event) -> Iterator[str]:
    for rule in lines_of(event.rrule):
        name = "EXRULE" if rule.startswith(EXCLUDED) else "RRULE"
        yield line(name, written_rule(rule.removeprefix(EXCLUDED), event))
    for text in event.rdates:
        yield start_line("RDATE", _fitting(text, event), event.zone)


def _fitting(text: str, event: Event) -> Start:
    """Return an original start in the form of the series: whole days for whole days, times for times."""
    day, at = read(text)
    return (day, None) if event.at is None else (day, at or event.at)


def _foreign(foreign: str) -> list[str]:
    """Return what came in and was not understood; nothing that would pass for a line of ours."""
    try:
        kept = [(read_line(0, text).name, text) for text in (json.loads(foreign)["lines"] if foreign else [])]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
    first = {name: at for at, (name, _) in reversed(list(enumerate(kept))) if name in ONCE}
    return [folded(text) for at, (name, text) in enumerate(kept) if name not in WRITTEN and first.get(name, at) == at]
