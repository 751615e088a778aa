"""Rhythms that the editor can express: a part of RFC 5545 3.3.10 that reads back as it was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.message import Message

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST: Final = -1  # the last day of a month, or the last of its Fridays
INTERVAL_MAX: Final = 999
COUNT_MAX: Final = 10_000
ORDINALS: Final = (1, 2, 3, 4, 5, LAST)


class Freq(StrEnum):
    """In what a rhythm counts; a quarter is three months."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rhythm; what is left out (0, empty, None) is taken from the first day of the series."""

    freq: Freq
    interval: int = 1
    weekdays: tuple[int, ...] = ()  # weekly: 0 Monday … 6 Sunday, in order; monthly and yearly: the one of `ordinal`
    ordinal: int = 0  # monthly and yearly: which of these weekdays of the month, LAST for the last
    month_day: int = 0  # monthly and yearly: 1 … 31, LAST for the last day
    month: int = 0  # yearly
    count: int = 0  # how many occurrences, 0 when it does not end so
    until: date | None = None  # last day on which one may begin
    week_start: int = 0  # tells weeks apart when several weekdays repeat every n weeks

    @staticmethod
    def parse(text: str) -> Rule | None:
        """Return the rhythm of an RRULE value, or None when the editor cannot express it."""
        return _parse(text)

    def text(self, *, timed: bool = False) -> str:
        """Return the RRULE value in canonical form; UNTIL is a day, or for a timed series the end of that day."""
        parts = [f"FREQ={self.freq}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.week_start and self.freq is Freq.WEEKLY:
            parts.append(f"WKST={WEEKDAYS[self.week_start]}")
        if self.month:
            parts.append(f"BYMONTH={self.month}")
        if self.month_day:
            parts.append(f"BYMONTHDAY={self.month_day}")
        if self.weekdays:
            ordinal = str(self.ordinal or "")
            parts.append("BYDAY=" + ",".join(ordinal + WEEKDAYS[day] for day in self.weekdays))
        if self.count:
            parts.append(f"COUNT={self.count}")
        elif self.until:
            parts.append(f"UNTIL={self.until:%Y%m%d}" + ("T235959" if timed else ""))
        return ";".join(parts)


def describe(text: str, start: date | None = None) -> Message:
    """Say a rhythm in words, also one that came in and cannot be edited; `start` fills in what the rule leaves out."""
    from app.calendar.rhythm.rule_words import in_words

    return in_words(text, start)


def parts_of(text: str) -> dict[str, str]:
    """Return the parts of an RRULE value by name; ValueError when it is not made of NAME=VALUE, or names one twice."""
    parts: dict[str, str] = {}
    for part in text.strip().rstrip(";").upper().split(";"):
        name, equals, value = part.partition("=")
        if not (name and equals and value) or name in parts:
            raise ValueError(text)
        parts[name] = value
    return parts


@lru_cache(maxsize=4096)
def _parse(text: str) -> Rule | None:
    try:
        parts = parts_of(text)
        rule = Rule(
            freq=Freq(parts.pop("FREQ")),
            interval=int(parts.pop("INTERVAL", "1")),
            week_start=WEEKDAYS.index(parts.pop("WKST", "MO")),
            count=int(parts.pop("COUNT", "0")),
            until=_until(parts.pop("UNTIL", "")),
            month=int(parts.pop("BYMONTH", "0")),
            month_day=int(parts.pop("BYMONTHDAY", "0")),
        )
        weekdays, ordinal = _by_day(parts.pop("BYDAY", ""), parts.pop("BYSETPOS", ""))
    except (KeyError, ValueError):
        return None
    rule = replace(rule, weekdays=weekdays, ordinal=ordinal)
    return None if parts or not _expressible(rule) else _plain(rule)


def _until(text: str) -> date | None:
    if text.endswith("Z"):
        raise ValueError(text)  # an instant: only with a zone does it say which day is the last
    if len(text) > 8 and not text.endswith("T235959"):
        raise ValueError(text)  # on its day it lets some times pass and some not
    return day_in(text) if text else None


def day_in(text: str) -> date:
    """Return the day of a text that begins with YYYYMMDD, without the slow strptime; ValueError when none does."""
    if len(text) < 8 or not text[:8].isdecimal():
        raise ValueError(text)
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def time_in(text: str) -> time:
    """Return the time of YYYYMMDDTHHMMSS; ValueError when it has none."""
    if len(text) < 15 or text[8] != "T" or not text[9:15].isdecimal():
        raise ValueError(text)
    return time(int(text[9:11]), int(text[11:13]), int(text[13:15]))


def _by_day(text: str, position: str) -> tuple[tuple[int, ...], int]:
    """Read BYDAY: plain weekdays, or one weekday with its ordinal, which some write as BYSETPOS."""
    names = text.split(",") if text else []
    weekdays = tuple(sorted({WEEKDAYS.index(name[-2:]) for name in names}))
    ordinals = {int(name[:-2] or 0) for name in names}
    if position:
        if len(weekdays) != 1 or ordinals != {0}:
            raise ValueError(text)
        ordinals = {int(position)}
    if len(ordinals) > 1 or (ordinals - {0} and len(weekdays) != 1):
        raise ValueError(text)
    return weekdays, ordinals.pop() if ordinals else 0


def _expressible(rule: Rule) -> bool:
    """Whether the parts fit together; absurd numbers are left to the raw rules, which refuse them with a reason."""
    if not 1 <= rule.interval <= INTERVAL_MAX or not 0 <= rule.count <= COUNT_MAX or (rule.count and rule.until):
        return False
    if rule.freq is Freq.DAILY:
        return not (rule.weekdays or rule.ordinal or rule.month_day or rule.month)
    if rule.freq is Freq.WEEKLY:
        return not (rule.ordinal or rule.month_day or rule.month)
    return _monthly_expressible(rule)


def _monthly_expressible(rule: Rule) -> bool:
    if rule.weekdays and (rule.month_day or rule.ordinal not in ORDINALS):
        return False
    if rule.month_day and not (1 <= rule.month_day <= 31 or rule.month_day == LAST):
        return False
    if rule.freq is Freq.MONTHLY:
        return not rule.month
    return 0 <= rule.month <= 12 and bool(rule.month or not (rule.weekdays or rule.month_day))


def _plain(rule: Rule) -> Rule:
    """Return the rule without a first day of the week where that makes no difference."""
    matters = rule.freq is Freq.WEEKLY and rule.interval > 1 and rule.weekdays
    return rule if matters or not rule.week_start else replace(rule, week_start=0)
