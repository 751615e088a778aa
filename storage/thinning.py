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

    Copies come newest first, in the order in which they were made. Clocks are wrong now and then: a period counts both
    when it follows another one and when it was not met before, so neither a clock set back or forward for good, nor one
    that jumps to and fro, makes new copies push out the older ones.
    """
    chosen = set(range(NEWEST))
    times = [made(copy) for copy in copies]
    back = {0, *(place for place in range(1, len(times)) if times[place] > times[place - 1])}  # lived a second time
    for period, most in RULES:
        periods = [time.strftime(period) for time in times]
        begun = [place for place, text in enumerate(periods) if place in back or text != periods[place - 1]]
        chosen.update(begun[:most])
        first = {text: place for place, text in reversed(list(enumerate(periods)))}
        chosen.update(sorted(first.values())[:most])
    return [copy for place, copy in enumerate(copies) if place in chosen]
