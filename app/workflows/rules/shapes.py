"""The shapes of what a rule wants to be told: a column, a person, some days; and what there is to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from app.calendar.event import Status
from app.calendar.kind import Channel, Kind
from app.calendar.program import Program
from app.funnel.stage import Stage
from app.guide.escalation import Scenario, Severity
from app.members.member import MemberState
from app.message import Message, say
from app.personas.persona import Persona
from app.playbook.playbook import Person
from app.tactics.tactic import Tactic
from app.tasks.columns import in_order, name_of
from app.tasks.task import Column, Priority
from app.workflows.rules.world import World
from app.workflows.sequence import Sequence as Campaign

SAME: Final = "same"  # the owner of the subject
YES, NO = "yes", "no"
NEAR: Final = (-14, -7, -3, -2, -1, 0, 1, 2, 3, 7, 14)
AGES: Final = (1, 2, 3, 5, 7, 14, 21, 30, 60)
AHEAD: Final = (0, 1, 2, 3, 5, 7, 14, 30)


class Shape(StrEnum):
    """What a token holds."""

    IS = "is"
    COLUMN = "column"
    PRIORITY = "priority"
    OWNER = "owner"
    PERSONA = "persona"
    STAGE = "stage"
    PROGRAM = "program"
    KIND = "kind"
    CHANNEL = "channel"
    STATUS = "status"
    SEVERITY = "severity"
    SCENARIO = "scenario"
    STATE = "state"
    SEQUENCE = "sequence"
    TACTIC = "tactic"
    WEEKDAY = "weekday"
    NEAR = "near"  # days before or after
    AGE = "age"  # days that something lasts
    DUE = "due"  # days ahead, or no day
    TEXT = "text"  # one line, with placeholders
    LINES = "lines"  # several lines
    WORDS = "words"  # what is looked for


TYPED: Final = frozenset({Shape.TEXT, Shape.LINES, Shape.WORDS})


@dataclass(frozen=True, slots=True)
class Token:
    """One place in a sentence that a person fills; `value` is what it begins with."""

    name: str
    shape: Shape
    value: str = ""
    any: bool = False  # whether "" is a choice: any, or none
    same: bool = False  # whether the owner of the subject is a choice


PRIORITY_TEXTS: Final[Mapping[int, str]] = {
    Priority.NONE: "workflows.priority.none",
    Priority.LOW: "workflows.priority.low",
    Priority.MEDIUM: "workflows.priority.medium",
    Priority.HIGH: "workflows.priority.high",
}
STATUS_TEXTS: Final[Mapping[Status, str]] = {
    Status.IDEA: "workflows.status.idea",
    Status.PLANNED: "workflows.status.planned",
    Status.READY: "workflows.status.ready",
    Status.DONE: "workflows.status.done",
    Status.SKIPPED: "workflows.status.skipped",
}
SEVERITY_TEXTS: Final[Mapping[Severity, str]] = {
    Severity.LOW: "workflows.severity.low",
    Severity.MEDIUM: "workflows.severity.medium",
    Severity.HIGH: "workflows.severity.high",
}
WEEKDAY_TEXTS: Final = (
    "workflows.weekday.0", "workflows.weekday.1", "workflows.weekday.2", "workflows.weekday.3", "workflows.weekday.4",
    "workflows.weekday.5", "workflows.weekday.6",
)  # fmt: skip
ANY_TEXTS: Final[Mapping[Shape, str]] = {
    Shape.COLUMN: "workflows.any.column",
    Shape.STATUS: "workflows.any.status",
    Shape.SEQUENCE: "workflows.any.sequence",
    Shape.OWNER: "workflows.any.owner",
    Shape.DUE: "workflows.any.due",
    Shape.PERSONA: "workflows.any.none",
    Shape.STAGE: "workflows.any.none",
    Shape.PROGRAM: "workflows.any.none",
}
NAMED: Final[Mapping[Shape, type[Any]]] = {
    Shape.PERSONA: Persona,
    Shape.STAGE: Stage,
    Shape.PROGRAM: Program,
    Shape.KIND: Kind,
    Shape.CHANNEL: Channel,
    Shape.SCENARIO: Scenario,
    Shape.STATE: MemberState,
    Shape.SEQUENCE: Campaign,
    Shape.TACTIC: Tactic,
    Shape.OWNER: Person,
}
Choices = Sequence[tuple[str, str | Message]]


def choices(token: Token, world: World) -> Choices:
    """Return what can be chosen for a token, as (value, name); nothing for what is typed."""
    shape = token.shape
    first: list[tuple[str, str | Message]] = [("", Message(ANY_TEXTS[shape]))] if token.any else []
    if token.same:
        first.append((SAME, say("workflows.owner.same")))
    if shape in NAMED:
        things = sorted(world.of(NAMED[shape]).values(), key=lambda it: (it.position, it.id))
        return first + [(it.id, getattr(it, "name", "") or getattr(it, "title", "")) for it in things if _offered(it)]
    if shape is Shape.COLUMN:
        return first + [(it.id, name_of(it)) for it in in_order(world.of(Column).values())]
    return first + _fixed(shape)


def named(token: Token, value: str, world: World) -> str | Message | None:
    """Return the name of a value that was chosen; None when it names nothing that is there."""
    if token.shape in TYPED:
        return value
    found = next((name for known, name in choices(token, world) if known == value), None)
    if found is not None or token.shape not in {Shape.NEAR, Shape.AGE, Shape.DUE}:
        return found
    return _days(token.shape, int(value)) if value.removeprefix("-").isdecimal() else None


def _fixed(shape: Shape) -> list[tuple[str, str | Message]]:
    match shape:
        case Shape.IS:
            return [(YES, say("workflows.is")), (NO, say("workflows.is_not"))]
        case Shape.PRIORITY:
            return [(str(int(it)), Message(PRIORITY_TEXTS[it])) for it in reversed(Priority)]
        case Shape.STATUS:
            return [(it.value, Message(STATUS_TEXTS[it])) for it in Status]
        case Shape.SEVERITY:
            return [(it.value, Message(SEVERITY_TEXTS[it])) for it in Severity]
        case Shape.WEEKDAY:
            return [(str(day), Message(text)) for day, text in enumerate(WEEKDAY_TEXTS)]
    days = {Shape.NEAR: NEAR, Shape.AGE: AGES, Shape.DUE: AHEAD}.get(shape, ())
    return [(str(day), _days(shape, day)) for day in days]


def _days(shape: Shape, days: int) -> Message:
    if shape is Shape.AGE:
        return say("workflows.days", n=days)
    if days == 0:
        return say("workflows.days.on" if shape is Shape.NEAR else "workflows.days.that")
    if days < 0:
        return say("workflows.days.before", n=-days)
    return say("workflows.days.after" if shape is Shape.NEAR else "workflows.days.ahead", n=days)


def _offered(thing: Any) -> bool:
    return not (getattr(thing, "archived", False) or getattr(thing, "is_map", False))
