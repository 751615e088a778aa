"""Brings series from the store and back: what changed is saved with a new revision, what is gone is deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.series import Series
from app.errors import Gone
from app.playbook.link import SAYS, Link
from app.store import Store

FEW: Final = 4  # of so many events each is read by itself


def load(store: Store, event_id: str) -> Series:
    """Return an event with its overrides; Gone when it is not there."""
    event = store.of(Event).get(event_id)
    return Series(event, {override.original: override for override in store.of(Override).where(series=event_id)})


def load_all(store: Store, ids: Iterable[str]) -> dict[str, Series]:
    """Return events with their overrides by id, many in two readings; Gone when one is not there."""
    wanted = list(dict.fromkeys(ids))
    if len(wanted) <= FEW:
        return {event_id: load(store, event_id) for event_id in wanted}
    events = {event.id: event for event in store.of(Event).some(wanted)}
    if len(events) < len(wanted):
        raise Gone
    overrides: dict[str, dict[str, Override]] = {}
    for override in store.of(Override).all():
        overrides.setdefault(override.series, {})[override.original] = override
    return {event_id: Series(events[event_id], overrides.get(event_id, {})) for event_id in wanted}


def save(store: Store, before: Iterable[Series], after: Iterable[Series]) -> None:
    """Write the difference between series as they were and as they are to be; inside a change.

    An event's revision rises when it changed, or when an occurrence was cancelled or brought back: both go out with it.
    """
    was, now = ({series.event.id: series for series in side} for side in (before, after))
    old, new = ({it.id: it for series in side.values() for it in series.overrides.values()} for side in (was, now))
    moved = {id_ for id_ in old.keys() & new.keys() if _place(old[id_]) != _place(new[id_])}
    gone = (old.keys() - new.keys()) | moved
    store.of(Override).delete(gone)  # first, so that no two have one original start
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


def save_parts(store: Store, before: Iterable[Series], after: Iterable[Series]) -> None:
    """Write the difference, and give series that were parted off what belongs to the ones they come from."""
    before, after = list(before), list(after)
    known = {series.event.id for series in before}
    save(store, before, after)
    new = [series.event for series in after if series.event.id not in known]
    copy_belongings(store, {event.id: event.split_from for event in new if event.split_from}, ticked=True)


def stamp(store: Store) -> int:
    """Return this instant as UTC microseconds."""
    return micros(store.now())


def micros(instant: datetime) -> int:
    """Return an instant as UTC microseconds."""
    return round(instant.timestamp() * 1_000_000)


def copy_belongings(store: Store, to: Mapping[str, str], *, ticked: bool) -> None:
    """Give events copies of the checklists and links of others; `to` leads from each new event to its source."""
    new: dict[str, list[str]] = {}
    for target, source in to.items():
        new.setdefault(source, []).append(target)
    steps = [
        replace(step, id=store.new_id(), event=target, done=step.done and ticked)
        for step in _steps(store, new.keys())
        for target in new[step.event]
    ]
    if steps:
        store.of(ChecklistStep).save(steps)
    links = list(_copied_links(store, new))
    if links:
        store.of(Link).save(links)


def _steps(store: Store, events: Collection[str]) -> Iterable[ChecklistStep]:
    if len(events) > FEW:
        return (step for step in store.of(ChecklistStep).all() if step.event in events)
    return (step for event in events for step in store.of(ChecklistStep).where(event=event))


def _copied_links(store: Store, new: Mapping[str, list[str]]) -> Iterator[Link]:
    for link in _links(store, "from", new):
        yield from (replace(link, id=store.new_id(), from_id=target) for target in new.get(link.from_id, ()))
    for link in _links(store, "to", new):
        yield from (replace(link, id=store.new_id(), to_id=target) for target in new.get(link.to_id, ()))


def _links(store: Store, end: str, events: Collection[str]) -> list[Link]:
    kind = {f"{end}_kind": "event"}
    if len(events) > FEW:
        found = list(store.of(Link).where(**kind))
    else:
        found = [link for event in events for link in store.of(Link).where(**kind, **{f"{end}_id": event})]
    return [link for link in found if link.role != SAYS]  # the messages stay those of the one event


def _place(override: Override) -> tuple[str, str]:
    return override.series, override.original


def _differs(was: Series, now: Series) -> bool:
    return was.event != now.event or _cancelled(was) != _cancelled(now)


def _cancelled(series: Series) -> set[str]:
    return {original for original, override in series.overrides.items() if override.cancelled}
