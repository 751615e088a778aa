"""Finds the IANA zone behind a TZID: by its name, by Windows' name for it, or by what its definition does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.calendar.event import Event
from app.calendar.rhythm.expand import starts_of
from app.exchange.ics.component import Component
from app.exchange.ics.value import LAST_YEAR, read_moment

NO_ZONES: Final = frozenset({"", "localtime", "posixrules", "Factory"})
YEARS_COMPARED: Final = 12
EARLIEST: Final = 1604  # a leap year; some programs begin a zone in the year 1
OBSERVANCES_MOST: Final = 400
CHANGES_MOST: Final = 2_000
DATES_MOST: Final = 2_000
HOUR: Final = timedelta(hours=1)
NEAR: Final = 3 * HOUR
ENOUGH: Final = 20  # moments that tell one zone from another
YEAR: Final = timedelta(days=364)  # the same weekday


class Onset(NamedTuple):
    """From a moment on a zone has another offset."""

    utc: datetime  # naive
    wall: datetime  # what clocks show just before
    after: timedelta


class Zones:
    """The zones of one file."""

    __slots__ = ("_definitions", "_found", "_home", "_onsets", "_years")

    def __init__(self, calendar: Component | None, home: str, years: tuple[int, int]) -> None:
        parts = calendar.parts if calendar else []
        self._definitions = {part.text("TZID"): part for part in parts if part.name == "VTIMEZONE"}
        self._years = (max(1971, min(years[0], 2100)), max(1971, min(years[1], years[0] + YEARS_COMPARED, 2100)))
        self._home = home
        self._found: dict[str, str] = {}
        self._onsets: dict[str, list[Onset]] = {}

    def find(self, tzid: str) -> str:
        """Return the IANA zone that a TZID means, "" when none has the same clocks."""
        if tzid not in self._found:
            self._found[tzid] = named_zone(tzid) or self._defined_zone(tzid)
        return self._found[tzid]

    def is_defined(self, tzid: str) -> bool:
        """Whether the file says itself what the zone does."""
        return bool(self._of(tzid))

    def instant(self, tzid: str, wall: datetime) -> datetime:
        """Return the UTC instant of a wall time, by the definition in the file."""
        onsets, moment = self._of(tzid), wall
        while moment < onsets[0].wall and moment.year <= onsets[0].wall.year:
            moment += YEAR  # before its beginning a definition says nothing; it was as it is a year later
        at = bisect_right(onsets, moment, key=attrgetter("wall"))
        return (wall - onsets[max(0, at - 1)].after).replace(tzinfo=UTC)

    def differs(self, tzid: str, zone: str, wall: datetime) -> bool:
        """Whether the file says that the clocks of a zone are other ones than we know."""
        onsets = self._of(tzid)
        if not onsets or wall < onsets[0].wall:
            return False
        return self.instant(tzid, wall) != wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)

    def _defined_zone(self, tzid: str) -> str:
        definition = self._definitions.get(tzid)
        if definition is None:
            return ""
        said = named_zone(definition.text("X-LIC-LOCATION"))
        onsets = self._of(tzid)
        if said or not onsets:
            return said
        listed = any(part.one("RDATE") for part in definition.parts)
        moments = list(self._moments(onsets, until_the_last=listed))
        if len(moments) < ENOUGH:
            return ""
        offsets = [_offset(onsets, moment) for moment in moments]
        return next((zone for zone in _candidates(self._home, offsets) if _agrees(zone, moments, offsets)), "")

    def _moments(self, onsets: list[Onset], *, until_the_last: bool) -> Iterator[datetime]:
        """Yield instants at which zones that differ show it: twice a month, and on both sides of each change.

        Some programs write a change an hour or two off; so near to it nothing is compared. A definition says nothing
        of the time before its first change, nor, where it is a list of dates, of the time after the last.
        """
        first, last = self._years
        last = max(last, onsets[0].utc.year + 1)
        end = datetime(last, 12, 31)  # noqa: DTZ001 UTC
        if until_the_last and first <= onsets[-1].utc.year <= last:
            end = onsets[-1].utc
        near = [moment for onset in onsets for moment in (onset.utc - NEAR, onset.utc + NEAR)]
        monthly = [
            datetime(year, month, day, 12)  # noqa: DTZ001 UTC
            for year in range(first, last + 1)
            for month in range(1, 13)
            for day in (1, 15)
        ]
        begin = max(onsets[0].utc, datetime(first, 1, 1))  # noqa: DTZ001 UTC
        yield from (moment for moment in (*near, *monthly) if begin <= moment <= end)

    def _of(self, tzid: str) -> list[Onset]:
        if tzid not in self._onsets:
            definition = self._definitions.get(tzid)
            self._onsets[tzid] = _onsets(definition, *self._years) if definition else []
        return self._onsets[tzid]


def named_zone(tzid: str) -> str:
    """Return the IANA zone that a name stands for, "" when it is no such name."""
    name = tzid.strip().strip('"')
    if is_zone(name):
        return name
    parts = name.split("/")
    for size in (3, 2):  # names such as /vendor.example/20050126_1/Europe/Berlin
        tail = "/".join(parts[-size:])
        if len(parts) > size and is_zone(tail):
            return tail
    from icalendar.timezone import windows_to_olson

    table: dict[str, str] = windows_to_olson.WINDOWS_TO_OLSON
    windows = table.get(name, "")
    if windows or not name.lower().endswith("/utc"):
        return windows
    return "UTC"


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """Whether the name is one of an IANA time zone that can be read here."""
    if name in NO_ZONES or len(name) > 64 or not name.isascii():
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _onsets(definition: Component, first: int, last: int) -> list[Onset]:
    """Return the changes of a definition, from before the first year on; only yearly rules are followed."""
    found = []
    for part in definition.parts[:OBSERVANCES_MOST]:
        try:
            start = read_moment(part.text("DTSTART")).wall
            before, after = _read_offset(part.text("TZOFFSETFROM")), _read_offset(part.text("TZOFFSETTO"))
            walls = _walls(part, start, first, last)
        except ValueError:
            return []
        found += [Onset(wall - before, wall, after) for wall in walls]
    return sorted(found) if len(found) <= CHANGES_MOST else []


def _walls(part: Component, start: datetime, first: int, last: int) -> list[datetime]:
    rule = part.text("RRULE").upper()
    if rule and "FREQ=YEARLY" not in rule:
        raise ValueError(rule)
    dates = [text for row in part.all("RDATE") for text in row.value.split(",")]
    if len(dates) > DATES_MOST:
        raise ValueError(rule)
    at = time(start.hour, start.minute)
    start = start.replace(year=max(start.year, EARLIEST))
    event = Event("", "", "", start.date(), at, rrule=rule)
    starts = starts_of(event, date(first - 2, 1, 1), date(last + 1, 12, 31)) if rule else []
    walls = {start, *(datetime.combine(day, moment or at) for day, moment in starts)}
    walls |= {read_moment(text.split("/")[0]).wall for text in dates}
    if max(walls).year > LAST_YEAR or min(walls).year < EARLIEST:
        raise ValueError(rule)
    return sorted(walls)


def _read_offset(text: str) -> timedelta:
    if len(text) not in (5, 7) or text[0] not in "+-" or not text[1:].isdecimal():
        raise ValueError(text)
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]), seconds=int(text[5:7] or 0))
    return -offset if text[0] == "-" else offset


def _offset(onsets: list[Onset], moment: datetime) -> timedelta:
    return onsets[max(0, bisect_right(onsets, moment, key=attrgetter("utc")) - 1)].after


def _candidates(home: str, offsets: list[timedelta]) -> Iterator[str]:
    """Yield zones, the likely ones first: the home, then plain offsets, then the capital of each of Windows' zones."""
    yield home
    hours, rest = divmod(offsets[0], HOUR) if offsets else (0, HOUR)
    if len(set(offsets)) == 1 and not rest and -14 <= hours <= 12:
        yield f"Etc/GMT{-hours:+}" if hours else "UTC"
    from icalendar.timezone import windows_to_olson

    yield from windows_to_olson.WINDOWS_TO_OLSON.values()


def _agrees(zone: str, moments: list[datetime], offsets: list[timedelta]) -> bool:
    if not is_zone(zone):
        return False
    info = ZoneInfo(zone)
    return all(
        moment.replace(tzinfo=UTC).astimezone(info).utcoffset() == offset
        for moment, offset in zip(moments, offsets, strict=True)
    )
