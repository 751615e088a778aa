"""What a person can do on the calendar. Screen, command line and automations call the same functions.

Each is one step of undo. A key is (event id, original start); a scope says how much of a series is meant. Those that
change occurrences return the keys under which these are found afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, Final

from app.calendar.event import ChecklistStep, Event, MessageStatus, Scope, Status
from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from app.calendar.saving import copy_belongings, load, save, stamp
from app.calendar.scoped import by_event, carry_out, left, removed
from app.calendar.series import Change, Series
from app.calendar.step_names import edit_step, move_step
from app.errors import Gone
from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from app.tactics.event_from import checklist_from, event_from
from app.tactics.tactic import Tactic

TYPED: Final = frozenset({"title", "short", "notes", "public_text", "success", "call_to_action", "link"})


def add_event(store: Store, event: Event) -> str:
    """Add an event; return its id, a new one when it has none."""
    event = replace(event, id=event.id or store.new_id(), created=stamp(store), changed=stamp(store))
    with store.change(say("step.add", title=event.title)):
        store.of(Event).save([event])
    return event.id


def add_from_tactic(store: Store, tactic_id: str, day: date | None, at: time | None = None) -> str:
    """Add what a tactic describes, with its checklist, on a day or to the backlog; return its id."""
    tactic = store.of(Tactic).get(tactic_id)
    zone = next((playbook.zone for playbook in store.of(Playbook).some([PLAYBOOK_ID])), "")
    event = event_from(tactic, store.new_id(), day, zone, stamp(store))
    event = replace(event, at=at, zone=zone) if at else event
    with store.change(say("step.add", title=event.title)):
        store.of(Event).save([event])
        store.of(ChecklistStep).save(checklist_from(tactic, event.id, [store.new_id() for _ in tactic.steps]))
    return event.id


def save_as_tactic(store: Store, key: Key) -> str:
    """Keep what an event is made of as a tactic; return its id."""
    occurrence = load(store, key[0]).occurrence(key[1]) if key[1] else None
    event = occurrence.event if occurrence else store.of(Event).get(key[0])
    shared = ("title", "kind", "short", "at", "minutes", "days", "stage", "channel", "personas", "prep", "live")
    more = ("impact", "ease", "success", "call_to_action", "public_text", "notes")
    fields: dict[str, Any] = {name: getattr(event, name) for name in (*shared, *more)}
    steps = sorted(store.of(ChecklistStep).where(event=event.id), key=lambda step: step.position)
    tactic = Tactic(
        store.new_id(), **fields, steps=tuple(step.text for step in steps), position=store.of(Tactic).count()
    )
    with store.change(say("step.save_as_tactic", title=event.title)):
        store.of(Tactic).save([tactic])
    return tactic.id


def move(store: Store, keys: Sequence[Key], days: int, scope: Scope = Scope.ONLY_THIS) -> list[Key]:
    """Move occurrences by some days; time and length stay. What waits in the backlog stays there."""
    if not days or not keys:
        return list(keys)
    held = [load(store, key[0]) for key in keys]
    planned = [key for key, series in zip(keys, held, strict=True) if series.event.day]
    if not planned:
        return list(keys)
    first = load(store, planned[0][0]).occurrence(planned[0][1])
    titles = [series.event.title for series in held]
    with store.change(move_step(titles, scope, first.day + timedelta(days=days))):
        return carry_out(store, planned, scope, Change(days))


def move_to(store: Store, keys: Sequence[Key], day: date, scope: Scope = Scope.ONLY_THIS) -> list[Key]:
    """Move the first occurrence to a day, and the others as far; what waits in the backlog is planned on that day."""
    if not keys:
        return []
    series = {key: load(store, key[0]) for key in keys}
    planned = [key for key in keys if series[key].event.day]
    waiting = [key for key in keys if not series[key].event.day]
    lead = series[planned[0]].occurrence(planned[0][1]).day if planned else day
    with store.change(move_step([series[key].event.title for key in keys], scope, day)):
        moved = move(store, planned, (day - lead).days, scope)
        for key in waiting:
            plan_event(store, key[0], day)
    return [*moved, *waiting]


def plan_event(store: Store, event_id: str, day: date) -> None:
    """Give an event of the backlog its day."""
    series = load(store, event_id)
    with store.change(move_step([series.event.title], Scope.ONLY_THIS, day)):
        status = Status.PLANNED if series.event.status is Status.IDEA else series.event.status
        save(store, [series], [replace(series, event=replace(series.event, day=day, status=status))])


def to_backlog(store: Store, keys: Sequence[Key], scope: Scope = Scope.ONLY_THIS) -> list[Key]:
    """Take the day from occurrences; one of a series becomes an event of its own that waits."""
    waiting: list[Key] = []
    with store.change(_many_step("step.backlog", "step.backlog.many", store, keys)):
        for event_id, originals in by_event(keys).items():
            series = load(store, event_id)
            if not series.event.repeats or scope is Scope.ALL:
                event = replace(series.event, day=None)
                save(store, [series], [Series(event)])
                waiting.append((event_id, ""))
                continue
            waiting += [(_parted_copy(store, series, original, None), "") for original in originals]
            save(store, [series], removed(series, originals, scope, store.new_id()))
    return waiting


def resize(store: Store, key: Key, start_days: int, end_days: int, scope: Scope = Scope.ONLY_THIS) -> Key:
    """Let an occurrence begin and end some days later (or earlier, below zero); it covers at least one day."""
    series = load(store, key[0])
    occurrence = series.occurrence(key[1])
    length = max(1, occurrence.length + end_days - start_days)
    start_days = min(start_days, occurrence.length + end_days - 1)
    added = (length - occurrence.length) * 1440
    fields = {"days": length} if occurrence.at is None else {"minutes": max(0, occurrence.event.minutes + added)}
    with store.change(say("step.resize", title=occurrence.event.title)):
        return carry_out(store, [key], scope, Change(start_days, fields))[0]


def copy(store: Store, keys: Sequence[Key], days: int) -> list[Key]:
    """Copy occurrences some days on, each as a single event that is still to be done."""
    copies: list[Key] = []
    with store.change(_many_step("step.copy", "step.copy.many", store, keys)):
        for event_id, original in keys:
            series = load(store, event_id)
            day = series.occurrence(original).day + timedelta(days=days) if series.event.day else None
            copies.append((_parted_copy(store, series, original, day, anew=True), ""))
    return copies


def delete(store: Store, keys: Sequence[Key], scope: Scope = Scope.ONLY_THIS) -> None:
    """Delete occurrences; a series of which nothing is left goes altogether."""
    with store.change(_many_step("step.delete", "step.delete.many", store, keys)):
        for event_id, originals in by_event(keys).items():
            series = load(store, event_id)
            save(store, [series], removed(series, originals, scope, store.new_id()))


def edit(store: Store, key: Key, scope: Scope = Scope.ONLY_THIS, **fields: Any) -> Key:
    """Give fields of an occurrence other values; typing in one field folds into one step."""
    series = load(store, key[0])
    occurrence = series.occurrence(key[1]) if series.event.day else None
    name = next(iter(fields)) if len(fields) == 1 else ""
    merge = f"edit:{key[0]}:{key[1]}:{name}" if name in TYPED else None
    with store.change(edit_step(series.event.title, fields), merge=merge):
        if occurrence is None:
            event = replace(series.event, **fields)
            save(store, [series], [replace(series, event=event)])
            return key
        day = fields.pop("day", occurrence.day)
        change = Change((day - occurrence.day).days, fields)
        return carry_out(store, [key], scope, change)[0]


def set_rule(store: Store, event_id: str, rrule: str) -> None:
    """Give an event another rhythm, or none."""
    series = load(store, event_id)
    with store.change(say("step.rule", title=series.event.title)):
        save(store, [series], [replace(series, event=replace(series.event, rrule=rrule))])


def shift_after(store: Store, day: date, days: int) -> None:
    """Move everything on or after a day by some days; what is fixed stays."""
    with store.change(say("step.shift", day=day, n=days)):
        for event in list(store.of(Event).all()):
            if event.day and event.day >= day and not event.fixed:
                series = load(store, event.id)
                save(store, [series], [replace(series, event=event.moved_to(event.day + timedelta(days=days)))])


def needs_scope(plan: Plan, keys: Iterable[Key]) -> bool:
    """Return whether it must be asked how much of a series is meant: not for one of which a single one is left."""
    return any(
        key[0] in plan.events
        and plan.events[key[0]].repeats
        and len(left(Series(plan.events[key[0]], plan.overrides.get(key[0], {})), 2)) > 1
        for key in keys
    )


def _parted_copy(store: Store, series: Series, original: str, day: date | None, *, anew: bool = False) -> str:
    """Add one occurrence as an event of its own, inside a change; return its id."""
    event = series.occurrence(original).event if original else series.event
    status, message = event.status, event.message
    if anew and status in {Status.READY, Status.DONE, Status.SKIPPED}:
        status = Status.PLANNED
    if anew and message is not MessageStatus.NONE:
        message = MessageStatus.DRAFT
    event = replace(
        event, id=store.new_id(), day=day, rrule="", rdates=(), split_from="", uid="", revision=0, foreign="",
        status=status, message=message,
    )  # fmt: skip
    add_event(store, event)
    copy_belongings(store, series.event.id, event.id, ticked=not anew)
    return event.id


def _many_step(one: str, many: str, store: Store, keys: Sequence[Key]) -> Any:
    if len(keys) > 1:
        return Message(many, (("n", len(keys)),))
    event = next(iter(store.of(Event).some([keys[0][0]])), None)
    if event is None:
        raise Gone
    return Message(one, (("title", event.title),))
