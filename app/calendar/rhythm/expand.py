"""Finds where a series takes place inside a window of days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from app.calendar.event import Event, Override
from app.calendar.occurrence import Occurrence
from app.calendar.overridden import apply, place
from app.calendar.rhythm.expand_raw import starts_of_raw
from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import Rule
from app.calendar.rhythm.until import rule_of
from app.calendar.start import Start, order, read, written

INSTANCES_MAX: Final = 5_000  # of one series in one window


def starts_of(event: Event, first: date, last: date) -> list[Start]:
    """Return when the event or series begins from `first` to `last`, in order, not looking at what was overridden."""
    if event.day is None:
        return []
    if not event.repeats:
        return [(event.day, event.at)] if first <= event.day <= last else []
    rule = rule_of(event)
    if rule and not event.rdates:
        days = days_of(rule, event.day, first, last)
        if first <= event.day <= last and (not days or days[0] != event.day):
            days.insert(0, event.day)
        return [(day, event.at) for day in days[:INSTANCES_MAX]]
    return _union(event, rule, first, last)[:INSTANCES_MAX]


def _union(event: Event, rule: Rule | None, first: date, last: date) -> list[Start]:
    """Return the starts of a rule of any form, of the further dates and the first day, each once."""
    assert event.day
    starts: set[Start] = {(event.day, event.at)} if first <= event.day <= last else set()
    starts.update(start for start in map(read, event.rdates) if first <= start[0] <= last)
    if rule:
        starts.update((day, event.at) for day in days_of(rule, event.day, first, last))
    elif event.rrule:
        starts = starts_of_raw(event, starts, first, last)
    return sorted(starts, key=order)


def first_day(event: Event) -> date | None:
    """Return the first day of a series; a further date may come before the day that its rule begins with."""
    return event.day and min([event.day, *(read(text)[0] for text in event.rdates)])


def occurrences_of(event: Event, overrides: Mapping[str, Override], first: date, last: date) -> list[Occurrence]:
    """Return what of the event touches the window, `overrides` being those of its series by original start.

    An override shows even when its rule does not give its original start, as in a calendar that came in.
    """
    if event.day is None:
        return []
    if not event.repeats:
        single = Occurrence(event, event.day, event.at, "")
        return [single] if event.day <= last and single.last_day >= first else []
    found = []
    for start in starts_of(event, _reach(event, first), last):
        day, at = start
        original = written(start)
        if original not in overrides:  # the plain way for the many; `apply` for those at a time of their own
            found.append(Occurrence(event, day, at, original) if at == event.at else apply(event, None, start))
    if event.length > 1:
        found = [occurrence for occurrence in found if occurrence.last_day >= first]
    for override in overrides.values():
        moved = None if override.cancelled else place(event, override)
        if moved and moved.day <= last and moved.last_day >= first:
            found.append(moved)
    return found


def _reach(event: Event, first: date) -> date:
    """Return the first day on which something may begin that still lasts in the window."""
    days = event.length if event.at else event.length - 1  # another time of a further date may pass midnight
    return first - timedelta(days=min(days, first.toordinal() - 1)) if event.length > 1 or event.rdates else first
