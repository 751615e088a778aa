"""When a series ends: UNTIL is kept in local wall time, so that no change of clocks moves it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.calendar.event import Event
from app.calendar.rhythm.raw_rule import EXCLUDED, lines_of, read_raw, without_end
from app.calendar.rhythm.rule import Rule, day_in, time_in
from app.errors import KnownError


def rule_of(event: Event) -> Rule | None:
    """Return the rhythm of an event if the editor can express it; UNTIL at any time means the last day it allows."""
    return _rule_of(event.rrule, event.at, event.zone) if event.rrule else None


def editable(event: Event) -> str:
    """Return the rule of an event as the editor takes it: in canonical form when it can, else as it is."""
    rule = rule_of(event)
    return rule.text(timed=event.at is not None) if rule else event.rrule


def tidied(rrule: str, at: time | None, zone: str) -> str:
    """Return rules that came in with each UNTIL as the calendar keeps it: the last day, for a time all of that day.

    The rest stays as it was written. KnownError when a rule is refused.
    """
    return retimed(rrule, at, at, zone)


def retimed(rrule: str, old: time | None, new: time | None, zone: str) -> str:
    """Return rules for another time of day, such that each ends after the same occurrence as before."""
    return "\n".join(_retimed(line, old, new, zone) for line in lines_of(rrule))


def until_of(text: str, zone: str, *, timed: bool) -> datetime:
    """Return the last moment of an UNTIL in wall time of the zone; a day alone means all of it."""
    day = day_in(text)
    if not timed or len(text) == 8:
        return datetime.combine(day, time.max)
    moment = datetime.combine(day, time_in(text))
    if not text.endswith("Z") or not zone:
        return moment
    try:
        return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except (ZoneInfoNotFoundError, ValueError):
        return moment


@lru_cache(maxsize=8192)
def _rule_of(rrule: str, at: time | None, zone: str) -> Rule | None:
    rule = Rule.parse(rrule)
    if rule or "UNTIL=" not in rrule:
        return rule
    try:
        return Rule.parse(tidied(rrule, at, zone))
    except KnownError:
        return None


def _retimed(line: str, old: time | None, new: time | None, zone: str) -> str:
    rule = read_raw(line.removeprefix(EXCLUDED))
    if not rule.until:
        return line
    end = until_of(rule.until, zone, timed=old is not None)
    if rule.hours or rule.minutes:
        return f"{without_end(line)};UNTIL={end:%Y%m%dT%H%M%S}"
    day = end.date() if end.time() >= (old or time.min) else end.date() - timedelta(days=1)
    return f"{without_end(line)};UNTIL={_written(day, new)}"


def _written(day: date, at: time | None) -> str:
    return f"{day:%Y%m%d}" + ("" if at is None else "T235959")
