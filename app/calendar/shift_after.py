"""Moves everything on or after a day, as when the start of a plan slips."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.calendar.adding import zone_of
from app.calendar.event import Event, Override
from app.calendar.overridden import as_fields, own_fields
from app.calendar.rhythm.expand import first_day, starts_of
from app.calendar.saving import load_all, save_parts
from app.calendar.series import Change, Series
from app.calendar.shift import whole
from app.calendar.shown import kept_from
from app.calendar.split import is_first, parted
from app.calendar.start import read, written
from app.errors import KnownError
from app.message import say
from app.store import Store

LONGEST_GAP = timedelta(days=366 * 8)


def shift_after(store: Store, day: date, days: int) -> list[str]:
    """Move what begins on or after a day by some days; return the ids of events whose rules cannot be moved.

    What is fixed stays, and so does what of a series begins before the day, which is one of the playbook's zone.
    """
    here = zone_of(store)
    held = load_all(store, [event.id for event in store.of(Event).all() if event.day and not event.fixed])
    after: list[Series] = []
    stayed: list[str] = []
    for series in held.values():
        try:
            begin = kept_from(day, series.event.at, series.event.zone, here)
            after += _shifted(series, begin, days, store.new_id())
        except KnownError:
            after.append(series)
            stayed.append(series.event.id)
    with store.change(say("step.shift", day=day, n=days)):
        save_parts(store, held.values(), after)
    return stayed


def _shifted(series: Series, day: date, days: int, child_id: str) -> tuple[Series, ...]:
    event = series.event
    assert event.day
    if not event.repeats:
        return (
            replace(series, event=event.moved_to(event.day + timedelta(days=days))) if event.day >= day else series,
        )
    low = max(day, first_day(event) or day)
    first = next(iter(starts_of(event, low, low + LONGEST_GAP)), None)
    if first is None:
        return (_late_ones_moved(series, day, days),)
    if is_first(series, written(first)):
        return (_held_back(whole(series, Change(days), first[0])[0], series, day, days),)
    parent, child = parted(series, written(first), child_id)
    moved = _held_back(whole(child, Change(days), first[0])[0], child, day, days)
    return _late_ones_moved(parent, day, days), moved


def _late_ones_moved(series: Series, day: date, days: int) -> Series:
    """Return the part before the day, with what was moved by hand to after it moved on."""
    stay = {it.id for it in series.overrides.values() if _day(it) < day or own_fields(it).get("fixed")}
    return Series(series.event, {text: it if it.id in stay else _on(it, days) for text, it in series.overrides.items()})


def _held_back(after: Series, before: Series, day: date, days: int) -> Series:
    """Return what was moved, with what stands before the day, or is fixed, back where it was."""
    stay = {it.id for it in before.overrides.values() if _day(it) < day or own_fields(it).get("fixed")}
    overrides = {text: _on(it, -days) if it.id in stay else it for text, it in after.overrides.items()}
    return Series(after.event, overrides)


def _day(override: Override) -> date:
    day: date = own_fields(override).get("day") or read(override.original)[0]
    return day


def _on(override: Override, days: int) -> Override:
    own = own_fields(override) | {"day": _day(override) + timedelta(days=days)}
    if override.cancelled:
        return override
    if own["day"] == read(override.original)[0]:
        del own["day"]
    return replace(override, fields=as_fields(own))
