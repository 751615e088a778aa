"""Changes the settings that travel with a playbook. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Playbook, WeekCapacity
from app.store import Store


def rename(store: Store, name: str) -> None:
    """Give the community another name."""
    _set(store, say("step.settings.name", name=name), merge=True, name=name)


def set_lead(store: Store, lead: str) -> None:
    """Say who runs the community."""
    _set(store, say("step.settings.lead"), merge=True, lead=lead)


def set_language(store: Store, language: str) -> None:
    """Choose the language of the content."""
    _set(store, say("step.settings.language"), language=language)


def set_start(store: Store, start: date) -> None:
    """Begin the quarter with the week of another day."""
    _set(store, say("step.settings.start", day=start), start=start)


def set_first_weekday(store: Store, weekday: int) -> None:
    """Begin weeks with another day, 0 for Monday."""
    _set(store, say("step.settings.first_weekday"), first_weekday=weekday)


def set_zone(store: Store, zone: str) -> None:
    """Choose the zone whose clocks the calendar shows, also that of new events; events keep the one they have."""
    _set(store, say("step.settings.zone", zone=zone), zone=zone)


def set_capacity(store: Store, hours: float) -> None:
    """Say how many hours a usual week has."""
    _set(store, say("step.settings.capacity", hours=float(hours)), capacity=float(hours))


def set_week_capacity(store: Store, week: date, hours: float | None) -> None:
    """Say how many hours one week has, or with None that it is a usual one."""
    capacities = store.of(WeekCapacity)
    within = {week + timedelta(days=days) for days in range(7)}
    known = [capacity for capacity in capacities.all() if capacity.week in within]
    what = say("step.settings.usual_week", day=week)
    if hours is not None:
        what = say("step.settings.week_capacity", day=week, hours=float(hours))
    with store.change(what):
        capacities.delete(capacity.id for capacity in known)
        if hours is not None:
            capacities.save([WeekCapacity(known[0].id if known else store.new_id(), week, float(hours))])


def set_holidays(store: Store, countries: Iterable[str]) -> None:
    """Choose the countries whose holidays are shown, by ISO 3166 code."""
    _set(store, say("step.settings.holidays"), holidays=tuple(dict.fromkeys(country.upper() for country in countries)))


def set_quiet_days(store: Store, weekdays: Iterable[int]) -> None:
    """Choose the weekdays on which nothing should happen, 0 for Monday."""
    _set(store, say("step.settings.quiet_days"), quiet_days=tuple(sorted(set(weekdays))))


def set_working_hours(store: Store, first: int, last: int) -> None:
    """Say from which hour to which the lead works."""
    _set(store, say("step.settings.working_hours"), work_from=min(first, last), work_to=max(first, last))


def _set(store: Store, what: Message, *, merge: bool = False, **values: Any) -> None:
    playbook = store.of(Playbook).get(PLAYBOOK_ID)
    changed = replace(playbook, **values)
    if changed == playbook:
        return
    with store.change(what, merge=f"settings:{'-'.join(values)}" if merge else None):
        store.of(Playbook).save([changed])
