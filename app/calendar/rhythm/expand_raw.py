"""Expands rules that came in: each period of the rule is a row of days, and every part of the rule lets some pass."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import product
from typing import Final

from app.calendar.event import LAST_DAY, Event
from app.calendar.rhythm.raw_rule import EXCLUDED, RawRule, lines_of, read_raw
from app.calendar.rhythm.rule import Freq
from app.calendar.rhythm.until import until_of
from app.calendar.start import Start
from app.errors import KnownError

FOREVER: Final = datetime.combine(date.max, time.max)
COUNTED_YEARS: Final = 150  # so far a COUNT is followed; no plan reaches there


def starts_of_raw(event: Event, further: set[Start], first: date, last: date) -> set[Start]:
    """Return the starts inside the window that the lines of rules give, together with the further ones."""
    assert event.day
    starts, without = set(further), set[Start]()
    for line in lines_of(event.rrule):
        try:
            rule = read_raw(line.removeprefix(EXCLUDED))
        except KnownError:
            continue  # such a rule is refused when it comes in; here the first day is all that is sure
        chosen = without if line.startswith(EXCLUDED) else starts
        chosen.update(window(rule, event.day, event.at, event.zone, first, last))
    return starts - without


@lru_cache(maxsize=512)
def window(rule: RawRule, day: date, at: time | None, zone: str, first: date, last: date) -> tuple[Start, ...]:
    """Return the starts from `first` to `last` that one rule gives a series begun at `day` and `at`."""
    end, last = _end(rule, day, at, zone), min(last, LAST_DAY)
    found: list[Start] = []
    for start in _starts(rule, day, at, max(first, day), last):
        if start[0] > last or _moment(start) > end:
            break
        if start[0] >= first:
            found.append(start)
    return tuple(found)


@lru_cache(maxsize=1024)
def _end(rule: RawRule, day: date, at: time | None, zone: str) -> datetime:
    """Return the last moment at which an occurrence may begin, in wall time."""
    if rule.until:
        return until_of(rule.until, zone, timed=at is not None)
    if not rule.count:
        return FOREVER
    horizon = date(min(day.year + COUNTED_YEARS, date.max.year), 12, 31)
    for number, start in enumerate(_starts(rule, day, at, day, horizon), 1):
        if number == rule.count:
            return _moment(start)
        if start[0] > horizon:
            break
    return FOREVER


def _moment(start: Start) -> datetime:
    return datetime.combine(start[0], start[1] or time.min)


def _starts(rule: RawRule, day: date, at: time | None, low: date, high: date) -> Iterator[Start]:
    """Yield the starts in order from the period of `low` to that of `high`, never before the first day.

    A rule may have no day at all, such as the 30th of February: it ends with the window too.
    """
    times = _times(rule, at)
    earliest = _moment((day, at and at.replace(second=0, microsecond=0)))
    for days in _periods(rule, day, low, high):
        if days[0] > high:
            return
        row = [(found, moment) for found in days if _passes(rule, day, found) for moment in times]
        for start in _at_positions(row, rule.positions):
            if _moment(start) >= earliest:
                yield start


def _times(rule: RawRule, at: time | None) -> list[time | None]:
    if at is None:
        return [None]
    hours, minutes = rule.hours or (at.hour,), rule.minutes or (at.minute,)
    return [time(hour, minute) for hour, minute in product(hours, minutes)]


def _at_positions(row: list[Start], positions: tuple[int, ...]) -> list[Start]:
    if not positions:
        return row
    size = len(row)
    chosen = {position - 1 if position > 0 else size + position for position in positions}
    return [row[index] for index in sorted(chosen) if 0 <= index < size]


def _periods(rule: RawRule, day: date, low: date, high: date) -> Iterator[list[date]]:
    """Yield the days of each period that the interval keeps, from the one that holds `low`."""
    if rule.freq is Freq.MONTHLY:
        return _months(rule, day, low, high)
    if rule.freq is Freq.YEARLY:
        return _years(rule, day, low)
    if rule.freq is Freq.WEEKLY:
        return _runs(day.toordinal() - (day.weekday() - rule.week_start) % 7, 7, 7 * rule.interval, low)
    return _runs(day.toordinal(), 1, rule.interval, low)


def _runs(begin: int, size: int, step: int, low: date) -> Iterator[list[date]]:
    begin += (low.toordinal() - begin) // step * step
    for ordinal in range(begin, date.max.toordinal() - size, step):
        yield [date.fromordinal(day) for day in range(max(1, ordinal), ordinal + size)]


def _months(rule: RawRule, day: date, low: date, high: date) -> Iterator[list[date]]:
    begin = day.year * 12 + day.month - 1
    begin += (low.year * 12 + low.month - 1 - begin) // rule.interval * rule.interval
    for month in range(begin, high.year * 12 + high.month, rule.interval):
        year, number = divmod(month, 12)
        if not rule.months or number + 1 in rule.months:
            yield _row(date(year, number + 1, 1), monthrange(year, number + 1)[1])


def _years(rule: RawRule, day: date, low: date) -> Iterator[list[date]]:
    weeks = rule.week_start if rule.weeks else None
    begin = _year_of(day, weeks)
    begin += (_year_of(low, weeks) - begin) // rule.interval * rule.interval
    for year in range(begin, date.max.year, rule.interval):
        first, after = _first_of(year, weeks), _first_of(year + 1, weeks)
        yield _row(first, (after - first).days)


def _first_of(year: int, week_start: int | None) -> date:
    """Return the first day of a year; of a year of weeks, that of the first week with four days in it."""
    if week_start is None:
        return date(year, 1, 1)
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - week_start) % 7)


def _year_of(day: date, week_start: int | None) -> int:
    if week_start is None:
        return day.year
    thursday = day + timedelta(days=3 - (day.weekday() - week_start) % 7)
    return thursday.year


def _row(first: date, length: int) -> list[date]:
    begin = first.toordinal()
    return [date.fromordinal(ordinal) for ordinal in range(begin, begin + length)]


def _passes(rule: RawRule, start: date, day: date) -> bool:
    """Whether all day parts let a day pass; what is not given and needed comes from the first day."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.weeks and not _week_passes(rule, day):
        return False
    if rule.year_days and not _from_either_end(day.timetuple().tm_yday, 365 + isleap(day.year), rule.year_days):
        return False
    if rule.month_days and not _from_either_end(day.day, monthrange(day.year, day.month)[1], rule.month_days):
        return False
    if rule.weekdays:
        return any(_weekday_passes(rule, day, *weekday) for weekday in rule.weekdays)
    return _as_the_first(rule, start, day)


def _as_the_first(rule: RawRule, start: date, day: date) -> bool:
    if rule.month_days or rule.year_days or rule.freq is Freq.DAILY:
        return True
    if rule.weeks or rule.freq is Freq.WEEKLY:
        return day.weekday() == start.weekday()
    return day.day == start.day and (rule.freq is Freq.MONTHLY or bool(rule.months) or day.month == start.month)


def _week_passes(rule: RawRule, day: date) -> bool:
    year = _year_of(day, rule.week_start)
    first, after = _first_of(year, rule.week_start), _first_of(year + 1, rule.week_start)
    return _from_either_end((day - first).days // 7 + 1, (after - first).days // 7, rule.weeks)


def _weekday_passes(rule: RawRule, day: date, ordinal: int, weekday: int) -> bool:
    if day.weekday() != weekday or not ordinal:
        return day.weekday() == weekday
    if rule.freq is Freq.MONTHLY or rule.months:
        number, length = day.day, monthrange(day.year, day.month)[1]
    else:
        number, length = day.timetuple().tm_yday, 365 + isleap(day.year)
    return ordinal in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))


def _from_either_end(number: int, length: int, wanted: tuple[int, ...]) -> bool:
    return number in wanted or number - length - 1 in wanted
