"""Moves events: to other days, other lengths, the backlog and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.calendar.adding import add_alone, zone_of
from app.calendar.announcing import bring_messages, move_drafts, put_drafts_away
from app.calendar.event import Event, Scope, Status
from app.calendar.occurrence import Key
from app.calendar.rhythm.of_series import planned, waiting
from app.calendar.saving import load, load_all, save, save_parts
from app.calendar.scoped import by_event, carry_out, removed
from app.calendar.series import Change, Series
from app.calendar.shown import kept_day, kept_days, shown
from app.calendar.split import is_first, parted
from app.calendar.step_names import for_keys, move_step
from app.message import say
from app.store import Store


def move(
    store: Store, keys: Sequence[Key], days: int, scope: Scope = Scope.ONLY_THIS, *, own: bool = False
) -> list[Key]:
    """Move occurrences by some days; time and length stay. What waits in the backlog stays there.

    Days are those on which the playbook's zone shows them, or with `own` those of each event's own zone.
    """
    held = _held(store, keys)
    moving = [key for key in keys if held[key].event.day]
    if not days or not moving:
        return list(keys)
    here = "" if own else zone_of(store)
    lead = shown(held[moving[0]].occurrence(moving[0][1]), here)
    titles = [held[key].occurrence(key[1]).event.title for key in moving]
    with store.change(move_step(titles, scope, lead.day + timedelta(days=days), repeats=_any_series(held.values()))):
        now: dict[Key, Key] = {}
        for kept, together in _by_days(held, moving, days, scope, here).items():
            now |= zip(together, carry_out(store, together, scope, Change(kept)), strict=True)
        move_drafts(store, moving, days)
        return [now[key] for key in moving]


def move_to(
    store: Store, keys: Sequence[Key], day: date, scope: Scope = Scope.ONLY_THIS, *, own: bool = False
) -> list[Key]:
    """Move the first occurrence to a day, and the others as far; what waits in the backlog is planned on that day.

    The day is one of the playbook's zone, or with `own` one of the event's own zone.
    """
    held = _held(store, keys)
    moving = [key for key in keys if held[key].event.day]
    idle = [key for key in keys if not held[key].event.day]
    here = "" if own else zone_of(store)
    if not idle:
        return move(store, keys, _to(held[keys[0]], keys[0], day, here), scope, own=own) if keys else []
    with store.change(for_keys(store, keys, "step.plan", "step.move.many")):
        if moving:
            moving = move(store, moving, _to(held[moving[0]], moving[0], day, here), scope, own=own)
        for key in idle:
            plan_event(store, key[0], day, own=own)
    return [*moving, *((key[0], _first(store, key[0])) for key in idle)]


def plan_event(store: Store, event_id: str, day: date, *, own: bool = False) -> None:
    """Give an event of the backlog its day; a rhythm turns to that day, and an idea is planned.

    The day is one of the playbook's zone, or with `own` one of the event's own zone.
    """
    series = load(store, event_id)
    day = kept_day(day, series.event.at, series.event.zone, "" if own else zone_of(store))
    event = planned(series.event, day)
    if event.status is Status.IDEA:
        event = replace(event, status=Status.PLANNED)
    with store.change(say("step.plan", title=event.title)):
        save(store, [series], [Series(event)])
        bring_messages(store, event)


def to_backlog(store: Store, keys: Sequence[Key], scope: Scope = Scope.ONLY_THIS) -> list[Key]:
    """Take the day from occurrences; one of a series becomes an event of its own that waits."""
    idle: list[Key] = []
    with store.change(for_keys(store, keys, "step.backlog", "step.backlog.many")):
        for event_id, originals in by_event(keys).items():
            series = load(store, event_id)
            if series.event.day is None:
                idle.append((event_id, ""))
            elif series.event.repeats and scope is Scope.ONLY_THIS:
                named = [series.named(original) for original in originals]
                idle += [(add_alone(store, series, original, None, anew=False), "") for original in named]
                save(store, [series], removed(series, named, scope, ""))
            else:
                idle.append((_lay_aside(store, series, originals[0], scope), ""))
    return idle


def resize(store: Store, key: Key, start_days: int, end_days: int, scope: Scope = Scope.ONLY_THIS) -> Key:
    """Let an occurrence begin and end some days later (below zero earlier); it covers at least one day."""
    series, here = load(store, key[0]), zone_of(store)
    own = series.occurrence(key[1])
    occurrence = shown(own, here)
    start_days = min(start_days, occurrence.length - 1 + end_days) if start_days > 0 else start_days
    event = occurrence.event
    most = (
        occurrence.length - 1
        if occurrence.at is None
        else min(occurrence.length - 1, max(0, event.minutes - 1) // 1440)
    )
    more = max(-most, end_days - start_days)
    if not (start_days or more):
        return key
    fields = {"days": max(1, event.days) + more} if occurrence.at is None else {"minutes": event.minutes + 1440 * more}
    with store.change(say("step.resize", title=event.title)):
        return carry_out(store, [key], scope, Change(kept_days(own, start_days, here), fields))[0]


def _lay_aside(store: Store, series: Series, original: str, scope: Scope) -> str:
    """Put a single event, a series, or what follows in it into the backlog; return the id of what waits."""
    original = series.named(original)
    if not series.event.repeats or scope is Scope.ALL or is_first(series, original):
        save(store, [series], [Series(waiting(series.event))])
        put_drafts_away(store, series.event)
        return series.event.id
    parent, child = parted(series, original, store.new_id())
    save_parts(store, [series], [parent, Series(waiting(child.event))])
    return child.event.id


def _held(store: Store, keys: Sequence[Key]) -> dict[Key, Series]:
    series = load_all(store, [key[0] for key in keys])
    return {key: series[key[0]] for key in keys}


def _to(series: Series, key: Key, day: date, here: str) -> int:
    """Return how many days there are from where an occurrence is shown to another day."""
    return (day - shown(series.occurrence(key[1]), here).day).days


def _by_days(held: dict[Key, Series], keys: Sequence[Key], days: int, scope: Scope, here: str) -> dict[int, list[Key]]:
    """Return what moves together, by the days that it moves as it is kept; the first of a series leads the others."""
    lead = {key[0]: key for key in reversed(keys)}
    groups: dict[int, list[Key]] = {}
    for key in keys:
        of = key if scope is Scope.ONLY_THIS else lead[key[0]]
        groups.setdefault(kept_days(held[key].occurrence(of[1]), days, here), []).append(key)
    return groups


def _first(store: Store, event_id: str) -> str:
    return Series(store.of(Event).get(event_id)).named("")


def _any_series(held: Iterable[Series]) -> bool:
    return any(series.event.repeats for series in held)
