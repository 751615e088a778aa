"""Takes back what a rule did, while nobody has changed it since."""

from __future__ import annotations

from dataclasses import replace

from app.calendar import checklist as event_checklist
from app.calendar import editing as events
from app.calendar.event import ChecklistStep, Event, Scope
from app.calendar.saving import stamp
from app.members import editing as members
from app.message import say
from app.store import Store
from app.tasks import checklist as task_checklist
from app.tasks import editing as tasks
from app.tasks.task import Task, TaskStep
from app.workflows import running
from app.workflows.enrolment import Enrolment
from app.workflows.rule import Rule, RuleFiring
from app.workflows.rules.fired import Outcome
from app.workflows.rules.happening import PART, Subject
from app.workflows.rules.marks import Mark, read
from app.workflows.rules.saying import thing_of
from app.workflows.rules.world import World


def can_take_back(store: Store, row: RuleFiring) -> bool:
    """Return whether all that a rule did on an occasion is still as the rule left it."""
    return row.outcome == Outcome.DONE and bool(row.what) and all(_as_left(store, read(it)) for it in row.what)


def take_back(store: Store, row: RuleFiring) -> None:
    """Remove what a rule made and set back what it set, in one step; it does not fire for this occasion again."""
    rule = next(iter(store.of(Rule).some([row.rule])), None)
    with store.change(say("workflows.step.take_back", rule=rule.name if rule else "–")):
        for mark in reversed([read(it) for it in row.what]):
            _take(store, mark)
        store.of(RuleFiring).save([replace(row, at=stamp(store), outcome=Outcome.UNDONE)])


def _as_left(store: Store, mark: Mark) -> bool:
    thing = thing_of(store, mark)
    if mark.field and PART in mark.id:
        thing = World(store).fresh(Subject(mark.kind, mark.id, None)).thing if thing is not None else None
    if thing is None:
        return False
    if mark.field:
        return bool(getattr(thing, mark.field) == mark.new)
    match thing:
        case Task(created=created, changed=changed) | Event(created=created, changed=changed):
            return bool(created == changed)
        case Enrolment():
            return running.is_untouched(store, thing)
        case TaskStep(done=done) | ChecklistStep(done=done):
            return not done
    return False


def _take(store: Store, mark: Mark) -> None:
    key, _, original = mark.id.partition(PART)
    match mark.kind, mark.field:
        case "task", "":
            tasks.delete(store, [key])
        case "event", "":
            events.delete(store, [(key, "")], Scope.ALL)
        case "enrolment", _:
            running.take_away(store, [key])
        case "task_step", _:
            task_checklist.remove_step(store, key)
        case "checklist_step", _:
            event_checklist.remove_step(store, key)
        case "task", field:
            tasks.edit(store, [key], **{field: mark.old})
        case "event", field:
            events.edit(store, (key, original), **{field: mark.old})
        case "member", field:
            members.edit(store, [key], **{field: mark.old})
