"""Reads how long something lasts, and times of a day, as people write them."""

from __future__ import annotations

import re
from typing import Final

from app.guide.cover_week import DAY

HOUR: Final = 60
MOST: Final = 366 * DAY
PART: Final = re.compile(r"(\d{1,6}(?:[.,]\d{1,4})?)\s*([a-zа-я]*)\.?\s*", re.IGNORECASE)
CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:h|ч)?\.?", re.IGNORECASE)
UNITS: Final = {
    **dict.fromkeys(("", "m", "min", "mins", "minute", "minutes", "м", "мин", "минута", "минути"), 1),
    **dict.fromkeys(("h", "hr", "hour", "hours", "ч", "час", "часа", "часове"), HOUR),
    **dict.fromkeys(("d", "day", "days", "д", "ден", "дни", "дена"), DAY),
    **dict.fromkeys(("w", "week", "weeks", "седм", "седмица", "седмици"), 7 * DAY),
}


def read_lasting(text: str) -> int | None:
    """Return the minutes of "30 min", "2 h", "1,5 ч", "3 h 10 min" or "2:30"; 0 for nothing, None for anything else."""
    text = text.strip().casefold()
    if not text:
        return 0
    hours, colon, rest = text.removesuffix("h").removesuffix("ч").strip().partition(":")
    if colon:
        fits = hours.isascii() and hours.isdigit() and rest.isascii() and rest.isdigit() and int(rest) < HOUR
        return _few(int(hours[:6]) * HOUR + int(rest)) if fits else None
    total, place = 0.0, 0
    for part in PART.finditer(text):
        unit = UNITS.get(part[2])
        if part.start() != place or unit is None:
            return None
        total, place = total + float(part[1].replace(",", ".")) * unit, part.end()
    return _few(round(total)) if place == len(text) else None


def read_clock(text: str, *, is_end: bool = False) -> int | None:
    """Return the minute of a day of "9", "9:30" or "09.30"; None for anything else. Only an end can be 24:00."""
    found = CLOCK.fullmatch(text.strip())
    if not found:
        return None
    minute = int(found[1]) * HOUR + int(found[2] or 0)
    fits = int(found[2] or 0) < HOUR and minute < DAY + is_end
    return minute if fits else None


def _few(minutes: int) -> int | None:
    return minutes if minutes <= MOST else None
