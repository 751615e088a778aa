"""Moves rules that came in by some days, where every one of their days can move by just as many."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from app.calendar.event import Event
from app.calendar.rhythm.raw_rule import EXCLUDED, RawRule, lines_of, read_raw
from app.calendar.rhythm.rule import WEEKDAYS, Freq, parts_of
from app.calendar.rhythm.until import until_of
from app.errors import KnownError
from app.message import say

IN_EVERY_MONTH: Final = 28
IN_EVERY_YEAR: Final = 365


def shifted_rules(event: Event, days: int) -> str:
    """Return the rules of a series that begins some days later, such that each of its days is as much later.

    KnownError when they cannot be written so: the second Tuesday and one day is not always the second Wednesday.
    """
    assert event.day
    lines = []
    for line in lines_of(event.rrule):
        rule = read_raw(line.removeprefix(EXCLUDED))
        if not _can_shift(rule, event.day, days):
            raise KnownError(say("rule.cannot_move", title=event.title), say("rule.cannot_move.do"))
        lines.append(_shifted(line, rule, event, days))
    return "\n".join(lines)


def _can_shift(rule: RawRule, start: date, days: int) -> bool:
    if rule.freq in {Freq.DAILY, Freq.WEEKLY}:
        return not (rule.months or rule.month_days)
    if rule.weekdays or rule.weeks or not _in_step(rule, start, start + timedelta(days=days)):
        return False
    if rule.year_days:
        return not (rule.months or rule.month_days) and all(_within(it, days, IN_EVERY_YEAR) for it in rule.year_days)
    return all(_within(day, days, IN_EVERY_MONTH) for day in rule.month_days or (start.day,))


def _in_step(rule: RawRule, old: date, new: date) -> bool:
    """Whether the months or years that an interval passes over stay the same."""
    if rule.freq is Freq.MONTHLY:
        return rule.interval == 1 or (old.year, old.month) == (new.year, new.month)
    months = bool(rule.months or rule.year_days)
    return old.year == new.year and (months or old.month == new.month)


def _within(day: int, days: int, most: int) -> bool:
    """Whether a day counted from the begin, or below zero from the end, moves inside what every period has."""
    begin, end = (1, most) if day > 0 else (-most, -1)
    return begin <= day <= end and begin <= day + days <= end


def _shifted(line: str, rule: RawRule, event: Event, days: int) -> str:
    begin = EXCLUDED if line.startswith(EXCLUDED) else ""
    parts = parts_of(line.removeprefix(EXCLUDED))
    if rule.weekdays:
        parts["BYDAY"] = ",".join(WEEKDAYS[(weekday + days) % 7] for _, weekday in rule.weekdays)
    if rule.freq is Freq.WEEKLY:
        parts["WKST"] = WEEKDAYS[(rule.week_start + days) % 7]
    for name, numbers in (("BYMONTHDAY", rule.month_days), ("BYYEARDAY", rule.year_days)):
        if numbers:
            parts[name] = ",".join(str(number + days) for number in numbers)
    if rule.until:
        end = until_of(rule.until, event.zone, timed=event.at is not None) + timedelta(days=days)
        parts["UNTIL"] = f"{end:%Y%m%d}" if event.at is None else f"{end:%Y%m%dT%H%M%S}"
    return begin + ";".join(f"{name}={value}" for name, value in parts.items())
