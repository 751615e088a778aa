"""Where rules of repetition end: as the store keeps it, and as files want it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from app.calendar.event import Event
from app.calendar.rhythm.raw_rule import lines_of
from app.calendar.start import Start
from app.exchange.ics.value import LAST_YEAR, Moment, day_text, read_moment, wall_text

NOTHING: Final = ("", "COUNT=-1")  # the second is how some libraries write that there is no COUNT
LAST_SECOND: Final = time(23, 59, 59)


def written_rule(text: str, event: Event) -> str:
    """Return a rule of the store as files want it: UNTIL is a day for whole days, an instant where there is a zone."""
    name, until = _until_part(text)
    if not until:
        return text
    try:
        end = read_moment(until)
    except ValueError:
        return without_end(text)
    if end.wall.year > LAST_YEAR:
        return without_end(text)
    if event.at is None:
        return text.replace(name, f"UNTIL={day_text(end.day)}")
    wall = end.wall.replace(hour=23, minute=59, second=59) if end.whole_day else end.wall
    if not event.zone or end.utc:
        return text.replace(name, f"UNTIL={wall_text(wall.date(), wall.time())}{'Z' if end.utc else ''}")
    instant = wall.replace(tzinfo=ZoneInfo(event.zone)).astimezone(UTC)
    return text.replace(name, f"UNTIL={wall_text(instant.date(), instant.time())}Z")


def kept_rule(text: str, start: Moment, zone: str) -> str:
    """Return a rule of a file as the store keeps it, UNTIL as wall time; ValueError when it cannot be read."""
    parts = text.replace(" ", "").upper().split(";")
    text = ";".join(part for part in parts if part not in NOTHING)
    name, until = _until_part(text)
    if not until:
        return text
    end = read_moment(until)
    if end.wall.year > LAST_YEAR:
        return without_end(text)
    if start.whole_day:
        return text.replace(name, f"UNTIL={day_text(end.day)}")
    wall = end.wall
    if end.whole_day:  # wrong, but written by programs that mean the whole day
        wall = datetime.combine(end.wall, LAST_SECOND)
    elif end.utc and zone:
        wall = wall.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return text.replace(name, f"UNTIL={wall_text(wall.date(), wall.time())}")


def _until_part(text: str) -> tuple[str, str]:
    """Return the part of a rule that ends it, whole, and its value."""
    part = next((part for part in text.split(";") if part.upper().startswith("UNTIL=")), "")
    return part, part[6:].strip()


def ends_before(rule: str, start: Moment) -> bool:
    """Whether a kept rule ends before the series begins: what some programs leave of one that was deleted."""
    until = _until_part(rule)[1]
    begin = start.wall if "T" in until else start.wall.replace(hour=0, minute=0)
    return bool(until) and read_moment(until).wall < begin


def last_year(event: Event, endless: int = 10) -> int:
    """Return the year in which a series ends; `endless` years after its start when it has no end."""
    assert event.day
    years = [event.day.year, *(int(text[:4]) for text in event.rdates)]
    for text in lines_of(event.rrule):
        until = _until_part(text)[1]
        years.append(int(until[:4]) if until[:4].isdecimal() else event.day.year + endless)
    return max(years)


def without_end(rule: str) -> str:
    """Return a rule without its UNTIL and COUNT."""
    return ";".join(part for part in rule.split(";") if not part.upper().startswith(("UNTIL=", "COUNT=")))


def ending(rule: str, event: Event, last: Start) -> str:
    """Return a rule that ends with the occurrence that begins at `last`."""
    day, at = last
    return f"{without_end(rule)};UNTIL={day_text(day) if event.at is None else wall_text(day, at or time.min)}"
