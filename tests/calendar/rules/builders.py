"""Small events, and a picture of a calendar that can be compared."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from app.calendar.event import Event
from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.calendar.start import written
from app.store import Store

FIVE = time(17)
FIRST, LAST = date(2026, 1, 1), date(2029, 12, 31)


def an_event(**fields: Any) -> Event:
    return Event(**{"id": "e1", "title": "AMA", "kind": "ama", "day": date(2027, 3, 10)} | fields)


def a_series(rrule: str, day: date, **fields: Any) -> Event:
    return an_event(rrule=rrule, day=day, **fields)


def days(store: Store, first: date = FIRST, last: date = LAST) -> list[date]:
    """Return the days on which anything begins."""
    return sorted(it.day for it in Plan.read(store).occurrences(first, last))


def start_of(one: Occurrence) -> str:
    """Return the start of an occurrence as files write it, in its own zone."""
    kept = one.as_kept
    return written((kept.day, kept.at))


def starts(store: Store, first: date = FIRST, last: date = LAST) -> list[str]:
    return sorted(start_of(it) for it in Plan.read(store).occurrences(first, last))


def titles(store: Store, first: date = FIRST, last: date = LAST) -> list[tuple[str, str]]:
    return sorted((start_of(it), it.event.title) for it in Plan.read(store).occurrences(first, last))


def rules(store: Store) -> list[str]:
    return sorted(event.rrule for event in store.of(Event).all())


def every(step: int, first: date, last: date) -> list[date]:
    return [first + timedelta(days=days) for days in range(0, (last - first).days + 1, step)]
