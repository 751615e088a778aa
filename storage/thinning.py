"""Which of many copies are kept: ever fewer, the older they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, TypeVar

T = TypeVar("T")
NEWEST: Final = 6
RULES: Final[tuple[tuple[str, int], ...]] = (("%Y%m%d%H", 24), ("%Y%m%d", 7), ("%G%V", 4), ("%Y%m", 12))


def kept(copies: Sequence[T], made: Callable[[T], datetime]) -> list[T]:
    """Return the six newest, and the last of each of 24 hours, 7 days, 4 weeks and 12 months.

    Copies come newest first, in the order in which they were made. Only that order counts, not how their times compare
    with the clock: a clock set back or forward throws nothing away.
    """
    chosen = set(range(NEWEST))
    for period, most in RULES:
        last, found = "", 0
        for place, copy in enumerate(copies):
            text = made(copy).strftime(period)
            if text != last and found < most:
                chosen.add(place)
                last, found = text, found + 1
    return [copy for place, copy in enumerate(copies) if place in chosen]
