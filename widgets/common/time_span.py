"""A time of day and how long it lasts, as a person types it."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from widgets.common.words import clock

MOMENT: Final = re.compile(r"^(\d{1,2})(?:[:.]?(\d{2}))?$")
DASHES: Final = re.compile(r"\s*[-–—]\s*")
HOUR: Final = 60
DAY: Final = 24 * HOUR
Span = tuple[time | None, int]


def read_span(text: str, usual: int = HOUR) -> Span | None:
    """Return (time, minutes) of "17:00–17:45", "17-18", "9.30"; (None, 0) of nothing; None when it is no time.

    Without an end it lasts the usual minutes; an end that is not later is one of the next day.
    """
    if not text.strip():
        return None, 0
    parts = DASHES.split(text.strip())
    moments = [_minutes(part) for part in parts]
    if len(parts) > 2 or None in moments:
        return None
    start = moments[0] or 0
    if start >= DAY:
        return None
    at = time(start // HOUR, start % HOUR)
    if len(moments) == 1:
        return at, usual
    end = moments[1] or 0
    return at, end - start if end > start else end + DAY - start


def show_span(at: time | None, minutes: int) -> str:
    """Write a time and its end, "17:00–17:45"."""
    if at is None:
        return ""
    if minutes <= 0:
        return clock(at)
    end = (at.hour * HOUR + at.minute + minutes) % DAY
    return f"{clock(at)}–{clock(time(end // HOUR, end % HOUR))}"


def _minutes(text: str) -> int | None:
    found = MOMENT.match(text.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * HOUR + minute if hour <= 24 and minute < HOUR and hour * HOUR + minute <= DAY else None
