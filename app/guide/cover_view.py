"""What is to be seen of the coverage of a week: who is there, where promises are not kept, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.guide.cover_clock import Piece, on_the_wall, passing, pieces, shown_at
from app.guide.cover_spans import Span, both, minutes
from app.guide.cover_week import DAY, WEEK, Rota, Shift, covered
from app.guide.coverage import Promise
from app.guide.gaps import Gap, back_after, gaps_on, gaps_round

AROUND: Final = 7  # days before and after a week that are looked at


@dataclass(frozen=True, slots=True)
class Cover:
    """One week, in minutes that clocks show from the midnight with which it begins."""

    shifts: tuple[Shift, ...]
    gaps: tuple[Gap, ...]  # by start; one over an end of the week begins before it, or ends after it
    promised: tuple[Span, ...]  # the hours in which anything is promised
    late: tuple[Span, ...]  # all gaps together, as far as they lie in the week
    uncovered: int  # minutes that pass in them


def usual_cover(rota: Rota, promises: Sequence[Promise], first_weekday: int = 0) -> Cover:
    """Return a usual week, after which the same comes again."""
    shifts = tuple(rota.usual(first_weekday))
    there = covered(shifts)
    ahead = [*there, *((start + WEEK, end + WEEK) for start, end in there)]
    gaps = []
    for promise in promises:
        hours = _round(promised_on(promise, range(7), first_weekday))
        for start, end in gaps_round(there, hours, promise.within, WEEK):
            gaps.append(Gap(promise, start, end, back_after([*ahead, *_later(there)], end)))
    late = _round((gap.start, gap.end) for gap in gaps)
    busy = _round(span for promise in promises for span in promised_on(promise, range(7), first_weekday))
    return Cover(shifts, _in_order(gaps), tuple(busy), tuple(late), minutes(late))


def dated_cover(rota: Rota, promises: Sequence[Promise], first: date, zone: str = "UTC") -> Cover:
    """Return the week that begins on a day, seen in the weeks around it; clocks may be changed in them."""
    after = AROUND + 7 + max((promise.within for promise in promises), default=0) // DAY + 1
    clock, days = pieces(zone, first, after, AROUND), range(-AROUND, after)
    begun = [_moved(it, -AROUND * DAY) for it in rota.shifts(first - timedelta(days=AROUND), len(days))]
    there, week = passing(covered(begun), clock), passing([(0, WEEK)], clock)
    gaps, late = [], list[Span]()
    for promise in promises:
        hours = passing(promised_on(promise, days, first.weekday()), clock)
        for span in gaps_on(there, hours, promise.within):
            if both([span], week):
                late += both([span], week)
                gaps.append(_shown(promise, span, back_after(there, span[1]), clock))
    busy = both([(0, WEEK)], (it for promise in promises for it in promised_on(promise, days, first.weekday())))
    shifts = tuple(it for it in begun if 0 <= it.start < WEEK)
    return Cover(shifts, _in_order(gaps), tuple(busy), tuple(on_the_wall(late, clock)), minutes(late))


def promised_on(promise: Promise, days: Iterable[int], first_weekday: int) -> list[Span]:
    """Return the hours of a promise on days counted from one of a weekday; those that end before they begin go on."""
    length = (promise.end - promise.start) % DAY or DAY
    wanted = set(promise.weekdays or range(7))
    return [
        (ahead * DAY + promise.start, ahead * DAY + promise.start + length)
        for ahead in days
        if (ahead + first_weekday) % 7 in wanted
    ]


def _round(spans: Iterable[Span]) -> list[Span]:
    """Return stretches of a usual week; what goes beyond its end is at its beginning."""
    there = list(spans)
    return both([(0, WEEK)], [*there, *((start - WEEK, end - WEEK) for start, end in there)])


def _shown(promise: Promise, span: Span, back: int | None, clock: Sequence[Piece]) -> Gap:
    start, end = (shown_at(minute, clock) for minute in span)
    return Gap(promise, start, end, None if back is None else shown_at(back, clock))


def _later(spans: Iterable[Span]) -> list[Span]:
    return [(start + 2 * WEEK, end + 2 * WEEK) for start, end in spans]


def _moved(shift: Shift, by: int) -> Shift:
    return Shift(shift.role, shift.start + by, shift.end + by, shift.person, shift.away)


def _in_order(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    return tuple(sorted(gaps, key=lambda gap: (gap.start, gap.end, gap.promise.position)))
