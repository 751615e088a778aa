"""What rules did, as messages: in passing, and in the log."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence as Several
from typing import Any, Final

from app.calendar.event import ChecklistStep, Event, Status
from app.members.member import Member, MemberState
from app.message import Message, say
from app.playbook.playbook import Person
from app.store import Store
from app.tasks.columns import name_of
from app.tasks.task import Column, Task, TaskStep
from app.workflows.enrolment import Enrolment
from app.workflows.rule import Rule, RuleFiring
from app.workflows.rules.happening import PART
from app.workflows.rules.marks import Mark, read
from app.workflows.rules.shapes import PRIORITY_TEXTS, STATUS_TEXTS
from app.workflows.sequence import Sequence

KINDS: Final[Mapping[str, type[Any]]] = {
    "task": Task,
    "event": Event,
    "task_step": TaskStep,
    "checklist_step": ChecklistStep,
    "member": Member,
    "enrolment": Enrolment,
}
MADE_TEXTS: Final[Mapping[str, str]] = {
    "task": "workflows.did.task",
    "event": "workflows.did.event",
    "task_step": "workflows.did.step",
    "checklist_step": "workflows.did.step",
    "enrolment": "workflows.did.sequence",
}
SET_TEXTS: Final[Mapping[str, str]] = {
    "owner": "workflows.did.owner",
    "column": "workflows.did.column",
    "status": "workflows.did.status",
    "due": "workflows.did.due",
    "priority": "workflows.did.priority",
    "notes": "workflows.did.notes",
    "state": "workflows.did.state",
}


def done_message(store: Store, rule: Rule, rows: Several[RuleFiring]) -> Message:
    """Say in passing what a rule did just now."""
    marks = [mark for row in rows for mark in row.what]
    if len(marks) == 1:
        return say("workflows.told.one", rule=rule.name, what=said(store, read(marks[0])))
    return say("workflows.told.many", rule=rule.name, n=len(marks))


def said(store: Store, mark: Mark) -> Message:
    """Say what was made or set, by the name that it has now."""
    title = title_of(store, mark)
    if not mark.field:
        return Message(MADE_TEXTS.get(mark.kind, "workflows.did.task"), (("title", title),))
    return Message(SET_TEXTS.get(mark.field, "workflows.did.notes"), (("title", title), ("value", _value(store, mark))))


def title_of(store: Store, mark: Mark) -> str:
    """Return what a thing is called now; a dash when it is not there."""
    thing = thing_of(store, mark)
    if isinstance(thing, Enrolment):
        thing = next(iter(store.of(Sequence).some([thing.sequence])), None)
    text = getattr(thing, "title", "") or getattr(thing, "text", "") or getattr(thing, "name", "")
    return str(text) or "–"


def thing_of(store: Store, mark: Mark) -> Any:
    """Return the thing of a mark, or None when it is not there any more."""
    kind = KINDS.get(mark.kind)
    return next(iter(store.of(kind).some([mark.id.partition(PART)[0]])), None) if kind else None


def _value(store: Store, mark: Mark) -> str | Message:
    match mark.field:
        case "column":
            column = next(iter(store.of(Column).some([mark.new])), None)
            return name_of(column) if column else "–"
        case "owner":
            person = next(iter(store.of(Person).some([mark.new])), None)
            return person.name if person else say("workflows.any.owner")
        case "state":
            state = next(iter(store.of(MemberState).some([mark.new])), None)
            return state.name if state else "–"
        case "status":
            return Message(STATUS_TEXTS[Status(mark.new)])
        case "priority":
            return Message(PRIORITY_TEXTS[mark.new])
        case "due":
            return say("workflows.day", day=mark.new) if mark.new else say("workflows.any.due")
    return ""
