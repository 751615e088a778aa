"""Reads one VEVENT: its times, words and rules, each to the letter or with a word about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from app.calendar.event import Status
from app.calendar.start import Start
from app.exchange.ics.component import Component
from app.exchange.ics.content_line import Line, split_text, unescape
from app.exchange.ics.incoming import Notes
from app.exchange.ics.own_lines import PREFIX, OwnLines, is_own, read_own
from app.exchange.ics.value import FIRST_YEAR, LAST_YEAR, LONGEST, Moment, read_instant, read_length, read_moment
from app.exchange.ics.zone import Zones
from app.message import Message, say

TITLE_MOST: Final = 1_000
TEXT_MOST: Final = 100_000
FOREIGN_MOST: Final = 10_000  # octets of one line that is kept without being understood
UNDERSTOOD: Final = frozenset({
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY",
    "DESCRIPTION", "STATUS", "URL", "SEQUENCE", "CREATED", "LAST-MODIFIED", "RELATED-TO", "METHOD", "",
})  # fmt: skip
STATUSES: Final = {"CANCELLED": Status.SKIPPED, "TENTATIVE": Status.IDEA}
NO_MOMENT: Final = Moment(datetime(1, 1, 1), whole_day=True)  # noqa: DTZ001
NO_DAY: Final = date(2000, 1, 1)  # stands for the day of what has none
MINUTE: Final = timedelta(minutes=1)
DAY: Final = timedelta(days=1)


class RefusedError(Exception):
    """An entry does not come in."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.id)
        self.why = why


class Place(NamedTuple):
    """A point in time as the store keeps it; without a zone that we know, the TZID of the file."""

    day: date
    at: time | None
    zone: str
    tzid: str = ""  # of a zone that is defined in the file and that we do not have
    exact: bool = True  # whether there were no seconds

    @property
    def wall(self) -> datetime:
        """Its wall time."""
        return datetime.combine(self.day, self.at or time.min)

    @property
    def start(self) -> Start:
        """Its day and time."""
        return self.day, self.at


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What one VEVENT says."""

    source: Component
    uid: str
    start: Place
    minutes: int
    days: int
    title: str
    own: OwnLines | None

    @property
    def revision(self) -> int:
        """Its SEQUENCE."""
        text = self.source.text("SEQUENCE")
        return int(text) if text.isdecimal() and len(text) < 10 else 0

    @property
    def changed(self) -> int:
        """Its LAST-MODIFIED, exact to the microsecond when we wrote it."""
        changed = read_instant(self.source.text("LAST-MODIFIED"))
        exact = self.own.values.get("changed", changed) if self.own else changed
        return exact if exact // 1_000_000 == changed // 1_000_000 else changed


class Reader:
    """Reads the entries of one calendar."""

    __slots__ = ("hint", "home", "notes", "zones")

    def __init__(self, zones: Zones, home: str, hint: str = "") -> None:
        self.zones = zones
        self.hint = hint  # the zone that the calendar says it is in
        self.home = hint or home  # where times in UTC are shown
        self.notes = Notes()

    def entry(self, source: Component) -> Entry:
        """Read an entry; RefusedError tells why it cannot come in."""
        if not source.closed:
            raise RefusedError(say("exchange.refused.not_closed"))
        own = read_own(source) if is_own(source) else None
        first = source.one("DTSTART")
        if first is None:
            raise RefusedError(say("exchange.refused.no_start"))
        title = _title(source)
        start = self.place(first, title=title)
        if start.at and not (start.zone or start.tzid or own or "TZID" in first.params) and self.hint:
            start = start._replace(zone=self.hint)
            self.notes.add(say("exchange.note.hint", zone=self.hint), title)
        start, stop = self._ordered(start, self._stop(source), title)
        minutes, days = self._length(source, start, stop)
        if not start.exact:
            self.notes.add(say("exchange.note.seconds"), title)
        if any(not text.name for text in source.lines):
            self.notes.add(say("exchange.note.broken_line"), title)
        uid = own.part_of if own and own.part_of else _uid(source)
        return Entry(source, uid, start, minutes, days, title, own)

    def task(self, source: Component) -> Entry:
        """Read an event of the backlog, which we had written as a task."""
        return Entry(source, _uid(source), Place(NO_DAY, None, ""), 0, 1, _title(source), read_own(source))

    def place(self, text: Line, value: str | None = None, title: str = "") -> Place:
        """Read a day or a time."""
        value = text.value if value is None else value
        try:
            moment = read_moment(value)
        except ValueError:
            moment = NO_MOMENT
        last = LAST_YEAR if text.name == "DTSTART" else LAST_YEAR + 11  # what begins in time may end later
        if not FIRST_YEAR <= moment.wall.year <= last:
            raise RefusedError(say("exchange.refused.time", name=text.name, text=value[:40]))
        if moment.whole_day:
            return Place(moment.day, None, "")
        zone, tzid = self._zone(text.params.get("TZID", ""), moment, title)
        at = time(moment.wall.hour, moment.wall.minute)
        return Place(moment.day, at, zone, tzid, moment.wall.second == 0)

    def _zone(self, tzid: str, moment: Moment, title: str) -> tuple[str, str]:
        """Return the zone of a time, or the TZID of one that only the file knows."""
        zone = self.zones.find(tzid) if tzid else ""
        if moment.utc and zone in {"", "UTC"}:
            return "UTC", ""
        if not tzid:
            return "", ""
        if moment.utc and title:
            self.notes.add(say("exchange.note.zone_twice", zone=tzid[:80]), title)
        if zone:
            if title and self.zones.differs(tzid, zone, moment.wall):
                self.notes.add(say("exchange.note.zone_differs", zone=tzid[:80]), title)
            return zone, ""
        if self.zones.is_defined(tzid):
            return "", tzid
        if title:
            self.notes.add(say("exchange.note.zone_unknown", zone=tzid[:80]), title)
        return "", ""

    def instant(self, place: Place) -> datetime:
        """Return the instant of a place; a floating one counts as UTC."""
        if place.tzid:
            return self.zones.instant(place.tzid, place.wall)
        return place.wall.replace(tzinfo=ZoneInfo(place.zone) if place.zone else UTC).astimezone(UTC)

    def moved(self, place: Place, zone: str) -> Place:
        """Return the same instant in another zone; RefusedError when it lies beyond the years we write there."""
        there = self.instant(place).astimezone(ZoneInfo(zone))
        if not FIRST_YEAR <= there.year <= LAST_YEAR:
            raise RefusedError(say("exchange.refused.time", name="DTSTART", text=place.wall.isoformat()))
        return Place(there.date(), there.time().replace(second=0, microsecond=0), zone, "", place.exact)

    def like(self, place: Place, series: Place) -> Place:
        """Return an original start in the form and zone that its series has."""
        if series.at is None:
            return place._replace(at=None, zone="", tzid="")
        if place.at is None:
            return place._replace(at=series.at, zone=series.zone)
        if place.zone == series.zone or not (place.zone or place.tzid) or not series.zone:
            return place._replace(zone=series.zone, tzid="")
        return self.moved(place, series.zone)

    def _stop(self, source: Component) -> Place | None:
        """Return the end, when it is told as a point in time."""
        end = source.one("DTEND")
        if end is None:
            return None
        stop = self.place(end)
        seconds = end.value.strip().removesuffix("Z")[-2:]
        return _up(stop) if stop.at and seconds == "59" else stop

    def _ordered(self, start: Place, stop: Place | None, title: str) -> tuple[Place, Place | None]:
        """Return start and end in order and of one form, with a word about it where they were not."""
        if stop is None:
            return start, None
        if (start.at is None) != (stop.at is None):
            self.notes.add(say("exchange.note.mixed"), title)
        if start.at and not (start.zone or start.tzid) and stop.zone not in {"", "UTC"}:
            self.notes.add(say("exchange.note.hint", zone=stop.zone), title)
            start = start._replace(zone=stop.zone)
        if self._between(start, stop) < timedelta(0):
            self.notes.add(say("exchange.note.negative"), title)
            return stop, start
        return start, stop

    def _between(self, start: Place, stop: Place) -> timedelta:
        floating = "" in (start.zone + start.tzid, stop.zone + stop.tzid)
        same = (start.zone, start.tzid) == (stop.zone, stop.tzid) or floating or None in (start.at, stop.at)
        return stop.wall - start.wall if same else self.instant(stop) - self.instant(start)

    def _length(self, source: Component, start: Place, stop: Place | None) -> tuple[int, int]:
        """Return minutes and days."""
        length = self._between(start, stop) if stop else _duration(source, start)
        if not timedelta(0) <= length <= LONGEST:
            raise RefusedError(say("exchange.refused.long"))
        if start.at is None:
            return 0, max(1, -(-length // DAY))
        return round(length / MINUTE), 1


def _duration(source: Component, start: Place) -> timedelta:
    """Return the length that is told as such, or that an event without an end has (RFC 5545 3.6.1)."""
    duration = source.one("DURATION")
    if duration is None:
        return DAY if start.at is None else timedelta(0)
    try:
        return abs(read_length(duration.value))
    except ValueError:
        raise RefusedError(say("exchange.refused.time", name="DURATION", text=duration.value[:40])) from None


def _up(place: Place) -> Place:
    """Return the next minute: some programs end a day at its last second."""
    later = place.wall + MINUTE
    return place._replace(day=later.date(), at=later.time())


def _title(source: Component) -> str:
    """Return the title; what has none is named by the first line of its description, or by its place."""
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
        text = source.one(name)
        words = unescape(text.value) if text else ""
        if words.strip() or (name == "SUMMARY" and text and is_own(source)):
            return words[:TITLE_MOST] if name == "SUMMARY" else words.strip().splitlines()[0][:200]
    return "–"


def _uid(source: Component) -> str:
    """Return the UID; one is made of what the entry says where it has none, so that it stays the same."""
    uid = unescape(source.text("UID"))[:TITLE_MOST]
    if uid:
        return uid
    words = "\n".join(f"{text.name}:{text.value}" for text in source.lines if text.name not in {"DTSTAMP", "CREATED"})
    return f"no-uid-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:32]}"


def words_of(entry: Entry) -> dict[str, Any]:
    """Return what an entry of another program says beside its times: fields of Event."""
    values: dict[str, Any] = {"title": entry.title}
    description = entry.source.one("DESCRIPTION")
    if description:
        values["notes"] = unescape(description.value)[:TEXT_MOST].strip("\n")
    url = entry.source.text("URL")
    if url:
        values["link"] = url[:TITLE_MOST]
    status = STATUSES.get(entry.source.text("STATUS").upper())
    if status:
        values["status"] = status
    return values


def categories(source: Component) -> list[str]:
    """Return the words of all its categories."""
    return [word.strip() for text in source.all("CATEGORIES") for word in split_text(text.value) if word.strip()]


def foreign(source: Component, start: Place, extra: tuple[str, ...] = (), ours: tuple[str, ...] = ()) -> str:
    """Return, as JSON, what is not understood and goes out again; `ours` are the categories that we had written."""
    kept = list(_foreign_lines(source, start, list(ours)))
    return json.dumps({"lines": [*extra, *kept]}, ensure_ascii=False) if kept or extra else ""


def _foreign_lines(source: Component, start: Place, ours: list[str]) -> Iterator[str]:
    for text in source.lines:
        if text.name in UNDERSTOOD or text.name.startswith(PREFIX) or len(text.text) > FOREIGN_MOST:
            continue
        if text.name == "TRANSP" and start.at is None and text.value.strip().upper() == "TRANSPARENT":
            continue
        if text.name == "CATEGORIES" and ours and split_text(text.value) == ours:
            ours = []
            continue
        yield text.text
