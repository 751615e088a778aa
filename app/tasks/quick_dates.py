"""Days as a person types them: "tomorrow", "next fri", "in 2 weeks", "31.3", "след 3 дни", "до края на седмицата"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.calendar.quarter import week_of
from app.tasks.quick_words import (
    BEFORE_DAY,
    MONTHS,
    NEAR,
    NEXT,
    NUMBERS,
    THIS,
    UNITS,
    WEEKDAYS,
    any_of,
)

BEGIN: Final = r"(?<!\S)"
END: Final = r"(?=$|[\s,;:!?)]|\.(?:\s|$))"
ON: Final = rf"(?:(?:{BEFORE_DAY})\s+)?"
WEEKDAY: Final = rf"(?P<weekday>{any_of(WEEKDAYS)})"
MONTH: Final = rf"(?P<month>{any_of(MONTHS)})\.?"
DAY: Final = r"(?P<day>[0-3]?\d)"
YEAR: Final = r"(?P<year>2[01]\d\d)"
AMOUNT: Final = rf"(?P<n>\d{{1,3}}|{any_of(NUMBERS)})"
UNIT: Final = rf"(?P<unit>{any_of(word for word in UNITS if len(word) > 1)})"  # "in 30 m" could be anything
SHORT_UNIT: Final = rf"(?P<unit>{any_of(UNITS)})"
NOT_MEASURED: Final = r"(?!\s?(?:[%€$]|(?:kg|кг|km|км|eur|евро|лв|usd|gb|mb|млн|хил|пъти|times|x)\b))"
BY: Final = r"(?:(?:by|at|до|в|към)\s+)?"
END_OF: Final = r"(?:the )?end of(?: the)?|края на"
WRITTEN: Final = rf"{DAY}[./](?P<number>[01]?\d)(?:[./](?P<year>(?:2[01])?\d\d)(?: ?г\.?)?)?\.?{NOT_MEASURED}"
NTH: Final = r"(?:st|nd|rd|th|-?(?:ви|ри|ми|ти|о))?"
FURTHEST_LEAP: Final = 8  # years to the next 29th of February, at most


@dataclass(frozen=True, slots=True)
class Now:
    """From where days are counted."""

    today: date
    first_weekday: int = 0


Found = re.Match[str]
Read = Callable[[Found, Now], date | None]


def _near(found: Found, now: Now) -> date | None:
    return now.today + timedelta(days=NEAR[" ".join(found["near"].split())])


def _weekday(found: Found, now: Now) -> date | None:
    """Return the next one after today."""
    return now.today + timedelta(days=(WEEKDAYS[found["weekday"]] - now.today.weekday() - 1) % 7 + 1)


def _this_weekday(found: Found, now: Now) -> date | None:
    return now.today + timedelta(days=(WEEKDAYS[found["weekday"]] - now.today.weekday()) % 7)


def _next_weekday(found: Found, now: Now) -> date | None:
    """Return the one of the next week."""
    week = _next_week(found, now)
    return week + timedelta(days=(WEEKDAYS[found["weekday"]] - week.weekday()) % 7)


def _next_week(_: Found, now: Now) -> date:
    return week_of(now.today, now.first_weekday) + timedelta(days=7)


def _next_month(_: Found, now: Now) -> date | None:
    return _months_on(now.today.replace(day=1), 1)


def _month_end(found: Found, now: Now) -> date | None:
    return _months_on(now.today.replace(day=1), 2 if found["next"] else 1) - timedelta(days=1)


def _week_end(found: Found, now: Now) -> date | None:
    """Return the Friday of a week, once it is over the last day."""
    week = _next_week(found, now) if found["next"] else week_of(now.today, now.first_weekday)
    friday = week + timedelta(days=(4 - week.weekday()) % 7)
    return friday if friday >= now.today else week + timedelta(days=6)


def _ahead(found: Found, now: Now) -> date | None:
    amount = number(found["n"])
    match UNITS[found["unit"]]:
        case "day":
            return now.today + timedelta(days=amount)
        case "week":
            return now.today + timedelta(weeks=amount)
        case "month":
            return _months_on(now.today, amount)
        case _:
            return _months_on(now.today, 12 * amount)


def _named(found: Found, now: Now) -> date | None:
    return _day(found, MONTHS[found["month"]], now)


def _written(found: Found, now: Now) -> date | None:
    return _day(found, int(found["number"]), now)


def _day(found: Found, month: int, now: Now) -> date | None:
    """Return a day, without a year the next one that there is."""
    day, year = int(found["day"]), found.groupdict().get("year")
    if year:
        return _valid(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    for ahead in range(FURTHEST_LEAP + 1):
        there = _valid(now.today.year + ahead, month, day)
        if there and there >= now.today:
            return there
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_on(day: date, months: int) -> date:
    """Return the same day some months on, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def number(text: str | None) -> int:
    """Return how many a word or figures say, one when there are none."""
    return NUMBERS.get(text or "a") or int(text or 1)


def pattern(text: str) -> re.Pattern[str]:
    """Return a pattern that stands between spaces or marks; a space in it is any white space."""
    return re.compile(BEGIN + text.replace(" ", r"\s+") + END)


PATTERNS: Final[tuple[tuple[re.Pattern[str], Read], ...]] = (
    (pattern(rf"{ON}(?P<near>{any_of(NEAR)})"), _near),
    (pattern(rf"{ON}(?:{NEXT}) {WEEKDAY}"), _next_weekday),
    (pattern(rf"{ON}(?:{THIS}) {WEEKDAY}"), _this_weekday),
    (pattern(rf"{ON}{WEEKDAY}"), _weekday),
    (pattern(rf"{ON}(?:{NEXT}) (?:week|седмица)"), _next_week),
    (pattern(rf"{ON}(?:{NEXT}) (?:month|месец)"), _next_month),
    (pattern(rf"{BY}(?:(?:{END_OF}) (?P<next>(?:{NEXT}) )?(?:month|месеца?)|eom)"), _month_end),
    (pattern(rf"{BY}(?:(?:{END_OF}) (?P<next>(?:{NEXT}) )?(?:week|седмица(?:та)?)|eow)"), _week_end),
    (pattern(rf"(?:in|след) (?:{AMOUNT} )?{UNIT}"), _ahead),
    (pattern(rf"\+(?P<n>\d{{1,3}})\s?{SHORT_UNIT}"), _ahead),
    (pattern(rf"{ON}{DAY}{NTH} (?:of )?{MONTH}(?:,? {YEAR}(?: ?г\.?)?)?"), _named),
    (pattern(rf"{ON}{MONTH} {DAY}{NTH}(?:,? {YEAR})?"), _named),
    (pattern(ON + WRITTEN), _written),
    (pattern(rf"{ON}{YEAR}-(?P<number>[01]\d)-(?P<day>[0-3]\d)"), _written),
)  # fmt: skip


def read_day(text: str, now: Now) -> date | None:
    """Return the day that a text in small letters is, None when it is none or more than a day."""
    for pattern, read in PATTERNS:
        if found := pattern.fullmatch(text):
            return read(found, now)
    return None
