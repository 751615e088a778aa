"""Carries a change of occurrences out: only these, these and what follows them, or all of their series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.calendar.event import Scope
from app.calendar.occurrence import Key
from app.calendar.rhythm.expand import first_day, starts_of
from app.calendar.saving import load_all, save_parts
from app.calendar.series import Change, Series, only_this
from app.calendar.shift import whole
from app.calendar.split import is_first, parted
from app.calendar.start import read, written
from app.store import Store

YEARS_SEEN: Final = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change makes of one event (the changed part last), and where what was held is then, by original start."""

    after: tuple[Series, ...]
    keys: Mapping[str, Key]


def by_event(keys: Iterable[Key]) -> dict[str, list[str]]:
    """Return the original starts that were chosen of each event, earliest first."""
    chosen: dict[str, list[str]] = {}
    for event, original in keys:
        chosen.setdefault(event, []).append(original)
    return {event: sorted(set(originals)) for event, originals in chosen.items()}


def changed(series: Series, originals: list[str], change: Change, scope: Scope, child_id: str) -> Outcome:
    """Return what a change of some occurrences of one event comes to; `child_id` is for a series that is parted."""
    named = {original: series.named(original) for original in originals}
    if scope is Scope.ONLY_THIS or not series.event.repeats:
        after = series
        for original in set(named.values()):
            after = only_this(after, original, change)
        return Outcome((after,), {original: (series.event.id, name) for original, name in named.items()})
    first = min(named.values())
    rest: tuple[Series, ...] = ()
    following = series
    if scope is Scope.FOLLOWING and not is_first(series, first):
        parent, following = parted(series, first, child_id)
        rest = (parent,)
    after, moves = whole(following, change, read(first)[0])
    return Outcome((*rest, after), {text: (after.event.id, moves(name) or "") for text, name in named.items()})


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


def left(series: Series, limit: int, after: str = "") -> list[str]:
    """Return the original starts of what is left of a series after one of them, in order, no more than `limit`."""
    day = read(after)[0] if after else first_day(series.event)
    if day is None:
        return []
    found = {text for text, override in series.overrides.items() if not override.cancelled and text > after}
    for years in range(0, YEARS_SEEN, 2):
        begin = day + timedelta(days=365 * years)
        end = begin + timedelta(days=729)
        there = {written(start) for start in starts_of(series.event, begin, end)}
        found |= {text for text in there - series.overrides.keys() if text > after}
        if sum(text[:10] <= end.isoformat() for text in found) >= limit:
            break
    return sorted(found)[:limit]


def left_before(series: Series, original: str) -> list[str]:
    """Return the original starts of what is left of a series before one of them, in order."""
    day = first_day(series.event)
    if day is None:
        return []
    kept = {text for text, override in series.overrides.items() if not override.cancelled}
    starts = {written(start) for start in starts_of(series.event, day, read(original)[0])} - series.overrides.keys()
    return sorted(text for text in kept | starts if text < original)


def carry_out(store: Store, keys: Iterable[Key], scope: Scope, change: Change) -> list[Key]:
    """Change occurrences of several events, inside a change of the store; return where they are now, in their order."""
    keys = list(keys)
    chosen = by_event(keys)
    held = load_all(store, chosen)
    now: dict[Key, Key] = {}
    after: list[Series] = []
    for event_id, originals in chosen.items():
        outcome = changed(held[event_id], originals, change, scope, store.new_id())
        after += outcome.after
        now |= {(event_id, original): key for original, key in outcome.keys.items()}
    save_parts(store, held.values(), after)
    return [now[key] for key in keys]
