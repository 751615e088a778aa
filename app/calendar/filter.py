"""Which events of a plan are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from app.calendar.event import Event
    from app.calendar.occurrence import Occurrence
    from app.calendar.plan import Plan


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that was given a name; `terms` are (key, value) pairs as on the command line."""

    id: str
    name: str
    terms: tuple[tuple[str, str], ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Terms of one key are alternatives, those of different keys must all hold; without terms all passes.

    A value is the id of a thing or its name; "" stands for none. A text matches when it holds all the words.
    """

    terms: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def matches(self, occurrence: Occurrence, plan: Plan) -> bool:
        """Return whether an occurrence is to be looked at."""
        wanted: dict[str, list[str]] = {}
        for key, value in self.terms:
            wanted.setdefault(key, []).append(value.casefold())
        return all(_TESTS[key](occurrence, plan, values) for key, values in wanted.items())


def _one_of(things: Mapping[str, Any], ids: Iterable[str], values: list[str]) -> bool:
    there = [one for one in ids if one]
    names = {things[one].name.casefold() for one in there if one in things} | {one.casefold() for one in there}
    return not names.isdisjoint(values) if there else "" in values


def _live(occurrence: Occurrence, plan: Plan, values: list[str]) -> bool:
    kind = plan.kinds.get(occurrence.event.kind)
    return ("yes" if kind and kind.live else "no") in values


def _text(event: Event, values: list[str]) -> bool:
    public = " ".join(text for _, text in event.public_text)
    text = f"{event.title} {event.short} {event.notes} {event.call_to_action} {event.success} {event.link} {public}"
    return any(all(word in text.casefold() for word in value.split()) for value in values)


_TESTS: Final[dict[str, Callable[[Occurrence, Plan, list[str]], bool]]] = {
    "kind": lambda it, plan, values: _one_of(plan.kinds, [it.event.kind], values),
    "persona": lambda it, plan, values: _one_of(plan.personas, it.event.personas, values),
    "stage": lambda it, plan, values: _one_of(plan.stages, [it.event.stage], values),
    "channel": lambda it, plan, values: _one_of(plan.channels, [it.event.channel], values),
    "owner": lambda it, plan, values: _one_of(plan.people, [it.event.owner], values),
    "program": lambda it, plan, values: _one_of(plan.programs, [it.event.program], values),
    "status": lambda it, _, values: it.event.status.value in values,
    "series": lambda it, _, values: it.event.id.casefold() in values or it.event.split_from.casefold() in values,
    "live": _live,
    "text": lambda it, _, values: _text(it.event, values),
}
KEYS: Final = tuple(_TESTS)
