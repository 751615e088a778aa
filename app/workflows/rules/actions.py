"""What a rule does. A registry; nothing here deletes anything, and nothing is sent anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from app.calendar import checklist as event_checklist
from app.calendar import editing as events
from app.calendar.event import LAST_DAY, ChecklistStep, Event, Status
from app.members import editing as members
from app.members.member import Member, MemberState
from app.message import Message, say
from app.playbook.becoming import make_event, make_task
from app.store import Store
from app.tactics.tactic import Tactic
from app.tasks import checklist as task_checklist
from app.tasks import editing as tasks
from app.tasks.task import Column, Priority, Task, TaskStep
from app.workflows import running
from app.workflows.enrolment import Enrolment
from app.workflows.rules.happening import DAY, Subject, made_by
from app.workflows.rules.marks import made, was_set
from app.workflows.rules.shapes import SAME, Shape, Token
from app.workflows.rules.triggers import number
from app.workflows.rules.world import World
from app.workflows.sequence import Sequence as Campaign

BLANK: Final = re.compile(r"\{(title|name|owner|date)\}")
BLANKS: Final = ("title", "name", "owner", "date")
LATEST: Final = LAST_DAY - timedelta(days=10_000)  # from where days can still be counted on
LINKED: Final = frozenset({"task", "event"})  # what a task or an event can be said to come from
WORK: Final = ("task", "event")
ALL: Final = ("task", "event", "incident", "delivery", DAY)


@dataclass(frozen=True, slots=True)
class Act:
    """One action on one subject, as if done on a day."""

    world: World
    subject: Subject
    day: date
    values: Mapping[str, str]
    rule: str

    @property
    def store(self) -> Store:
        """The playbook."""
        return self.world.store

    def filled(self, name: str) -> str:
        """Return a text of the rule with its placeholders filled."""
        subject, world = self.subject, self.world
        found = {
            "title": world.title(subject),
            "name": world.name(subject),
            "owner": world.owner_name(getattr(subject.thing, "owner", "")),
            "date": self.day.isoformat(),
        }
        text = BLANK.sub(lambda blank: found[blank[1]], self.values.get(name, ""))
        return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in text.split("\n"))

    def due(self) -> date | None:
        """Return the day that the rule names, counted from the day of the occasion."""
        if not self.values.get("due"):
            return None
        return min(self.day, LATEST) + timedelta(days=number(self.values, "due"))

    def owner(self) -> str:
        """Return whom the rule names."""
        owner = self.values.get("owner", "")
        return str(getattr(self.subject.thing, "owner", "")) if owner == SAME else owner


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a rule can do; `words` begin it, `rest` holds its tokens as blanks."""

    id: str
    words: Message
    rest: Message
    tokens: tuple[Token, ...]
    of: tuple[str, ...]  # the kinds of subjects that it can be done to
    says: Callable[[Act], Message]
    needless: Callable[[Act], bool]  # whether all is so already, or cannot be
    do: Callable[[Act], Sequence[str]]  # returns the marks of what was made or set


def _create_task(act: Act) -> Sequence[str]:
    return _new_task(act, act.filled("title"), priority=_priority(act), owner=act.owner())


def _prepare(act: Act) -> Sequence[str]:
    return _new_task(act, act.filled("title"), notes=act.filled("text"))


def _new_task(act: Act, title: str, **fields: Any) -> Sequence[str]:
    key = act.subject.kind, act.subject.key[0]
    sources = [key] if act.subject.kind in LINKED else []
    return [made("task", make_task(act.store, sources, title, due=act.due(), source=made_by(act.rule), **fields))]


def _task_exists(act: Act) -> bool:
    title = act.filled("title").strip()
    return not title or any(it.title == title and not it.finished for it in act.store.of(Task).where(title=title))


def _says_task(act: Act) -> Message:
    due = act.due()
    title = act.filled("title")
    return say("workflows.does.task_due", title=title, day=due) if due else say("workflows.does.task", title=title)


def _sets(field: str, value: Callable[[Act], Any]) -> tuple[Callable[[Act], bool], Callable[[Act], Sequence[str]]]:
    """Return whether a field of the subject has a value already, and what gives it that value."""

    def needless(act: Act) -> bool:
        return bool(getattr(act.subject.thing, field) == value(act))

    def do(act: Act) -> Sequence[str]:
        old, new = getattr(act.subject.thing, field), value(act)
        if act.subject.kind == "task":
            tasks.edit(act.store, [act.subject.id], **{field: new})
        else:
            events.edit(act.store, act.subject.key, **{field: new})
        return [was_set(act.subject.kind, act.subject.id, field, old, new)]

    return needless, do


def _column(act: Act) -> str:
    known = act.world.of(Column).get(act.values.get("column", ""))
    return known.id if known else str(act.subject.thing.column)


def _status(act: Act) -> Any:
    wanted = act.values.get("status", "")
    return Status(wanted) if wanted in set(Status) else act.subject.thing.status


def _priority(act: Act) -> int:
    return min(max(number(act.values, "priority"), Priority.NONE), Priority.HIGH)


def _with_note(act: Act) -> str:
    old, new = _holder(act).notes, act.filled("text").strip()
    return "\n".join(part for part in (old.rstrip(), new) if part)


def _holder(act: Act) -> Any:
    return act.subject.thing if act.subject.kind in WORK else act.world.member(act.subject)


def _note_needless(act: Act) -> bool:
    holder, text = _holder(act), act.filled("text").strip()
    return holder is None or not text or text in holder.notes.split("\n")


def _note(act: Act) -> Sequence[str]:
    holder = _holder(act)
    if isinstance(holder, Member):
        return _set_member(act, holder, "notes", _with_note(act))
    return _sets("notes", _with_note)[1](act)


def _set_member(act: Act, member: Member, field: str, value: str) -> Sequence[str]:
    members.edit(act.store, [member.id], **{field: value})
    return [was_set("member", member.id, field, getattr(member, field), value)]


def _set_state(act: Act) -> Sequence[str]:
    member = act.world.member(act.subject)
    return _set_member(act, member, "state", act.values["state"]) if member else ()


def _state_needless(act: Act) -> bool:
    member, state = act.world.member(act.subject), act.values.get("state", "")
    return member is None or member.state == state or state not in act.world.of(MemberState)


def _start_sequence(act: Act) -> Sequence[str]:
    return [made("enrolment", run) for run in running.start(act.store, act.values["sequence"], _whom(act), act.day)]


def _sequence_needless(act: Act) -> bool:
    """Return whether there is nobody to start it for, or whoever it is walks it already."""
    sequence, whom = act.values.get("sequence", ""), _whom(act)
    if sequence not in act.world.of(Campaign) or (not whom and act.subject.kind != DAY):
        return True
    runs = act.store.of(Enrolment).where(sequence=sequence)
    return any(run.member in (whom or [""]) and run.way in running.OPEN for run in runs)


def _whom(act: Act) -> list[str]:
    member = act.world.member(act.subject)
    return [member.id] if member else []


def _says_sequence(act: Act) -> Message:
    sequence = act.world.of(Campaign).get(act.values.get("sequence", ""))
    name = act.world.name(act.subject)
    said = sequence.name if sequence else ""
    return (
        say("workflows.does.sequence_for", title=said, name=name)
        if name
        else say("workflows.does.sequence", title=said)
    )


def _steps(act: Act) -> list[str]:
    there = {step.text for step in _checklist(act)}
    lines = (line.strip() for line in act.filled("lines").split("\n"))
    return [line for line in dict.fromkeys(lines) if line and line not in there]


def _checklist(act: Act) -> Sequence[TaskStep | ChecklistStep]:
    if act.subject.kind == "task":
        return list(act.store.of(TaskStep).where(task=act.subject.id))
    return list(act.store.of(ChecklistStep).where(event=act.subject.key[0]))


def _add_steps(act: Act) -> Sequence[str]:
    if act.subject.kind == "task":
        return [made("task_step", task_checklist.add_step(act.store, act.subject.id, it)) for it in _steps(act)]
    event = act.subject.key[0]
    return [made("checklist_step", event_checklist.add_step(act.store, event, it)) for it in _steps(act)]


def _add_event(act: Act) -> Sequence[str]:
    key = act.subject.kind, act.subject.key[0]
    sources = [key] if act.subject.kind == "task" else []
    return [made("event", make_event(act.store, sources, "", act.due(), tactic=act.values.get("tactic", "")))]


def _event_needless(act: Act) -> bool:
    tactic = act.values.get("tactic", "")
    same = act.store.of(Event).where(tactic=tactic, day=act.due())
    return tactic not in act.world.of(Tactic) or any(not event.repeats for event in same)


def _says_event(act: Act) -> Message:
    tactic, due = act.world.of(Tactic).get(act.values.get("tactic", "")), act.due()
    title = tactic.title if tactic else ""
    return say("workflows.does.event_day", title=title, day=due) if due else say("workflows.does.event", title=title)


def _says_owner(act: Act) -> Message:
    return say("workflows.does.assign", name=act.world.owner_name(act.owner()))


def _says_state(act: Act) -> Message:
    state = act.world.of(MemberState).get(act.values.get("state", ""))
    return say("workflows.does.state", name=act.world.name(act.subject), title=state.name if state else "")


def _says_set(act: Act) -> Message:
    return say("workflows.does.set", title=act.world.title(act.subject))


_ACTIONS: Final[Sequence[Action]] = (
    Action(
        "create_task", say("workflows.do.create_task"), say("workflows.do.create_task.rest"),
        (
            Token("title", Shape.TEXT), Token("due", Shape.DUE, "0", any=True), Token("priority", Shape.PRIORITY, "0"),
            Token("owner", Shape.OWNER, any=True, same=True),
        ), ALL, _says_task, _task_exists, _create_task,
    ),
    Action(
        "prepare", say("workflows.do.prepare"), say("workflows.do.prepare.rest"),
        (Token("title", Shape.TEXT), Token("text", Shape.LINES), Token("due", Shape.DUE, "0", any=True)),
        ALL, _says_task, _task_exists, _prepare,
    ),
    Action(
        "assign", say("workflows.do.assign"), say("workflows.do.owner.rest"),
        (Token("owner", Shape.OWNER, any=True),), WORK, _says_owner, *_sets("owner", Act.owner),
    ),
    Action(
        "move_task", say("workflows.do.move_task"), say("workflows.do.move_task.rest"),
        (Token("column", Shape.COLUMN),), ("task",), _says_set, *_sets("column", _column),
    ),
    Action(
        "set_status", say("workflows.do.set_status"), say("workflows.do.set_status.rest"),
        (Token("status", Shape.STATUS, Status.READY.value),), ("event",), _says_set, *_sets("status", _status),
    ),
    Action(
        "set_due", say("workflows.do.set_due"), say("workflows.do.set_due.rest"),
        (Token("due", Shape.DUE, "0", any=True),), ("task",), _says_set, *_sets("due", Act.due),
    ),
    Action(
        "set_priority", say("workflows.do.set_priority"), say("workflows.do.set_priority.rest"),
        (Token("priority", Shape.PRIORITY, "3"),), ("task",), _says_set, *_sets("priority", _priority),
    ),
    Action(
        "checklist", say("workflows.do.checklist"), say("workflows.do.checklist.rest"),
        (Token("lines", Shape.LINES),), WORK, _says_set, lambda act: not _steps(act), _add_steps,
    ),
    Action(
        "add_event", say("workflows.do.add_event"), say("workflows.do.add_event.rest"),
        (Token("tactic", Shape.TACTIC), Token("due", Shape.DUE, "7", any=True)), ALL, _says_event, _event_needless,
        _add_event,
    ),
    Action(
        "start", say("workflows.do.start"), say("workflows.do.start.rest"), (Token("sequence", Shape.SEQUENCE),),
        ("incident", "delivery", DAY), _says_sequence, _sequence_needless, _start_sequence,
    ),
    Action(
        "state", say("workflows.do.state"), say("workflows.do.state.rest"), (Token("state", Shape.STATE),),
        ("incident", "delivery"), _says_state, _state_needless, _set_state,
    ),
    Action(
        "note", say("workflows.do.note"), say("workflows.do.note.rest"), (Token("text", Shape.TEXT),),
        ("task", "event", "incident", "delivery"), _says_set, _note_needless, _note,
    ),
)  # fmt: skip
ACTIONS: Final[Mapping[str, Action]] = {action.id: action for action in _ACTIONS}
