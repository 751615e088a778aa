"""Names of the steps that undo takes back, as they follow the word "Undo:"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from app.calendar.event import Event, Scope
from app.calendar.occurrence import Key
from app.message import Message, say
from app.store import Store

FIELD_TEXTS: Final[Mapping[str, str]] = {
    "title": "step.edit.title",
    "short": "step.edit.short",
    "kind": "step.edit.kind",
    "day": "step.edit.day",
    "at": "step.edit.at",
    "minutes": "step.edit.length",
    "days": "step.edit.length",
    "zone": "step.edit.zone",
    "program": "step.edit.program",
    "personas": "step.edit.personas",
    "stage": "step.edit.stage",
    "channel": "step.edit.channel",
    "owner": "step.edit.owner",
    "status": "step.edit.status",
    "message": "step.edit.message",
    "prep": "step.edit.hours",
    "live": "step.edit.hours",
    "impact": "step.edit.impact",
    "ease": "step.edit.ease",
    "kpi": "step.edit.kpi",
    "success": "step.edit.success",
    "call_to_action": "step.edit.call_to_action",
    "public_text": "step.edit.public_text",
    "notes": "step.edit.notes",
    "link": "step.edit.link",
    "fixed": "step.edit.fixed",
    "rrule": "step.rule",
}


def move_step(titles: list[str], scope: Scope, day: date, *, repeats: bool) -> Message:
    """Name a move; `day` is where the first lands."""
    if len(titles) > 1:
        return say("step.move.many", n=len(titles))
    if repeats and scope is Scope.ALL:
        return say("step.move.all", title=titles[0])
    if repeats and scope is Scope.FOLLOWING:
        return say("step.move.following", title=titles[0], day=day)
    return say("step.move", title=titles[0], day=day)


def edit_step(title: str, fields: Mapping[str, object]) -> Message:
    """Name an edit by its field, or the event when there are several."""
    names = {FIELD_TEXTS.get(name, "step.edit") for name in fields}
    return Message(names.pop() if len(names) == 1 else "step.edit", (("title", title),))


def for_keys(store: Store, keys: Sequence[Key], one: str, many: str) -> Message:
    """Name what is done to one event by its title, to several by their number; Gone when the one is not there."""
    if len(keys) != 1:
        return Message(many, (("n", len(keys)),))
    return Message(one, (("title", store.of(Event).get(keys[0][0]).title),))
