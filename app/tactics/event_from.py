"""An event made from a tactic."""

from __future__ import annotations

from datetime import date

from app.calendar.event import ChecklistStep, Event, Status
from app.tactics.tactic import Tactic


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


def checklist_from(tactic: Tactic, event: str, ids: list[str]) -> list[ChecklistStep]:
    """Return the steps of the tactic as the checklist of an event; `ids` are new, one for each step."""
    return [
        ChecklistStep(new, event, position, text)
        for position, (new, text) in enumerate(zip(ids, tactic.steps, strict=True))
    ]
