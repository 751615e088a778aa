"""Occurrences as the clocks of the playbook's zone show them: kept is the wall time of each event's own zone.

A function that takes `here` (an IANA name) shows nothing otherwise than it is kept when that is "".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

from app.calendar.event import Event, Override
from app.calendar.occurrence import Occurrence
from app.calendar.rhythm.expand import occurrences_of
from app.calendar.zones import converted, is_here

FARTHEST: Final = 2  # days between what clocks show at once: from Kiritimati to Niue there are 25 hours


def shown(one: Occurrence, here: str) -> Occurrence:
    """Return an occurrence at the day, time and length that clocks here show."""
    if one.at is None or is_here(one.event.zone, here):
        return one
    wall, minutes = datetime.combine(one.day, one.at), one.event.minutes
    begin, lasting = converted(wall, minutes, one.event.zone, here)
    if (begin, lasting) == (wall, minutes):
        return one
    return Occurrence(one.event, begin.date(), begin.time(), one.original, (one.day, one.at), lasting)


def shown_of(event: Event, overrides: Mapping[str, Override], first: date, last: date, here: str) -> list[Occurrence]:
    """Return what of an event is shown in a window of days here; `overrides` are those of its series."""
    if _all_here(event, overrides, here):
        return occurrences_of(event, overrides, first, last)
    wide = occurrences_of(event, overrides, _later(first, -FARTHEST), _later(last, FARTHEST))
    found = (shown(one, here) for one in wide)
    return [one for one in found if one.day <= last and one.last_day >= first]


def shown_day(day: date, at: time | None, zone: str, here: str) -> date:
    """Return the day on which something is shown that begins at a wall time of a zone."""
    if at is None or is_here(zone, here):
        return day
    return converted(datetime.combine(day, at), 0, zone, here)[0].date()


def kept_day(day: date, at: time | None, zone: str, here: str, near: date | None = None) -> date:
    """Return the day to be kept for something that is to be shown on a day; of two that do, the one asked about first.

    Once a year a time is shown on no such day, when it passes midnight as clocks change: then the day asked about.
    """
    near = near or day
    around = (near, *(_later(near, by) for by in (-1, 1, -2, 2)))
    return next((kept for kept in around if shown_day(kept, at, zone, here) == day), near)


def kept_from(day: date, at: time | None, zone: str, here: str) -> date:
    """Return the first day to be kept of what is shown on a day or later."""
    if at is None or is_here(zone, here):
        return day
    around = (_later(day, by) for by in range(-FARTHEST, FARTHEST + 1))
    return next((kept for kept in around if shown_day(kept, at, zone, here) >= day), day)


def kept_days(one: Occurrence, days: int, here: str) -> int:
    """Return by how many days an occurrence, as it is kept, moves to be shown some days on."""
    if one.at is None or is_here(one.event.zone, here):
        return days
    target = _later(shown_day(one.day, one.at, one.event.zone, here), days)
    return (kept_day(target, one.at, one.event.zone, here, _later(one.day, days)) - one.day).days


def put_on(one: Occurrence, day: date, here: str) -> Occurrence:
    """Return an occurrence as it would be shown on another day."""
    own = one.as_kept
    moved = kept_days(own, (day - one.day).days, here)
    return shown(replace(own, day=_later(own.day, moved)), here)


def _all_here(event: Event, overrides: Mapping[str, Override], here: str) -> bool:
    if not is_here(event.zone, here):
        return False
    return not overrides or not here or not any(name == "zone" for it in overrides.values() for name, _ in it.fields)


def _later(day: date, days: int) -> date:
    """Return a day some days on, or the last or first there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
