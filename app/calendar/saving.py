"""Brings series from the store and back: what changed is saved with a new revision, what is gone is deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.series import Series
from app.playbook.link import Link
from app.store import Store


def load(store: Store, event_id: str) -> Series:
    """Return an event with its overrides; Gone when it is not there."""
    event = store.of(Event).get(event_id)
    return Series(event, {override.original: override for override in store.of(Override).where(series=event_id)})


def save(store: Store, before: Iterable[Series], after: Iterable[Series]) -> None:
    """Write the difference between series as they were and as they are to be; inside a change.

    An event's revision rises when it changed, or when an occurrence was cancelled or brought back: both go out with it.
    """
    was, now = ({series.event.id: series for series in side} for side in (before, after))
    old, new = ({it.id: it for series in side.values() for it in series.overrides.values()} for side in (was, now))
    moved = {id_ for id_ in old.keys() & new.keys() if _place(old[id_]) != _place(new[id_])}
    store.of(Override).delete((old.keys() - new.keys()) | moved)  # first, so that no two have one original start
    store.of(Event).delete(was.keys() - now.keys())
    at = stamp(store)
    store.of(Event).save(
        replace(series.event, revision=series.event.revision + 1, changed=at)
        if id_ in was
        else replace(series.event, created=at, changed=at)
        for id_, series in now.items()
        if id_ not in was or _differs(was[id_], series)
    )
    store.of(Override).save(
        replace(it, id=it.id or store.new_id(), revision=max(it.revision, series.event.revision) + 1, changed=at)
        for series in now.values()
        for it in series.overrides.values()
        if old.get(it.id) != it
    )


def stamp(store: Store) -> int:
    """Return this instant as UTC microseconds."""
    return micros(store.now())


def micros(instant: datetime) -> int:
    """Return an instant as UTC microseconds."""
    return round(instant.timestamp() * 1_000_000)


def copy_belongings(store: Store, source: str, target: str, *, ticked: bool) -> None:
    """Give an event a copy of the checklist and of the links of another; inside a change."""
    steps = store.of(ChecklistStep)
    steps.save(
        replace(step, id=store.new_id(), event=target, done=step.done and ticked)
        for step in list(steps.where(event=source))
    )
    links = store.of(Link)
    outward = [replace(link, from_id=target) for link in links.where(from_kind="event", from_id=source)]
    inward = [replace(link, to_id=target) for link in links.where(to_kind="event", to_id=source)]
    links.save(replace(link, id=store.new_id()) for link in outward + inward)


def _place(override: Override) -> tuple[str, str]:
    return override.series, override.original


def _differs(was: Series, now: Series) -> bool:
    return was.event != now.event or _cancelled(was) != _cancelled(now)


def _cancelled(series: Series) -> set[str]:
    return {original for original, override in series.overrides.items() if override.cancelled}
