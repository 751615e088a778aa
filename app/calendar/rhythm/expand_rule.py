"""Finds the days of a rhythm inside a window by arithmetic; a series does not grow slower with its age."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from app.calendar.event import LAST_DAY
from app.calendar.rhythm.rule import LAST, Freq, Rule

FOREVER: Final = LAST_DAY.toordinal()
MONTHS_MAX: Final = LAST_DAY.year * 12 + 11


def days_of(rule: Rule, start: date, first: date, last: date) -> list[date]:
    """Return the days of the rhythm from `first` to `last`, both included, for a series that starts at `start`."""
    low = max(first, start).toordinal()
    high = min(last.toordinal(), end_of(rule, start))
    return [date.fromordinal(day) for day in _ordinals(rule, start, low, high)] if low <= high else []


@lru_cache(maxsize=8192)
def end_of(rule: Rule, start: date) -> int:
    """Return the last day on which an occurrence may begin, as an ordinal; FOREVER when there is none."""
    if rule.until:
        return rule.until.toordinal()
    if not rule.count:
        return FOREVER
    last = FOREVER
    days = _ordinals(rule, start, start.toordinal(), FOREVER)
    for _ in range(rule.count):
        last = next(days, last)
    return last


def _ordinals(rule: Rule, start: date, low: int, high: int) -> Iterator[int]:
    if rule.freq is Freq.DAILY:
        begin = start.toordinal()
        behind = -(-(low - begin) // rule.interval)
        return iter(range(begin + behind * rule.interval, high + 1, rule.interval))
    if rule.freq is Freq.WEEKLY:
        return _weekly(rule, start, low, high)
    return _monthly(rule, start, low, high)


def _weekly(rule: Rule, start: date, low: int, high: int) -> Iterator[int]:
    step = 7 * rule.interval
    week = start.toordinal() - (start.weekday() - rule.week_start) % 7
    offsets = sorted((day - rule.week_start) % 7 for day in rule.weekdays or (start.weekday(),))
    week += (low - week) // step * step
    while week <= high:
        for offset in offsets:
            if low <= week + offset <= high:
                yield week + offset
        week += step


def _monthly(rule: Rule, start: date, low: int, high: int) -> Iterator[int]:
    step = rule.interval * (12 if rule.freq is Freq.YEARLY else 1)
    begin = start.year * 12 + (rule.month or start.month) - 1
    if begin < start.year * 12 + start.month - 1:
        begin += step
    window = date.fromordinal(low)
    month = begin + max(0, -(-(window.year * 12 + window.month - 1 - begin) // step)) * step
    while month <= MONTHS_MAX:
        day = day_in_month(rule, start, month // 12, month % 12 + 1)
        if day > high or (not day and date(month // 12, month % 12 + 1, 1).toordinal() > high):
            return
        if day >= low:
            yield day
        month += step


def day_in_month(rule: Rule, start: date, year: int, month: int) -> int:
    """Return the day that a monthly or yearly rhythm has in a month, as an ordinal; 0 when the month has none."""
    before = date(year, month, 1).toordinal() - 1
    if rule.ordinal:
        return _weekday_in_month(rule.weekdays[0], rule.ordinal, before, year, month)
    wanted = rule.month_day or start.day
    if wanted == LAST:
        return before + monthrange(year, month)[1]
    return before + wanted if wanted <= 28 or wanted <= monthrange(year, month)[1] else 0


def _weekday_in_month(weekday: int, ordinal: int, before: int, year: int, month: int) -> int:
    """`before` is the ordinal of the day before the month; day 1 of the era was a Monday."""
    if ordinal > 0:
        day = (weekday - before % 7) % 7 + 1 + 7 * (ordinal - 1)
        return before + day if day <= 28 or day <= monthrange(year, month)[1] else 0
    length = monthrange(year, month)[1]
    return before + length - ((before + length - 1) % 7 - weekday) % 7
