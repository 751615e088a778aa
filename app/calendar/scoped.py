"""Carries a change of occurrences out: only these, these and what follows them, or all of their series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.calendar.event import Scope
from app.calendar.expand import first_day
from app.calendar.occurrence import Key
from app.calendar.saving import copy_belongings, load, save
from app.calendar.series import Change, Series, only_this
from app.calendar.shift import whole
from app.calendar.split import is_first, parted
from app.calendar.start import read
from app.store import Store

YEARS_SEEN: Final = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change made of one event, and where the occurrences that were held are now."""

    before: Series
    after: tuple[Series, ...]
    keys: tuple[Key, ...]


def by_event(keys: Iterable[Key]) -> dict[str, list[str]]:
    """Return the original starts that were chosen of each event, earliest first."""
    chosen: dict[str, list[str]] = {}
    for event, original in keys:
        chosen.setdefault(event, []).append(original)
    return {event: sorted(set(originals)) for event, originals in chosen.items()}


def changed(series: Series, originals: list[str], change: Change, scope: Scope, child_id: str) -> Outcome:
    """Return what a change of some occurrences of one event comes to; `child_id` is for a series that is parted."""
    originals = sorted({series.named(original) for original in originals})
    if scope is Scope.ONLY_THIS or not series.event.repeats:
        after = series
        for original in originals:
            after = only_this(after, original, change)
        return Outcome(series, (after,), tuple((series.event.id, original) for original in originals))
    first = originals[0]
    rest: tuple[Series, ...] = ()
    following = series
    if scope is Scope.FOLLOWING and not is_first(series, first):
        parent, following = parted(series, first, child_id)
        rest = (parent,)
    after, moves = whole(following, change, read(first)[0])
    return Outcome(series, (*rest, after), tuple((after.event.id, moves(original) or "") for original in originals))


def removed(series: Series, originals: list[str], scope: Scope, child_id: str) -> tuple[Series, ...]:
    """Return what is left of an event without some occurrences; nothing when none is left."""
    if not series.event.repeats or scope is Scope.ALL:
        return ()
    if scope is Scope.FOLLOWING:
        return () if is_first(series, originals[0]) else (parted(series, originals[0], child_id)[0],)
    for original in originals:
        series = series.without(original)
    return (series,) if has_any(series) else ()


def has_any(series: Series) -> bool:
    """Return whether anything of a series is left to be seen within the next years."""
    return bool(left(series, 1))


def left(series: Series, limit: int) -> list[str]:
    """Return the original starts of what is left of a series, in order, no more than `limit`."""
    day = first_day(series.event)
    if day is None:
        return []
    found: list[str] = []
    for years in range(0, YEARS_SEEN, 2):
        begin = day + timedelta(days=365 * years)
        for occurrence in series.between(begin, begin + timedelta(days=729)):
            if occurrence.original not in found:
                found.append(occurrence.original)
        if len(found) >= limit:
            break
    return sorted(found)[:limit]


def carry_out(store: Store, keys: Iterable[Key], scope: Scope, change: Change) -> list[Key]:
    """Change occurrences of several events, inside a change of the store; return where they are now."""
    moved: list[Key] = []
    for event_id, originals in by_event(keys).items():
        series = load(store, event_id)
        outcome = changed(series, originals, change, scope, store.new_id())
        save(store, [outcome.before], outcome.after)
        for after in outcome.after:
            if after.event.id != event_id:
                copy_belongings(store, event_id, after.event.id, ticked=True)
        moved += outcome.keys
    return moved
