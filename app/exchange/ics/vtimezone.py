"""Time zones as Outlook can read them: a pair of yearly rules where the zone has one, every change by itself where not.

`icalendar` writes lists of dates, which Outlook ignores, and begins a change at the wall time after it, not before
(RFC 5545 3.6.5).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from app.calendar.rhythm.rule import WEEKDAYS
from app.exchange.ics.content_line import line
from app.exchange.ics.value import wall_text

EARLIEST: Final = 1970
LATEST: Final = 2100
CYCLE: Final = 28  # years after which days of the month and weekdays pair again
STRIDE: Final = timedelta(days=5)  # shorter than any zone keeps its summer time
DAY: Final = timedelta(days=1)


class Change(NamedTuple):
    """A moment at which a zone turns its clocks."""

    wall: datetime  # what clocks show just before
    before: timedelta  # offsets from UTC
    after: timedelta
    name: str


@lru_cache(maxsize=256)
def vtimezone(zone: str, first_year: int, last_year: int) -> tuple[str, ...]:
    """Return the lines of a VTIMEZONE that is right from the first year to the last."""
    first = max(EARLIEST, min(first_year, LATEST)) - 1
    last = max(first + 1, min(last_year, LATEST))
    used = changes(zone, first, last)
    pair = _yearly_pair(zone, first, last) if used else []
    if not used:
        start = datetime(EARLIEST, 1, 1)  # noqa: DTZ001 wall time
        offset, name = _offset_at(zone, datetime(first, 1, 1, tzinfo=UTC))
        body = _observance(Change(start, offset, offset, name))
    elif pair:
        body = [text for change, rule in pair for text in _observance(change, rule)]
    else:
        offset, name = _offset_at(zone, datetime(first, 1, 1, tzinfo=UTC))
        start = datetime(first, 1, 1)  # noqa: DTZ001 wall time
        body = [text for change in (Change(start, offset, offset, name), *used) for text in _observance(change)]
    return ("BEGIN:VTIMEZONE", line("TZID", zone), *body, "END:VTIMEZONE")


def changes(zone: str, first_year: int, last_year: int) -> list[Change]:
    """Return every change of offset in the years, both included."""
    found = []
    at, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    offset, _ = _offset_at(zone, at)
    while at < end:
        later = min(at + STRIDE, end)
        if _offset_at(zone, later)[0] != offset:
            moment = _bisect(zone, at, later, offset)
            after, name = _offset_at(zone, moment)
            found.append(Change((moment + offset).replace(tzinfo=None), offset, after, name))
            offset, later = after, moment
        at = later
    return found


def _offset_at(zone: str, moment: datetime) -> tuple[timedelta, str]:
    local = moment.astimezone(ZoneInfo(zone))
    return local.utcoffset() or timedelta(0), local.tzname() or zone


def _bisect(zone: str, before: datetime, after: datetime, offset: timedelta) -> datetime:
    """Return the first second at which the offset is another one."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _offset_at(zone, middle)[0] == offset:
            before = middle
        else:
            after = middle
    return after


def _yearly_pair(zone: str, first: int, last: int) -> list[tuple[Change, str]]:
    """Return the two changes that come back every year with their rules; nothing when the zone has no such rule."""
    until = max(last, first + CYCLE)
    by_way: dict[tuple[timedelta, timedelta], list[Change]] = {}
    for change in changes(zone, first, until):
        by_way.setdefault((change.before, change.after), []).append(change)
    years = list(range(first, until + 1))
    if len(by_way) != 2 or any([change.wall.year for change in ones] != years for ones in by_way.values()):
        return []
    pair = [(ones[0], _yearly_rule(ones)) for ones in by_way.values()]
    return sorted(pair) if all(rule for _, rule in pair) else []


def _yearly_rule(ones: list[Change]) -> str:
    """Return the rule of changes that come once a year, "" when they have none."""
    walls = [change.wall for change in ones]
    if len({(wall.month, wall.weekday(), wall.time()) for wall in walls}) != 1:
        return ""
    weekday = WEEKDAYS[walls[0].weekday()]
    month = f"FREQ=YEARLY;BYMONTH={walls[0].month}"
    ordinals = {(wall.day - 1) // 7 + 1 for wall in walls}
    if all((wall + 7 * DAY).month != wall.month for wall in walls):
        return f"{month};BYDAY=-1{weekday}"
    if len(ordinals) == 1:
        return f"{month};BYDAY={ordinals.pop()}{weekday}"
    low, high = min(wall.day for wall in walls), max(wall.day for wall in walls)
    days = ",".join(str(day) for day in range(low, low + 7))
    return f"{month};BYDAY={weekday};BYMONTHDAY={days}" if high - low == 6 else ""


def _observance(change: Change, rule: str = "") -> list[str]:
    """Return the lines of one observance; the greater offset is the summer one, also where the law has it otherwise."""
    name = "DAYLIGHT" if change.after > change.before else "STANDARD"
    return [
        f"BEGIN:{name}",
        line("DTSTART", wall_text(change.wall.date(), change.wall.time())),
        *([line("RRULE", rule)] if rule else []),
        line("TZOFFSETFROM", _offset_text(change.before)),
        line("TZOFFSETTO", _offset_text(change.after)),
        line("TZNAME", change.name),
        f"END:{name}",
    ]


def _offset_text(offset: timedelta) -> str:
    """Return +HHMM, with seconds where a zone once had them."""
    seconds = round(offset.total_seconds())
    sign, seconds = "-" if seconds < 0 else "+", abs(seconds)
    text = f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}"
    return text + (f"{seconds % 60:02}" if seconds % 60 else "")
