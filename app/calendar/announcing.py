"""Messages that an event brings from its tactic: drafts on days of their own, which go with it until they are sent.

They are events with a message status, so that calendar and communication plan show the same ones. All inside a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.calendar.event import Event, MessageStatus
from app.calendar.kind import Kind
from app.calendar.occurrence import Key
from app.calendar.saving import stamp
from app.playbook.link import SAYS, Link
from app.store import Store
from app.tactics.event_from import message_from, title_of
from app.tactics.message import TacticMessage

UNSENT: Final = frozenset({MessageStatus.DRAFT, MessageStatus.PLANNED})


def bring_messages(store: Store, event: Event) -> int:
    """Lay the messages of the tactic of an event on their days, those that it has not yet; return how many came."""
    if event.day is None or not event.tactic:
        return 0
    there = {it.title for it in _messages_of(store, [event.id])}
    found = [it for it in _written(store, event) if title_of(it, event) not in there]
    if not found:
        return 0
    kind, now, earliest = any_kind(store), stamp(store), min(event.day, _today(store))
    made = [
        message_from(it, event, store.new_id(), max(event.day + timedelta(days=it.day), earliest), kind, now)
        for it in found
    ]
    store.of(Event).save(made)
    store.of(Link).save([Link(store.new_id(), "event", event.id, "event", it.id, SAYS) for it in made])
    return len(made)


def drafts_of(store: Store, events: Iterable[str]) -> list[Event]:
    """Return the messages of events that are not sent yet and have a day of their own."""
    return [it for it in _messages_of(store, events) if it.message in UNSENT and not it.repeats]


def move_drafts(store: Store, keys: Iterable[Key], days: int) -> None:
    """Let the messages of single events go as many days as these went; those that went with them stay."""
    moved = {key[0] for key in keys}
    single = [it.id for it in store.of(Event).some(moved) if not it.repeats]
    now = stamp(store)
    store.of(Event).save(
        replace(it, day=it.day + timedelta(days=days), revision=it.revision + 1, changed=now)
        for it in drafts_of(store, single)
        if it.day and it.id not in moved
    )


def put_drafts_away(store: Store, event: Event) -> None:
    """Take the messages of an event that waits for a day away, for they come again; what was written there stays."""
    known = {it.texts for it in _written(store, event)}
    store.of(Event).delete(it.id for it in drafts_of(store, [event.id]) if it.public_text in known)


def any_kind(store: Store) -> str:
    """Return the kind of what is of no kind: "other", or the last one there is."""
    kinds = sorted(store.of(Kind).all(), key=lambda kind: (kind.position, kind.id))
    return next((kind.id for kind in kinds if kind.key == "other"), kinds[-1].id if kinds else "")


def _written(store: Store, event: Event) -> list[TacticMessage]:
    return sorted(store.of(TacticMessage).where(tactic=event.tactic), key=lambda it: (it.position, it.id))


def _messages_of(store: Store, events: Iterable[str]) -> list[Event]:
    links = [link for event in events for link in store.of(Link).where(from_kind="event", from_id=event, role=SAYS)]
    return list(store.of(Event).some(dict.fromkeys(link.to_id for link in links))) if links else []


def _today(store: Store) -> date:
    from app.tasks.today import today_of  # which asks the calendar for its zone

    return today_of(store)
