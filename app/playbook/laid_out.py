"""Lays a rhythm out over one quarter: rules that end with it, and days moved off holidays and quiet days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.occurrence import Occurrence
from app.calendar.overridden import as_fields
from app.calendar.quarter import Quarter, week_of
from app.calendar.rhythm.expand import occurrences_of, starts_of
from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import Rule
from app.calendar.start import Start, written
from app.playbook.copying import REFERS_TO, Ids, leading
from app.playbook.room import Weeks
from app.playbook.templates import Entry, Template
from app.tactics.event_from import checklist_from, event_from
from app.tactics.tactic import Tactic

FRIDAY: Final = 4
Free = Callable[[date], bool]  # whether something may happen on a day


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rhythm is laid out on."""

    quarter: Quarter
    zone: str
    weeks: Weeks
    tactics: Mapping[str, Tactic]  # by key
    ids: Ids
    free: Free
    new_id: Callable[[], str]
    now: int  # UTC microseconds


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What a rhythm comes to in one quarter."""

    events: list[Event]
    overrides: list[Override]
    checklist: list[ChecklistStep]


def lay_out(template: Template, ground: Ground) -> LaidOut:
    """Return the events of a rhythm; an entry whose tactic the playbook does not have is left out.

    What is movable is settled last, the largest first, so that it finds the weeks with room.
    """
    laid = LaidOut([], [], [])
    movable = set[str]()
    for entry in template.rhythm:
        if tactic := ground.tactics.get(entry.tactic):
            event = _event(entry, tactic, ground)
            laid.events.append(event)
            laid.overrides.extend(_overrides(entry, event, ground))
            laid.checklist.extend(_checklist(entry, tactic, event, ground))
            if entry.movable and event.day:
                movable.add(event.id)
    _settle(laid, movable, ground)
    return laid


def occurrences(laid: LaidOut, quarter: Quarter) -> list[Occurrence]:
    """Return what was laid out as the calendar would show it."""
    changed: dict[str, dict[str, Override]] = {}
    for override in laid.overrides:
        changed.setdefault(override.series, {})[override.original] = override
    return [
        occurrence
        for event in laid.events
        for occurrence in occurrences_of(event, changed.get(event.id, {}), quarter.first, quarter.last)
    ]


def _settle(laid: LaidOut, movable: set[str], ground: Ground) -> None:
    ground.weeks.take(it for it in occurrences(laid, ground.quarter) if it.event.id not in movable)
    for event in sorted((event for event in laid.events if event.id in movable), key=lambda event: -event.effort):
        placed = ground.weeks.placed(event, lambda moved: _fits(moved, ground))
        laid.events[laid.events.index(event)] = placed


def _fits(event: Event, ground: Ground) -> bool:
    first, last = event.day, event.last_day
    return bool(first and last and ground.quarter.first <= first and last <= ground.quarter.last and ground.free(first))


def _event(entry: Entry, tactic: Tactic, ground: Ground) -> Event:
    day = entry.day
    rule = Rule.parse(entry.rule)
    if day and rule:
        day = next(iter(days_of(rule, day, day, ground.quarter.last)), day)
    elif day:
        day = _free_day_near(day, ground)  # without one it waits in the backlog
    own = {name: value for name, value in entry.fields.items() if name not in REFERS_TO}
    led = {name: other for name, other in leading(entry.fields, ground.ids).items() if other}
    event = replace(event_from(tactic, ground.new_id(), day, ground.zone, ground.now), **own, **led)
    event = replace(event, zone=ground.zone if event.at else "")
    if rule:
        ending = rule if rule.count else replace(rule, until=ground.quarter.last)
        return replace(event, rrule=ending.text(timed=event.at is not None))
    return event


def _overrides(entry: Entry, series: Event, ground: Ground) -> Iterator[Override]:
    """Yield what the entry says of single occurrences, and where the others give way to days that are not free."""
    said = {change.day: change.fields for change in entry.changes}
    for start in starts_of(series, ground.quarter.first, ground.quarter.last) if series.repeats else ():
        day, _ = start
        if day in said:
            yield _different(series, start, said[day], ground)
        elif not ground.free(day):
            near = _free_day_near(day, ground)
            yield _different(series, start, {"day": near} if near else None, ground)


def _different(series: Event, start: Start, own: Mapping[str, Any] | None, ground: Ground) -> Override:
    values = {**(own or {}), **leading(own or {}, ground.ids)}
    return Override(
        ground.new_id(),
        series.id,
        written(start),
        cancelled=own is None,
        fields=as_fields(values),
        changed=ground.now,
    )


def _free_day_near(day: date, ground: Ground) -> date | None:
    """Return the day or the nearest free one of its week, rather later than earlier, and no weekend for a weekday."""
    first = week_of(day, ground.quarter.first_weekday)
    week = [first + timedelta(days=ahead) for ahead in range(7)]
    usable = [one for one in week if ground.quarter.contains(one) and _weekday(one) >= _weekday(day)]
    later = [one for one in usable if one >= day]
    earlier = [one for one in reversed(usable) if one < day]
    return next((one for one in later + earlier if ground.free(one)), None)


def _weekday(day: date) -> bool:
    return day.weekday() <= FRIDAY


def _checklist(entry: Entry, tactic: Tactic, event: Event, ground: Ground) -> list[ChecklistStep]:
    """Return the steps of a single event; a series has none, for what is ticked would be ticked in all of it."""
    if event.repeats:
        return []
    steps = checklist_from(tactic, event.id, [ground.new_id() for _ in tactic.steps])
    return [replace(step, done=step.position < entry.ticked) for step in steps]
