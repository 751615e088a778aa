"""Edits events: their fields, their rhythm; and deletes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.calendar.adding import zone_of
from app.calendar.announcing import bring_messages, drafts_of, move_drafts
from app.calendar.event import Event, Scope
from app.calendar.moving import to_backlog
from app.calendar.occurrence import Key
from app.calendar.rhythm.of_series import planned, with_rule
from app.calendar.saving import load, save, save_parts
from app.calendar.scoped import by_event, carry_out, removed
from app.calendar.series import Change, Series
from app.calendar.split import is_first, parted
from app.calendar.step_names import edit_step, for_keys
from app.message import say
from app.store import Store

TYPED: Final = frozenset({"title", "short", "notes", "public_text", "success", "call_to_action", "link"})
USUAL_MINUTES: Final = 60


def edit(store: Store, key: Key, scope: Scope = Scope.ONLY_THIS, **fields: Any) -> Key:
    """Give fields of an occurrence other values; return its key. Typing in one field folds into one step.

    `day` moves it, without a day it goes to the backlog; `rrule` changes the rhythm of all, or of what follows.
    """
    series = load(store, key[0])
    title = fields.get("title") or series.event.title
    with store.change(edit_step(title, fields), merge=_merge_key(key, scope, fields)):
        if "rrule" in fields:
            key = _with_rule(store, series, key, scope, fields.pop("rrule"))
            series = load(store, key[0])
        if not fields:
            return key
        if series.event.day is None:
            after = _edited_in_backlog(store, series.event, fields)
            save(store, [series], [Series(after)])
            bring_messages(store, after)
            return (key[0], series.named(""))
        return _edited(store, series, key, scope, fields)


def set_rule(store: Store, event_id: str, rrule: str) -> None:
    """Give an event another rhythm, or none with "": the first day moves to the first one of the rhythm."""
    series = load(store, event_id)
    with store.change(say("step.rule", title=series.event.title)):
        save(store, [series], [with_rule(series, rrule)])


def delete(store: Store, keys: Sequence[Key], scope: Scope = Scope.ONLY_THIS) -> None:
    """Delete occurrences; a series of which nothing is left goes altogether, an event with its unsent messages."""
    with store.change(for_keys(store, keys, "step.delete", "step.delete.many")):
        single = [it.id for it in store.of(Event).some(dict.fromkeys(key[0] for key in keys)) if not it.repeats]
        named_too = {key[0] for key in keys}
        store.of(Event).delete(it.id for it in drafts_of(store, single) if it.id not in named_too)
        for event_id, originals in by_event(keys).items():
            series = load(store, event_id)
            named = sorted({series.named(original) for original in originals})
            save(store, [series], removed(series, named, scope, ""))


def _edited(store: Store, series: Series, key: Key, scope: Scope, fields: Mapping[str, Any]) -> Key:
    occurrence = series.occurrence(series.named(key[1]))
    fields = _complete(store, occurrence.event, fields)
    day = fields.pop("day", occurrence.day)
    if day is None:
        return to_backlog(store, [key], scope)[0]
    days = (day - occurrence.day).days
    if days:
        move_drafts(store, [key], days)
    return carry_out(store, [key], scope, Change(days, fields))[0]


def _edited_in_backlog(store: Store, event: Event, fields: Mapping[str, Any]) -> Event:
    fields = _complete(store, event, fields)
    day = fields.pop("day", None)
    event = replace(event, **fields)
    return planned(event, day) if day else event


def _complete(store: Store, event: Event, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with what a whole day needs besides when it gets a time: a length and a zone."""
    fields = dict(fields)
    if fields.get("at") and event.at is None:
        if not event.minutes:
            fields.setdefault("minutes", USUAL_MINUTES)
        if not event.zone:
            fields.setdefault("zone", zone_of(store))
    return fields


def _with_rule(store: Store, series: Series, key: Key, scope: Scope, rrule: str) -> Key:
    original = series.named(key[1])
    if scope is not Scope.FOLLOWING or not series.event.repeats or is_first(series, original):
        after = with_rule(series, rrule)
        save(store, [series], [after])
        return (key[0], after.nearest(original))
    parent, child = parted(series, original, store.new_id())
    child = with_rule(child, rrule)
    save_parts(store, [series], [parent, child])
    return (child.event.id, child.named(""))


def _merge_key(key: Key, scope: Scope, fields: Mapping[str, Any]) -> str | None:
    name = next(iter(fields)) if len(fields) == 1 else ""
    return f"edit:{key[0]}:{key[1]}:{scope}:{name}" if name in TYPED else None
