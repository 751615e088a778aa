"""Series of which only some occurrences are wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from app.calendar.event import Event, Override
from app.calendar.occurrence import Occurrence
from app.calendar.overridden import place
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.raw_rule import EXCLUDED, lines_of
from app.calendar.shown import FARTHEST, shown_day, shown_of
from app.calendar.start import Start, read, written
from app.exchange.ics.choice import Part, Reason, Verdict
from app.exchange.ics.rule import ending

AHEAD = timedelta(days=3660)  # so far we look for occurrences after a window
NEAR = timedelta(days=FARTHEST)
Window = tuple[date, date, str] | None  # first and last day, and the zone whose days they are
Narrowed = tuple[Part | None, Counter[Reason]]


def touched(event: Event, overrides: Mapping[str, Override], window: Window, verdict: Verdict) -> Narrowed:
    """Return a series whole when any of it is wanted, with the reasons why the rest was not."""
    wanted, why = _sifted(_candidates(event, overrides, window), verdict)
    if not wanted:
        return None, _once(why)
    if window and _reaches_beyond(event, window):
        why[Reason.OUT_OF_RANGE] += 1
    return Part(event, dict(overrides), frozenset()), why


def narrowed(event: Event, overrides: Mapping[str, Override], window: Window, verdict: Verdict) -> Narrowed:
    """Return an event with just the occurrences that are wanted, and the reasons why the others are not."""
    candidates = _candidates(event, overrides, window)
    wanted, why = _sifted(candidates, verdict)
    if not wanted:
        return None, _once(why)
    if not event.repeats:
        return Part(event, {}, frozenset()), why
    if window is None and "" in wanted:
        without = {one.original for one in candidates} - wanted
        return Part(event, _without(overrides, without), frozenset(without)), why
    if window and not why and not _reaches_beyond(event, window):
        return Part(event, dict(overrides), frozenset()), why
    return _made_of(event, overrides, wanted - {""}), why


def _candidates(event: Event, overrides: Mapping[str, Override], window: Window) -> list[Occurrence]:
    """Return every occurrence in a window; without one the series itself, and the occurrences that differ from it."""
    if window:
        return shown_of(event, overrides, *window)
    assert event.day
    own = [override for override in overrides.values() if override.fields and not override.cancelled]
    return [Occurrence(event, event.day, event.at, ""), *(place(event, override) for override in own)]


def _sifted(candidates: list[Occurrence], verdict: Verdict) -> tuple[set[str], Counter[Reason]]:
    wanted, why = set[str](), Counter[Reason]()
    for one in candidates:
        reason = verdict(one)
        if reason:
            why[reason] += 1
        else:
            wanted.add(one.original)
    return wanted, why


def _once(why: Counter[Reason]) -> Counter[Reason]:
    """Return the one reason for which an event is left out as a whole."""
    return Counter({next(iter(why), Reason.OUT_OF_RANGE): 1})


def _reaches_beyond(event: Event, window: tuple[date, date, str]) -> bool:
    first, last, here = window
    assert event.day
    if _day((event.day, event.at), event, here) < first:
        return True
    if last >= date.max - AHEAD:
        return False
    near = max(last, date.min + NEAR) - NEAR
    return any(_day(start, event, here) > last for start in starts_of(event, near, last + AHEAD))


def _day(start: Start, event: Event, here: str) -> date:
    return shown_day(*start, event.zone, here)


def _without(overrides: Mapping[str, Override], originals: set[str]) -> dict[str, Override]:
    return {original: override for original, override in overrides.items() if original not in originals}


def _made_of(event: Event, overrides: Mapping[str, Override], wanted: set[str]) -> Part:
    """Return a series of just the wanted occurrences: the same rule for a shorter time, or the days one by one."""
    times = sorted(wanted)
    first, last = read(times[0]), read(times[-1])
    kept = {original: override for original, override in overrides.items() if original in wanted}
    rules = lines_of(event.rrule)
    if len(rules) == 1 and not event.rdates and not rules[0].startswith(EXCLUDED):
        shorter = replace(event, day=first[0], at=first[1], rrule=ending(rules[0], event, last))
        given = starts_of(shorter, first[0], last[0])
        if given == starts_of(event, first[0], last[0]):
            return Part(shorter, kept, frozenset(map(written, given)) - wanted)
    explicit = replace(event, day=first[0], at=first[1], rrule="", rdates=tuple(times[1:]))
    return Part(explicit, kept, frozenset())
