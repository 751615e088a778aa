"""What must hold besides: fields of the subject. A registry."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.calendar.event import Event
from app.guide.incident import Incident
from app.message import Message, say
from app.tasks.task import Task
from app.workflows.enrolment import Delivery, Enrolment
from app.workflows.rules.happening import Occasion, Subject
from app.workflows.rules.shapes import NO, YES, Shape, Token
from app.workflows.rules.triggers import Values, number
from app.workflows.rules.world import World

Holds = Callable[[Values, Occasion, World], bool]
ANYTHING: Final = ("task", "event", "incident", "delivery")
IS: Final = Token("is", Shape.IS, YES)


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that can be asked about a subject; `words` begin it, `rest` holds its tokens as blanks."""

    id: str
    words: Message
    rest: Message
    tokens: tuple[Token, ...]
    of: tuple[str, ...]  # the kinds of subjects that it can be asked about
    holds: Holds


def _is(found: Callable[[Subject, World], Collection[str]]) -> Holds:
    """Ask whether one of the values of a subject is, or none is, what the rule names."""

    def holds(values: Values, occasion: Occasion, world: World) -> bool:
        here = values.get("value", "") in (found(occasion.subject, world) or ("",))
        return here is not (values.get("is") == NO)

    return holds


def _own(field: str) -> Callable[[Subject, World], Collection[str]]:
    return lambda subject, _: (str(getattr(subject.thing, field)),)


def _priority(subject: Subject, _: World) -> Collection[str]:
    return (str(int(subject.thing.priority)),)


def _personas(subject: Subject, world: World) -> Collection[str]:
    match subject.thing:
        case Task(persona=persona):
            return (persona,)
        case Event(personas=personas):
            return personas
    member = world.member(subject)
    return (member.persona,) if member else ()


def _state(subject: Subject, world: World) -> Collection[str]:
    member = world.member(subject)
    return (member.state,) if member else ()


def _sequence(subject: Subject, world: World) -> Collection[str]:
    return (world.sequence(subject),)


def _has_tag(values: Values, occasion: Occasion, world: World) -> bool:
    subject = occasion.subject
    holder = subject.thing if isinstance(subject.thing, Task) else world.member(subject)
    tags = {tag.casefold() for tag in holder.tags} if holder else set()
    return (values.get("value", "").strip().casefold() in tags) is not (values.get("is") == NO)


def _contains(values: Values, occasion: Occasion, world: World) -> bool:
    wanted = values.get("text", "").strip().casefold()
    return bool(wanted) and wanted in _text(occasion.subject, world).casefold()


def _text(subject: Subject, world: World) -> str:
    match subject.thing:
        case Task(title=title, notes=notes) | Event(title=title, notes=notes):
            return f"{title}\n{notes}"
        case Incident(what=what, done=done):
            return f"{world.title(subject)}\n{what}\n{done}"
        case Delivery(text=text):
            return f"{world.title(subject)}\n{text}"
    return ""


def _older(values: Values, occasion: Occasion, world: World) -> bool:
    thing = occasion.subject.thing
    if isinstance(thing, Delivery):
        thing = world.of(Enrolment).get(thing.enrolment)
    created = getattr(thing, "created", 0)
    return bool(created) and world.day_of(created) + timedelta(days=number(values, "age")) < occasion.day


def _one(id: str, words: Message, shape: Shape, of: tuple[str, ...], holds: Holds, *, any: bool = False) -> Condition:
    return Condition(id, words, say("workflows.if.value"), (IS, Token("value", shape, any=any)), of, holds)


_CONDITIONS: Final[Sequence[Condition]] = (
    _one("column", say("workflows.if.column"), Shape.COLUMN, ("task",), _is(_own("column"))),
    _one("priority", say("workflows.if.priority"), Shape.PRIORITY, ("task",), _is(_priority)),
    _one("tag", say("workflows.if.tag"), Shape.WORDS, ("task", "incident", "delivery"), _has_tag),
    _one("owner", say("workflows.if.owner"), Shape.OWNER, ("task", "event"), _is(_own("owner")), any=True),
    _one("persona", say("workflows.if.persona"), Shape.PERSONA, ANYTHING, _is(_personas), any=True),
    _one("stage", say("workflows.if.stage"), Shape.STAGE, ("task", "event"), _is(_own("stage")), any=True),
    _one("program", say("workflows.if.program"), Shape.PROGRAM, ("task", "event"), _is(_own("program")), any=True),
    _one("kind", say("workflows.if.kind"), Shape.KIND, ("event",), _is(_own("kind"))),
    _one("channel", say("workflows.if.channel"), Shape.CHANNEL, ("event",), _is(_own("channel"))),
    _one("status", say("workflows.if.status"), Shape.STATUS, ("event",), _is(_own("status"))),
    _one("severity", say("workflows.if.severity"), Shape.SEVERITY, ("incident",), _is(_own("severity"))),
    _one("scenario", say("workflows.if.scenario"), Shape.SCENARIO, ("incident",), _is(_own("scenario"))),
    _one("state", say("workflows.if.state"), Shape.STATE, ("incident", "delivery"), _is(_state)),
    _one("sequence", say("workflows.if.sequence"), Shape.SEQUENCE, ("delivery",), _is(_sequence)),
    Condition(
        "text", say("workflows.if.text"), say("workflows.if.text.rest"), (Token("text", Shape.WORDS),), ANYTHING,
        _contains,
    ),
    Condition(
        "older", say("workflows.if.older"), say("workflows.if.older.rest"), (Token("age", Shape.AGE, "7"),), ANYTHING,
        _older,
    ),
)  # fmt: skip
CONDITIONS: Final[Mapping[str, Condition]] = {condition.id: condition for condition in _CONDITIONS}
