"""Ready guides: read from ready content, copied into a playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from app.guide.chapter import Chapter
from app.guide.coverage import Duty, Promise
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine, ToneShape
from app.message import say
from app.playbook.playbook import Person
from app.store import Store

Raw = Mapping[str, Any]
Placing = Callable[[str], date]
BUILT: Final = frozenset(("tone", "escalation", "strikes", "roles", "coverage", "replies", "resources", "answers"))
REFERS: Final[Mapping[str, type[Any]]] = {
    "role": GuideRole,
    "scenario": Scenario,
    "reply": Reply,
    "told": GuideRole,
    "people": Person,
    "approved_by": Person,
    "confirmed_by": Person,
}


@dataclass(frozen=True, slots=True)
class ReadyGuide:
    """All of a guide, parts after what they are part of; until it is copied its ids are keys."""

    things: tuple[Any, ...] = ()


def read_guide(raw: Raw, place: Placing | None = None) -> ReadyGuide:
    """Return a ready guide; `place` says which day a place such as "3 FR" is, without it nothing is dated."""
    if not raw:
        return ReadyGuide()
    reading = (_chapters, _tone, _scenarios, _rows, _strikes, _roles, _replies, _knowledge, _coverage)
    things = tuple(thing for read in reading for thing in read(raw))
    return ReadyGuide(tuple(_dated(thing, place) for thing in things))


def copy_guide(store: Store, guide: ReadyGuide, people: Mapping[str, str]) -> None:
    """Add a guide to a playbook, inside a change; `people` are the ids of those whom it names by key."""
    ids: dict[tuple[type[Any], str], str] = {(type(it), it.id): store.new_id() for it in guide.things}
    ids |= {(Person, key): own for key, own in people.items()}
    for kind in dict.fromkeys(type(it) for it in guide.things):
        store.of(kind).save(_copied(it, ids) for it in guide.things if type(it) is kind)


def start_guide(store: Store, guide: ReadyGuide) -> None:
    """Begin the guide of a playbook that has none with a ready one, led by its first person. One step of undo."""
    lead = min(store.of(Person).all(), key=lambda it: (it.position, it.id), default=None)
    with store.change(say("guide.step.start")):
        copy_guide(store, guide, {"lead": lead.id} if lead else {})


def _copied(thing: Any, ids: Mapping[tuple[type[Any], str], str]) -> Any:
    own: dict[str, Any] = {"id": ids[type(thing), thing.id]}
    for field in fields(thing):
        kind, value = REFERS.get(field.name), getattr(thing, field.name)
        if kind is not None and isinstance(value, tuple):
            own[field.name] = tuple(ids[kind, key] for key in value if (kind, key) in ids)
        elif kind is not None:
            own[field.name] = ids.get((kind, value), "")
    return replace(thing, **own)


def _dated(thing: Any, place: Placing | None) -> Any:
    """Return a thing whose days are days: until now they are places of the quarter."""
    days = {name: getattr(thing, name, None) for name in ("approved", "review", "last_used", "confirmed")}
    said = {name: place(value) if place else None for name, value in days.items() if value}
    return replace(thing, **said) if said else thing


def _chapters(raw: Raw) -> Iterator[Chapter]:
    for row, (key, one) in enumerate(raw["chapters"].items()):
        built = key if key in BUILT else ""
        yield Chapter(key, one["name"], built, one["text"], row, one["public"])


def _tone(raw: Raw) -> Iterator[ToneLine]:
    rows = dict.fromkeys(ToneShape, 0)
    for number, one in enumerate(raw["tone"]):
        shape = ToneShape(one["shape"])
        yield ToneLine(str(number), shape, one["text"], one.get("other", ""), one.get("example", ""), rows[shape])
        rows[shape] += 1


def _scenarios(raw: Raw) -> Iterator[Scenario]:
    for row, (key, one) in enumerate(raw["scenarios"].items()):
        yield Scenario(key, one["name"], one["signs"], row, key)


def _rows(raw: Raw) -> Iterator[Escalation]:
    for key, scenario in raw["scenarios"].items():
        for severity, one in scenario["rows"].items():
            yield Escalation(
                f"{key}/{severity}", key, Severity(severity), one["action"], tuple(one["told"]), one["within"],
                one["after_hours"], one["route"], one["reply"], one["strike"],
            )  # fmt: skip


def _strikes(raw: Raw) -> Iterator[StrikeLevel]:
    for row, one in enumerate(raw["strikes"]):
        message = tuple(one["message"].items())
        yield StrikeLevel(str(row), one["name"], one["action"], message, one["days"], row)


def _roles(raw: Raw) -> Iterator[GuideRole]:
    for row, (key, one) in enumerate(raw["roles"].items()):
        yield GuideRole(
            key, one["name"], one["colour"], tuple(one["duties"]), tuple(one["people"]), one["expects"],
            one["response"], one.get("contact", ""), one["counts"], row,
        )  # fmt: skip


def _replies(raw: Raw) -> Iterator[Reply | ReplyText]:
    for row, (key, one) in enumerate(raw["replies"].items()):
        known = {name: one[name] for name in ("approved_by", "approved", "review", "used", "last_used") if name in one}
        yield Reply(key, one["name"], one["scenario"], position=row, **known)
    for key, one in raw["replies"].items():
        for at, variant in enumerate(one["texts"]):
            for language, text in variant["texts"].items():
                yield ReplyText(f"{key}/{at}/{language}", key, variant["name"], language, text, at)


def _knowledge(raw: Raw) -> Iterator[Resource | KnownAnswer]:
    for row, one in enumerate(raw["resources"]):
        yield Resource(str(row), one["name"], one.get("address", ""), one["notes"], position=row)
    for row, one in enumerate(raw["answers"]):
        known = {name: one[name] for name in ("confirmed_by", "confirmed") if name in one}
        yield KnownAnswer(
            str(row), one["question"], one["answer"], tuple(one["similar"]), position=row, **known
        )  # fmt: skip


def _coverage(raw: Raw) -> Iterator[Duty | Promise]:
    for row, one in enumerate(raw["duties"]):
        yield Duty(str(row), one["role"], one["weekday"], one["start"], one["end"])
    for row, one in enumerate(raw["promises"]):
        yield Promise(str(row), one["name"], one["within"], tuple(one["weekdays"]), one["start"], one["end"], row)
