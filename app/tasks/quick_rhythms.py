"""Rhythms as a person types them: "every mon and thu", "every other week", "всеки последен петък", "през ден"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import Freq, Rule
from app.tasks.quick_dates import AMOUNT, NTH, UNIT, WEEKDAY, Found, Now, number, pattern
from app.tasks.quick_words import (
    DAYS,
    EVERY,
    MONTHS_AHEAD,
    OF_MONTH,
    ORDINALS,
    OTHER,
    UNITS,
    WEEKDAYS,
    WEEKS,
    WORKDAY,
    YEARS,
    any_of,
)

FREQS: Final = {DAYS: Freq.DAILY, WEEKS: Freq.WEEKLY, MONTHS_AHEAD: Freq.MONTHLY, YEARS: Freq.YEARLY}
NAMES: Final = any_of(WEEKDAYS)
SEVERAL: Final = rf"(?P<weekdays>(?:{NAMES})(?:(?:\s*,\s*|\s+(?:and|и|&)\s+)(?:{NAMES}))*)"
AHEAD: Final = timedelta(days=366 * 8)
REPEATS: Final = (
    pattern(rf"(?:{EVERY}) {SEVERAL}"),
    pattern(rf"(?:{EVERY}) (?P<workday>{WORKDAY})"),
    pattern(rf"(?:{EVERY}) (?P<other>{OTHER}) (?:{SEVERAL}|{UNIT})"),
    pattern(r"(?P<other>през) (?P<unit>ден|седмица|месец|година)"),
    pattern(rf"(?:{EVERY}) (?P<ordinal>{any_of(ORDINALS)}) {WEEKDAY}(?: (?:{OF_MONTH}))?"),
    pattern(rf"(?:{EVERY}) (?P<ordinal>{OTHER}) {WEEKDAY} (?:{OF_MONTH})"),
    pattern(rf"(?:{EVERY}) (?:month|месец) (?:on the|on|на) (?P<monthday>[0-3]?\d){NTH}(?: число)?"),
    pattern(rf"(?:{EVERY}) (?:{AMOUNT} )?{UNIT}"),
)


def repeat_of(found: Found, now: Now) -> tuple[str, date] | None:
    """Return the RRULE value of a rhythm and the day on which it begins, None for one that never comes."""
    rule = _rule(found.groupdict())
    days = days_of(rule, now.today, now.today, now.today + AHEAD) if rule else []
    return (rule.text(), days[0]) if rule and days else None


def _rule(parts: dict[str, str | None]) -> Rule | None:
    every = 2 if parts.get("other") else number(parts.get("n"))
    if names := parts.get("weekdays"):
        days = {WEEKDAYS[name] for name in re.findall(r"\w+", names) if name in WEEKDAYS}
        return Rule(Freq.WEEKLY, every, tuple(sorted(days)))
    if parts.get("workday"):
        return Rule(Freq.WEEKLY, weekdays=(0, 1, 2, 3, 4))
    if ordinal := parts.get("ordinal"):
        return Rule(Freq.MONTHLY, weekdays=(WEEKDAYS[parts["weekday"] or ""],), ordinal=ORDINALS.get(ordinal, 2))
    if day := parts.get("monthday"):
        return Rule(Freq.MONTHLY, month_day=int(day)) if 1 <= int(day) <= 31 else None
    return Rule(FREQS[UNITS[parts["unit"] or ""]], every) if every else None
