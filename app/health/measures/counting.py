"""Counts measures: each over its own window in what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.health.measures.asking import Asking
from app.health.measures.measure import Behind, Measure, Value, unknown
from app.health.measures.period import Period, last_whole, weeks
from app.health.measures.registry import BY_ID, MEASURES
from app.message import say

USUAL = timedelta(weeks=12)


def counted(it: Asking, start: date | None = None, end: date | None = None) -> list[Value]:
    """Return every value; the usual days are the last twelve whole weeks that sources tell of."""
    return [value_of(it, measure, start, end) for measure in MEASURES]


def value_of(it: Asking, measure: Measure, start: date | None = None, end: date | None = None) -> Value:
    """Return the value of one measure in its window, which ends where nothing more is known."""
    begin, until = span_of(it, start, end)
    known = min(until, it.end) if it.end else until
    period = last_whole(measure.window, begin, known if measure.window != "span" else until)
    if period is None:
        return Value(measure.id, None, unknown(say("measures.unknown.period")))
    found = measure.count(it, period)
    if it.end and period.end > it.end:
        found = replace(found, notes=(*found.notes, say("measures.note.until", day=it.end)))
    return Value(measure.id, period, found)


def series(it: Asking, measure: Measure, periods: Sequence[Period]) -> list[Value]:
    """Return the values of one measure in several periods; those that are not over in the data are left out."""
    return [Value(measure.id, p, measure.count(it, p)) for p in periods if it.end and p.end <= it.end]


def rows_of(it: Asking, measure: str, period: Period) -> Behind:
    """Return of what a value was made, to be counted again."""
    return BY_ID[measure].behind(it, period)


def span_of(it: Asking, start: date | None, end: date | None) -> tuple[date, date]:
    """Return the days that are looked at."""
    known = it.end or it.today + timedelta(days=1)
    if end is None:
        whole = list(weeks(known - timedelta(days=14), known))
        end = known if start or not whole else whole[-1].end
    return start or end - USUAL, end
