"""What an iCalendar file cannot say of an event travels in lines of our own and comes back on import."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from typing import Any, Final, NamedTuple

from app.calendar.event import ChecklistStep, Event, MessageStatus, Status
from app.calendar.kind import Channel, Kind
from app.calendar.overridden import OF_THE_SERIES
from app.calendar.plan import Plan
from app.calendar.program import Program
from app.calendar.rhythm.raw_rule import refusal
from app.calendar.start import read, written
from app.exchange.ics.component import Component
from app.exchange.ics.content_line import Line, escape, line, unescape
from app.exchange.ics.zone import is_zone
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.playbook.playbook import Person
from app.purpose.kpi import Kpi
from app.tactics.tactic import Tactic

PREFIX: Final = "X-SEDYANKA-"
UID_TAIL: Final = "@sedyanka"
HOURS_MOST: Final = 10_000.0
ID_MOST: Final = 100  # letters
STARTS_MOST: Final = 40_000  # letters: some 2,000 starts
LATEST: Final = 10**16  # UTC microseconds: in the year 2286
NAMED: Final[dict[str, type[Any]]] = {  # fields that hold the id of a thing with a name
    "kind": Kind,
    "program": Program,
    "stage": Stage,
    "channel": Channel,
    "owner": Person,
    "kpi": Kpi,
    "tactic": Tactic,
    "personas": Persona,
}
_SHELVES: Final = {
    "kind": "kinds", "program": "programs", "stage": "stages", "channel": "channels", "owner": "people",
    "kpi": "kpis", "tactic": "tactics", "personas": "personas",
}  # fmt: skip


class Named(NamedTuple):
    """A thing that a file speaks of: its id where the file was written, and its name."""

    field: str
    id: str
    name: str


def x_name(field: str) -> str:
    """Return the name of the line that carries a field."""
    return PREFIX + field.upper().replace("_", "-")


def x_line(name: str, text: str, **params: str) -> str:
    """Return a line of our own."""
    return line(x_name(name), escape(text), VALUE="TEXT", **params)


def shelf(plan: Plan, field: str) -> dict[str, Any]:
    """Return the things that a field may point to, by id."""
    things: dict[str, Any] = getattr(plan, _SHELVES[field])
    return things


def name_of(plan: Plan, field: str, id: str) -> str:
    """Return the name of the thing that a field points to, "" when there is none."""
    thing = shelf(plan, field).get(id)
    return getattr(thing, "name", "") or getattr(thing, "title", "") if thing else ""


def _hours(text: str) -> float:
    hours = float(text)
    if not 0 <= hours <= HOURS_MOST:
        raise ValueError(text)
    return hours


def _whole(least: int, greatest: int) -> Callable[[str], int]:
    def read_number(text: str) -> int:
        number = int(text) if len(text) < 20 else -1
        if not least <= number <= greatest:
            raise ValueError(text)
        return number

    return read_number


def _rule(text: str) -> str:
    if refusal(text):
        raise ValueError(text)
    return text


def _starts(text: str) -> tuple[str, ...]:
    if len(text) > STARTS_MOST:
        raise ValueError(text)
    return tuple(written(read(start)) for start in text.split())


def _zone(text: str) -> str:
    if text and not is_zone(text):
        raise ValueError(text)
    return text


def _id(text: str) -> str:
    if not 0 < len(text) <= ID_MOST:
        raise ValueError(text)
    return text


_PLAIN: Final[dict[str, tuple[Callable[[Any], str], Callable[[str], Any]]]] = {  # how a field is written, and read
    "split_from": (str, str),
    "short": (str, str),
    "status": (str, Status),
    "message": (str, MessageStatus),
    "prep": (repr, _hours),
    "live": (repr, _hours),
    "impact": (str, _whole(0, 5)),
    "ease": (str, _whole(0, 5)),
    "success": (str, str),
    "call_to_action": (str, str),
    "notes": (str, str),
    "fixed": (lambda value: str(int(value)), lambda text: text == "1"),
    "uid": (str, str),
}
# What the standard lines say as well; written only where they cannot: a length that an all-day event keeps for later.
_SHADOWED: Final[dict[str, tuple[Callable[[Any], str], Callable[[str], Any]]]] = {
    "id": (str, _id),
    "title": (str, str),
    "at": (lambda at: at.isoformat("minutes"), time.fromisoformat),
    "minutes": (str, _whole(0, 3660 * 1440)),
    "days": (str, _whole(1, 3660)),
    "zone": (str, _zone),
    "rrule": (str, _rule),
    "rdates": (" ".join, _starts),
    "link": (str, str),
    "created": (str, _whole(0, LATEST)),
    "changed": (str, _whole(0, LATEST)),
}
OF_AN_OCCURRENCE: Final = frozenset(Event.__slots__) - OF_THE_SERIES
_READERS: Final = {x_name(field): (field, reader) for field, (_, reader) in (_PLAIN | _SHADOWED).items()}
_NAMED_LINES: Final = {x_name(field): field for field in NAMED}
_DEFAULTS: Final = Event("", "", "")


def own_lines(plan: Plan, event: Event) -> Iterator[str]:
    """Yield the lines that carry what is not usual of an event; the kind is always told."""
    for field in NAMED:
        value = getattr(event, field)
        for key in value if field == "personas" else (value,):
            if key or field == "kind":
                yield x_line(field, name_of(plan, field, key), X_ID=key)
    for field, (write, _) in _PLAIN.items():
        value = getattr(event, field)
        if value != getattr(_DEFAULTS, field):
            yield x_line(field, write(value))
    for language, text in event.public_text:
        yield x_line("public_text", text, LANGUAGE=language)


def shadowed_line(event: Event, field: str) -> str:
    """Return the line of a field that the standard lines leave out."""
    return x_line(field, _SHADOWED[field][0](getattr(event, field)))


def step_lines(steps: list[ChecklistStep]) -> list[str]:
    """Return the checklist."""
    return [x_line("step", step.text, **({"X_DONE": "1"} if step.done else {})) for step in steps]


def is_own(component: Component) -> bool:
    """Whether the component was written by us in full."""
    return any(text.name == x_name("kind") for text in component.lines)


class OwnLines:
    """What the lines of our own say of an event."""

    __slots__ = ("named", "own", "part_of", "problems", "public_text", "steps", "values")

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.named: list[Named] = []
        self.steps: list[tuple[str, bool]] = []
        self.public_text: list[tuple[str, str]] = []
        self.own: tuple[str, ...] = ()  # fields that are different in one occurrence
        self.part_of = ""  # UID of the series that it is a piece of
        self.problems: list[Line] = []  # lines that say nothing that we could take


def read_own(component: Component) -> OwnLines:
    """Read the lines of our own; a value that cannot be read is named and left at its default."""
    found = OwnLines()
    for text in component.lines:
        if text.name.startswith(PREFIX):
            _take(found, text)
    return found


def _take(found: OwnLines, text: Line) -> None:
    value = unescape(text.value)
    if text.name in _NAMED_LINES:
        found.named.append(Named(_NAMED_LINES[text.name], text.params.get("X-ID", ""), value))
    elif text.name in _READERS:
        field, reader = _READERS[text.name]
        try:
            found.values[field] = reader(value)
        except ValueError:
            found.problems.append(text)
    elif text.name == x_name("step"):
        found.steps.append((value, text.params.get("X-DONE") == "1"))
    elif text.name == x_name("public_text"):
        found.public_text.append((text.params.get("LANGUAGE", ""), value))
    elif text.name == x_name("own"):
        found.own = tuple(field for field in value.split() if field in OF_AN_OCCURRENCE)
    elif text.name == x_name("part_of"):
        found.part_of = value


def uid_of(event: Event) -> str:
    """Return the UID that an event has in files."""
    return event.uid or event.id + UID_TAIL
