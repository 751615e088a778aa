"""The messages of a communication plan: events of the calendar that say something, by whom they are for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.calendar.editing import edit
from app.calendar.event import Event, MessageStatus, Scope
from app.calendar.kind import Channel
from app.calendar.occurrence import Key, Occurrence
from app.message import say
from app.personas.persona import Persona
from app.plans.audience import Audience
from app.plans.snapshot import Plans
from app.store import Store

STATUSES: Final = (MessageStatus.DRAFT, MessageStatus.PLANNED, MessageStatus.SENT, MessageStatus.FOLLOW_UP)
PLAN: Final = "communication"
WORDS: Final = ("purpose", "approval", "rhythm", "records")  # parts that are said in words
AUDIENCE, PERSONA, CHANNEL = "audience", "persona", "channel"


@dataclass(frozen=True, slots=True)
class Batch:
    """The messages for one audience, one persona or by one channel; `id` is "" for those of none."""

    id: str
    name: str
    messages: tuple[Occurrence, ...]


def messages(plans: Plans, first: date, last: date) -> list[Occurrence]:
    """Return what is said on some days, by day and title."""
    found = (it for it in plans.plan.occurrences(first, last) if it.event.message is not MessageStatus.NONE)
    return sorted(found, key=lambda it: (it.day, it.event.title, it.key))


def group_of(plans: Plans, event: Event, by: str) -> str:
    """Return whom an event belongs to; an audience is met by its persona, or by its channel when it has none."""
    if by == CHANNEL:
        return event.channel
    if by == PERSONA:
        return event.personas[0] if event.personas else ""
    there = plans.audiences.values()
    named = next((it.id for it in there if it.persona and it.persona in event.personas), "")
    return named or next((it.id for it in there if not it.persona and it.channel and it.channel == event.channel), "")


def batches(plans: Plans, found: Iterable[Occurrence], by: str) -> list[Batch]:
    """Return messages in the order of the audiences, personas or channels, those of none at the end."""
    names = {it.id: it.name for it in _things(plans, by)}
    groups: dict[str, list[Occurrence]] = {key: [] for key in names}
    for it in found:
        group = group_of(plans, it.event, by)
        groups.setdefault(group if group in names else "", []).append(it)
    return [Batch(key, names.get(key, ""), tuple(those)) for key, those in groups.items() if those]


def put_in_status(store: Store, keys: Iterable[Key], status: MessageStatus) -> None:
    """Let messages be so far, each occurrence by itself. One step of undo."""
    wanted = list(dict.fromkeys(keys))
    if wanted:
        with store.change(say("plans.step.message", n=len(wanted))):
            for key in wanted:
                edit(store, key, Scope.ONLY_THIS, message=status)


def _things(plans: Plans, by: str) -> Iterable[Audience | Persona | Channel]:
    if by == CHANNEL:
        return plans.plan.channels.values()
    return plans.plan.personas.values() if by == PERSONA else plans.audiences.values()
