"""Days and instants as people and programs write them in tables; their order is found out, or must be asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final

from app.exchange.instants import of_datetime, of_iso, of_seconds

YEAR_FIRST, DAY_FIRST, MONTH_FIRST = "ymd", "dmy", "mdy"
ORDERS: Final = (YEAR_FIRST, DAY_FIRST, MONTH_FIRST)
NUMBERS: Final = re.compile(
    r"(?P<a>\d{1,4})(?P<sign>[./\-])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{1,4})(?:\s*г\.?)?(?P<rest>.*)", re.ASCII | re.DOTALL
)
WORDS: Final = re.compile(
    r"(?:[^\W\d]{2,12}\.?,\s*)?(?:(\d{1,2})\s+([^\W\d]+)|([^\W\d]+)\s+(\d{1,2})),?\.?\s+(\d{4})(.*)", re.DOTALL
)
CLOCK: Final = re.compile(
    r"[\sT,г.]*(?:at\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.(\d{1,6})\d*)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(?:UTC|Z|GMT)?\s*",
    re.ASCII,
)
MONTHS: Final = {
    name: number
    for names in ("jan feb mar apr may jun jul aug sep oct nov dec", "яну фев мар апр май юни юли авг сеп окт ное дек")
    for number, name in enumerate(names.split(), 1)
}
MILLISECONDS_FROM: Final = 100_000_000_000


def order_of(texts: Iterable[str]) -> str:
    """Return in which order days, months and years stand, "" when the texts allow two."""
    day_first = month_first = points = False
    found = False
    for text in texts:
        match = NUMBERS.match(text.strip())
        if match is None:
            continue
        found = True
        if len(match["a"]) == 4:
            return YEAR_FIRST
        day_first, month_first = day_first or int(match["a"]) > 12, month_first or int(match["b"]) > 12
        points = points or match["sign"] == "."
    if not found:
        return YEAR_FIRST
    if day_first != month_first:
        return DAY_FIRST if day_first else MONTH_FIRST
    return DAY_FIRST if points else ""


def instant_of(text: str, order: str, zone: tzinfo = UTC) -> int | None:
    """Return an instant; what has no zone of its own is in that of the table, a day alone is its midnight."""
    short = text.strip()
    if not short or len(short) > 60:
        return None
    if short.isascii() and short.isdigit() and len(short) >= 9:
        number = int(short)
        return of_seconds(number) if number < MILLISECONDS_FROM else of_seconds(number / 1000)
    when = _read(short, order)
    if when is None:
        return _iso(short, zone)
    day, clock = when
    if short.endswith(("UTC", "GMT", "Z")):
        zone = UTC
    return of_datetime(datetime.combine(day, clock, zone))


def day_of(text: str, order: str) -> date | None:
    """Return a day, None for what is none; a time behind it does not matter."""
    short = text.strip()
    if not short or len(short) > 60:
        return None
    when = _read(short, order)
    if when is not None:
        return when[0]
    try:
        return datetime.fromisoformat(short.removesuffix(" UTC")).date()
    except ValueError:
        return None


def _iso(text: str, zone: tzinfo) -> int | None:
    if text.endswith(" UTC"):
        return of_iso(text)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return of_iso(text)
    return of_datetime(at if at.tzinfo else at.replace(tzinfo=zone))


def _read(text: str, order: str) -> tuple[date, time] | None:
    match = NUMBERS.fullmatch(text)
    if match is not None:
        a, b, c = match["a"], match["b"], match["c"]
        if len(a) == 4:
            year, month, day = a, b, c
        elif order == MONTH_FIRST:
            month, day, year = a, b, c
        else:
            day, month, year = a, b, c
        rest = match["rest"]
    else:
        match = WORDS.fullmatch(text)
        if match is None:
            return None
        day, year, rest = match[1] or match[4], match[5], match[6]
        month = str(MONTHS.get((match[2] or match[3])[:3].lower(), 0))
    clock = _clock(rest)
    if clock is None or len(year) not in (2, 4):
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)), clock
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    if not text.strip(" \t.г,"):
        return time()
    match = CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, half = int(match[1]), (match[5] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(match[2]), int(match[3] or 0), int((match[4] or "0").ljust(6, "0")))
    except ValueError:
        return None
