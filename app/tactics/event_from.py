"""An event made from a tactic."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.calendar.event import ChecklistStep, Event, MessageStatus, Status
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic

SHORT: Final = 14  # letters on the narrow chips of the 90-day page


def event_from(tactic: Tactic, id: str, day: date | None, zone: str, now: int) -> Event:
    """Return what the tactic describes, once, on a day or in the backlog; `now` is UTC microseconds."""
    return Event(
        id=id,
        title=tactic.title,
        kind=tactic.kind,
        day=day,
        at=tactic.at,
        minutes=tactic.minutes,
        days=tactic.days,
        zone=zone if tactic.at else "",
        short=tactic.short,
        tactic=tactic.id,
        personas=tactic.personas,
        stage=tactic.stage,
        channel=tactic.channel,
        owner=tactic.owner,
        status=Status.PLANNED if day else Status.IDEA,
        prep=tactic.prep,
        live=tactic.live,
        impact=tactic.impact,
        ease=tactic.ease,
        success=tactic.success,
        call_to_action=tactic.call_to_action,
        public_text=tactic.public_text,
        notes=tactic.notes,
        created=now,
        changed=now,
    )


def message_from(message: TacticMessage, event: Event, id: str, day: date, kind: str, now: int) -> Event:
    """Return a message of a tactic as a draft on its day, for whom the event is; its hours are those of the event."""
    return Event(
        id=id,
        title=title_of(message, event),
        kind=kind,
        day=day,
        short=message.name if len(message.name) <= SHORT else "",
        program=event.program,
        personas=event.personas,
        stage=event.stage,
        channel=message.channel,
        owner=event.owner,
        message=MessageStatus.DRAFT,
        public_text=message.texts,
        created=now,
        changed=now,
    )


def title_of(message: TacticMessage, event: Event) -> str:
    """Return what a message of an event is called."""
    return f"{message.name}: {event.title}"


def checklist_from(tactic: Tactic, event: str, ids: list[str]) -> list[ChecklistStep]:
    """Return the steps of the tactic as the checklist of an event; `ids` are new, one for each step."""
    return [
        ChecklistStep(new, event, position, text)
        for position, (new, text) in enumerate(zip(ids, tactic.steps, strict=True))
    ]
