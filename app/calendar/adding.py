"""New events: by hand, from a tactic, as a copy; and a tactic from an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, Final

from app.calendar.announcing import bring_messages
from app.calendar.event import ChecklistStep, Event, MessageStatus, Status
from app.calendar.occurrence import Key
from app.calendar.rhythm.of_series import with_rule
from app.calendar.rhythm.until import rule_of
from app.calendar.saving import copy_belongings, load, stamp
from app.calendar.series import Series
from app.calendar.shown import kept_days
from app.calendar.step_names import for_keys
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from app.tactics.event_from import checklist_from, event_from
from app.tactics.tactic import Tactic

SHARED_WITH_TACTICS: Final = (
    "title", "kind", "short", "at", "minutes", "days", "prep", "live", "stage", "channel", "personas", "impact",
    "ease", "success", "call_to_action", "public_text", "notes", "owner",
)  # fmt: skip


def add_event(store: Store, event: Event) -> str:
    """Add an event; return its id, a new one when it has none. A series begins on the first day of its rhythm."""
    if event.rrule:
        event = with_rule(Series(event), event.rrule).event
    now = stamp(store)
    event = replace(event, id=event.id or store.new_id(), created=now, changed=now)
    with store.change(say("step.add", title=event.title)):
        store.of(Event).save([event])
    return event.id


def add_from_tactic(store: Store, tactic_id: str, day: date | None, at: time | None = None, **fields: Any) -> str:
    """Add what a tactic describes, once and with its checklist, on a day or to the backlog; return its id.

    On a day it brings its messages too; from the backlog they come when it gets its day. `fields` are those of Event
    that differ from the tactic.
    """
    tactic = store.of(Tactic).get(tactic_id)
    zone = zone_of(store)
    event = event_from(tactic, store.new_id(), day, zone, stamp(store))
    event = replace(replace(event, at=at, zone=zone) if at else event, **fields)
    with store.change(say("step.add", title=event.title)):
        store.of(Event).save([event])
        store.of(ChecklistStep).save(checklist_from(tactic, event.id, [store.new_id() for _ in tactic.steps]))
        bring_messages(store, event)
    return event.id


def save_as_tactic(store: Store, key: Key) -> str:
    """Keep what an event is made of as a tactic, with its rhythm as a suggestion; return its id."""
    series = load(store, key[0])
    event = series.occurrence(key[1]).event if series.event.day else series.event
    fields: dict[str, Any] = {name: getattr(event, name) for name in SHARED_WITH_TACTICS}
    rule = rule_of(series.event)
    rhythm = replace(rule, count=0, until=None).text() if rule else ""
    steps = sorted(store.of(ChecklistStep).where(event=event.id), key=lambda step: step.position)
    texts = tuple(step.text for step in steps)
    tactic = Tactic(store.new_id(), **fields, rhythm=rhythm, steps=texts, position=store.of(Tactic).count())
    with store.change(say("step.save_as_tactic", title=event.title)):
        store.of(Tactic).save([tactic])
    return tactic.id


def copy(store: Store, keys: Sequence[Key], days: int) -> list[Key]:
    """Copy occurrences some days on, each as a single event that is still to be done."""
    here = zone_of(store)
    with store.change(for_keys(store, keys, "step.copy", "step.copy.many")):
        copies = []
        for event_id, original in keys:
            series = load(store, event_id)
            day = None
            if series.event.day:
                it = series.occurrence(original)
                day = it.day + timedelta(days=kept_days(it, days, here))
            copies.append((add_alone(store, series, original, day, anew=True), ""))
        return copies


def add_alone(store: Store, series: Series, original: str, day: date | None, *, anew: bool) -> str:
    """Add one occurrence as an event of its own, `anew` with nothing done yet; return its id. Inside a change."""
    event = series.occurrence(original).event if series.event.day else series.event
    if anew:
        event = replace(event, status=_to_do(event.status), message=_to_send(event.message))
    event = replace(
        event, id=store.new_id(), day=day, rrule="", rdates=(), split_from="", uid="", revision=0, foreign=""
    )  # fmt: skip
    add_event(store, event)
    copy_belongings(store, {event.id: series.event.id}, ticked=not anew)
    return event.id


def zone_of(store: Store) -> str:
    """Return the time zone of the playbook."""
    return next((playbook.zone for playbook in store.of(Playbook).some([PLAYBOOK_ID])), "")


def _to_do(status: Status) -> Status:
    return status if status in {Status.IDEA, Status.PLANNED} else Status.PLANNED


def _to_send(message: MessageStatus) -> MessageStatus:
    return message if message is MessageStatus.NONE else MessageStatus.DRAFT
