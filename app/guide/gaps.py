"""Gaps: the minutes in which something is promised, and nobody is there in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.guide.cover_spans import Span, both, joined
from app.guide.coverage import Promise

BEFORE: Final = -10_000_000  # minutes, long before and after every week
AFTER: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Gap:
    """Minutes in which one promise is not kept, counted from the midnight with which a week begins."""

    promise: Promise
    start: int
    end: int  # the first minute after it
    back: int | None = None  # when somebody is there again; None = never


def gaps_on(covered: Iterable[Span], promised: Iterable[Span], within: int) -> list[Span]:
    """Return the promised minutes whose next covered minute is further away than the promise, merged.

    After the last covered minute nobody comes any more.
    """
    since, late = BEFORE, []
    for start, end in joined(covered):
        late.append((since, start - within))
        since = end
    late.append((since, AFTER))
    return both(late, promised)


def gaps_round(covered: Sequence[Span], promised: Sequence[Span], within: int, around: int) -> list[Span]:
    """Return the same for hours that come again after so many minutes; a gap over the end of a round ends beyond it."""
    again = [(start + around, end + around) for start, end in covered]
    found = gaps_on([*covered, *again], promised, within)
    if len(found) > 1 and found[0][0] == 0 and found[-1][1] == around:
        return [*found[1:-1], (found[-1][0], around + found[0][1])]
    return found


def back_after(covered: Iterable[Span], minute: int) -> int | None:
    """Return the next covered minute from one on."""
    return next((max(start, minute) for start, end in joined(covered) if end > minute), None)
