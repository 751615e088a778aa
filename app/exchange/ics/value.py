"""Days, times and lengths as iCalendar writes them (RFC 5545 3.3)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

FIRST_YEAR: Final = 1583  # the calendar's first whole year
LAST_YEAR: Final = 2399  # what ends later has no end
MOMENT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?", re.ASCII)
LENGTH: Final = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII)
LONGEST: Final = timedelta(days=3660)


class Moment(NamedTuple):
    """A point of the calendar as it stands in a file: a whole day, or a wall time somewhere."""

    wall: datetime  # without zone; midnight for a day
    whole_day: bool
    utc: bool = False

    @property
    def day(self) -> date:
        """The day it falls on."""
        return self.wall.date()


def read_moment(text: str) -> Moment:
    """Read YYYYMMDD or YYYYMMDDTHHMMSS with or without Z; ValueError for anything else, also for the 31st of June."""
    found = MOMENT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    year, month, day, hour, minute, second, zulu = found.groups()
    if hour is None:
        return Moment(datetime(int(year), int(month), int(day)), whole_day=True)  # noqa: DTZ001 wall time
    seconds = min(int(second or 0), 59)  # 60 is a leap second
    wall = datetime(int(year), int(month), int(day), int(hour), int(minute), seconds)  # noqa: DTZ001 wall time
    return Moment(wall, whole_day=False, utc=zulu == "Z")


def read_length(text: str) -> timedelta:
    """Read a DURATION value; ValueError when it is none or longer than ten years."""
    found = LENGTH.fullmatch(text.strip().upper())
    if found is None or not any(found.groups()[1:]) or max(map(len, filter(None, found.groups()[1:]))) > 7:
        raise ValueError(text)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length > LONGEST:
        raise ValueError(text)
    return -length if found[1] == "-" else length


def day_text(day: date) -> str:
    """Return YYYYMMDD."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def wall_text(day: date, at: time) -> str:
    """Return YYYYMMDDTHHMMSS."""
    return f"{day_text(day)}T{at.hour:02}{at.minute:02}{at.second:02}"


def instant_text(microseconds: int) -> str:
    """Return an instant of the store, to the second, in UTC."""
    moment = datetime.fromtimestamp(microseconds // 1_000_000, UTC)
    return f"{wall_text(moment.date(), moment.time())}Z"


def read_instant(text: str) -> int:
    """Return UTC microseconds of a DATE-TIME, 0 when there is none that can be read; without Z it counts as UTC."""
    try:
        moment = read_moment(text).wall
    except ValueError:
        return 0
    known = 1970 <= moment.year <= LAST_YEAR
    return int(moment.replace(tzinfo=UTC).timestamp()) * 1_000_000 if known else 0
