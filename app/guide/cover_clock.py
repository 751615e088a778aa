"""What clocks of a zone show in the minutes that pass, in weeks that skip an hour or have it twice.

Minutes of the wall count from the midnight with which a day begins, 1440 for each day; minutes that pass count from the
same midnight in UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from app.calendar.zones import known
from app.guide.cover_spans import Span, joined

DAY: Final = 1440
HOUR: Final = 60
REACH: Final = 27 * HOUR  # no clock is further from UTC


class Piece(NamedTuple):
    """Minutes that pass in which the clocks are steadily so far ahead."""

    start: int
    end: int
    ahead: int


@lru_cache(maxsize=64)
def pieces(zone: str, first: date, days: int, before: int = 0) -> tuple[Piece, ...]:
    """Return how the clocks of a zone go on some days, and so many before; a zone not known here goes with UTC."""
    clocks = known(zone)
    origin = datetime.combine(first, time.min, UTC)
    begin, end = -before * DAY - REACH, days * DAY + REACH

    def ahead(minute: int) -> int:
        if clocks is None:
            return 0
        offset = (origin + timedelta(minutes=minute)).astimezone(clocks).utcoffset()
        return round(offset.total_seconds() / 60) if offset else 0

    found, start = [], begin
    for minute in range(begin, end, HOUR):
        last = min(minute + HOUR, end)
        if ahead(minute) != ahead(last):
            change = _first_with(ahead(last), minute, last, ahead)
            found.append(Piece(start, change, ahead(minute)))
            start = change
    return (*found, Piece(start, end, ahead(end)))


def passing(spans: Iterable[Span], clock: Iterable[Piece]) -> list[Span]:
    """Return the minutes that pass while the clocks show some minutes."""
    wall = joined(spans)
    return joined(
        (max(start - ahead, begin), min(end - ahead, until)) for begin, until, ahead in clock for start, end in wall
    )


def on_the_wall(spans: Iterable[Span], clock: Iterable[Piece]) -> list[Span]:
    """Return what the clocks show in some minutes that pass."""
    passed = joined(spans)
    return joined(
        (max(start, begin) + ahead, min(end, until) + ahead) for begin, until, ahead in clock for start, end in passed
    )


def shown_at(minute: int, clock: Iterable[Piece]) -> int:
    """Return what the clocks show in one minute that passes."""
    found = minute
    for piece in clock:
        if piece.start <= minute:
            found = minute + piece.ahead
    return found


def _first_with(wanted: int, low: int, high: int, ahead: Callable[[int], int]) -> int:
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if ahead(middle) == wanted else (middle, high)
    return high
