"""Rules that came in and that the editor cannot express: read in full (RFC 5545 3.3.10), within limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Final

from app.calendar.rhythm.rule import COUNT_MAX, INTERVAL_MAX, WEEKDAYS, Freq, day_in, parts_of, time_in
from app.errors import KnownError
from app.message import Message, say

CHOICES_MAX: Final = 500  # of all lists multiplied; a hostile rule multiplies them into a standstill
LINES_MAX: Final = 20  # rules of one series
TIMES_MAX: Final = 24  # a day, of all of them
LETTERS_MAX: Final = 4_000  # of one rule: a list of all days of a year has some 1,500
YEARS: Final = range(1000, 9000)  # in which a rule may end: days can be counted on from there, and back
END: Final = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)
EXCLUDED: Final = "EXRULE:"

# Name of the list, its least and greatest number; below zero they count from the end where RFC 5545 lets them.
_LISTS: Final = {
    "BYMONTH": (1, 12),
    "BYWEEKNO": (-53, 53),
    "BYYEARDAY": (-366, 366),
    "BYMONTHDAY": (-31, 31),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSETPOS": (-366, 366),
}


@dataclass(frozen=True, slots=True)
class RawRule:
    """One RRULE value in full; empty lists are not given."""

    freq: Freq
    interval: int
    week_start: int
    count: int
    until: str  # YYYYMMDD or YYYYMMDDTHHMMSS, with Z when it is an instant
    months: tuple[int, ...]
    weeks: tuple[int, ...]
    year_days: tuple[int, ...]
    month_days: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]  # (ordinal or 0, weekday)
    hours: tuple[int, ...]
    minutes: tuple[int, ...]
    positions: tuple[int, ...]


@lru_cache(maxsize=1024)
def read_raw(line: str) -> RawRule:
    """Return what an RRULE value says; KnownError tells why it is refused."""
    try:
        parts = parts_of(line if len(line) <= LETTERS_MAX and line.isascii() and line.isprintable() else "")
        rule = _read(parts)
    except (KeyError, ValueError):
        raise KnownError(say("rule.refused.unreadable", rule=line[:80])) from None
    if parts:
        raise KnownError(say("rule.refused.part", part=next(iter(parts))))
    _check(rule)
    return rule


def refusal(rrule: str) -> Message | None:
    """Return why a rule that came in is not taken, or None when it is; one rule a line."""
    lines = lines_of(rrule)
    if len(lines) > LINES_MAX:
        return say("rule.refused.lines", n=LINES_MAX)
    times = 0
    for line in lines:
        try:
            rule = read_raw(line.removeprefix(EXCLUDED))
        except KnownError as error:
            return error.what
        times += (len(rule.hours) or 1) * (len(rule.minutes) or 1)
    return say("rule.refused.times", n=TIMES_MAX) if times > TIMES_MAX else None


def lines_of(rrule: str) -> list[str]:
    """Return the rules of a series one by one; those that take occurrences away still begin with EXRULE:."""
    return [line.removeprefix("RRULE:") for line in rrule.split("\n") if line]


def without_end(line: str) -> str:
    """Return a rule without its COUNT or UNTIL."""
    return ";".join(part for part in line.split(";") if not part.upper().startswith(("COUNT=", "UNTIL=")))


def _read(parts: dict[str, str]) -> RawRule:
    freq = parts.pop("FREQ")
    if freq in {"SECONDLY", "MINUTELY", "HOURLY"}:
        raise KnownError(say("rule.refused.often"))
    if parts.get("BYSECOND") == "0":
        del parts["BYSECOND"]
    numbers = {name: _numbers(parts.pop(name, ""), *_LISTS[name]) for name in _LISTS}
    until = parts.pop("UNTIL", "")
    if until:
        _check_end(until)
    return RawRule(
        Freq(freq),
        int(parts.pop("INTERVAL", "1")),
        WEEKDAYS.index(parts.pop("WKST", "MO")),
        int(parts.pop("COUNT", "0")),
        until,
        numbers["BYMONTH"],
        numbers["BYWEEKNO"],
        numbers["BYYEARDAY"],
        numbers["BYMONTHDAY"],
        _weekdays(parts.pop("BYDAY", "")),
        numbers["BYHOUR"],
        numbers["BYMINUTE"],
        numbers["BYSETPOS"],
    )


def _check_end(text: str) -> None:
    """Raise ValueError when it is no day or moment, or one beyond reach."""
    if not END.fullmatch(text) or int(text[:4]) not in YEARS:
        raise ValueError(text)
    day_in(text)
    if "T" in text:
        time_in(text)


def _numbers(text: str, least: int, greatest: int) -> tuple[int, ...]:
    numbers = tuple(sorted({int(number) for number in text.split(",")})) if text else ()
    if any(not least <= number <= greatest or (number == 0 and least < 0) for number in numbers):
        raise ValueError(text)
    return numbers


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    if not text:
        return ()
    days = {(int(name[:-2] or 0), WEEKDAYS.index(name[-2:])) for name in text.split(",")}
    if any(abs(ordinal) > 53 for ordinal, _ in days):
        raise ValueError(text)
    return tuple(sorted(days))


def _check(rule: RawRule) -> None:
    """Refuse what is beyond the limits, and parts that RFC 5545 forbids together or that programs read differently."""
    if not 1 <= rule.interval <= INTERVAL_MAX:
        raise KnownError(say("rule.refused.interval", n=INTERVAL_MAX))
    if not 0 <= rule.count <= COUNT_MAX or (rule.count and rule.until):
        raise KnownError(say("rule.refused.count", n=COUNT_MAX))
    if rule.weeks and rule.interval > 1:  # counted from the year of days, or from the year of weeks?
        raise KnownError(say("rule.refused.together", part="BYWEEKNO", freq="INTERVAL"))
    lists = (rule.months, rule.weeks, rule.year_days, rule.month_days, rule.weekdays, rule.hours, rule.minutes)
    if prod(len(choices) or 1 for choices in (*lists, rule.positions)) > CHOICES_MAX:
        raise KnownError(say("rule.refused.choices", n=CHOICES_MAX))
    for name, there in (("BYWEEKNO", rule.weeks), ("BYYEARDAY", rule.year_days)):
        if there and rule.freq is not Freq.YEARLY:
            raise KnownError(say("rule.refused.together", part=name, freq=rule.freq.value))
    everywhere = rule.freq is Freq.YEARLY and not rule.months  # the month of the first day, or every month?
    if rule.month_days and (everywhere or rule.freq is Freq.WEEKLY):
        raise KnownError(say("rule.refused.together", part="BYMONTHDAY", freq=rule.freq.value))
    ordinals = any(ordinal for ordinal, _ in rule.weekdays)
    if ordinals and (rule.weeks or rule.freq in {Freq.DAILY, Freq.WEEKLY}):
        raise KnownError(say("rule.refused.together", part="BYDAY", freq=rule.freq.value))
    if rule.positions and not any(lists):
        raise KnownError(say("rule.refused.together", part="BYSETPOS", freq=rule.freq.value))
