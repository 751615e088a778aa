"""The whole guide, held in memory and kept up to date with the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from app.guide.chapter import Chapter
from app.guide.coverage import Absence, Duty, Promise
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.incident import Incident
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine
from app.playbook.playbook import Person, Playbook
from app.store import EVERYTHING, Changes, Store

T = TypeVar("T")
SEVERITIES: Final = tuple(Severity)
ORDER: Final[Mapping[type[Any], Callable[[Any], Any]]] = {
    Chapter: lambda it: (it.position, it.id),
    ToneLine: lambda it: (it.position, it.id),
    Scenario: lambda it: (it.position, it.id),
    Escalation: lambda it: (it.scenario, SEVERITIES.index(it.severity)),
    StrikeLevel: lambda it: (it.position, it.id),
    GuideRole: lambda it: (it.position, it.id),
    Duty: lambda it: (it.weekday, it.start, it.id),
    Promise: lambda it: (it.position, it.id),
    Absence: lambda it: (it.start, it.id),
    Reply: lambda it: (it.position, it.id),
    ReplyText: lambda it: (it.position, it.id),
    Resource: lambda it: (it.position, it.id),
    KnownAnswer: lambda it: (it.position, it.id),
    Incident: lambda it: (it.day, it.created, it.id),
    Person: lambda it: (it.position, it.id),
    Playbook: lambda it: it.id,
}


class Row(NamedTuple):
    """One thing of the guide, by which it is chosen."""

    kind: type[Any]
    id: str


class Guide:
    """Every thing of the guide by its kind, in the order in which it is read."""

    def __init__(self) -> None:
        self._of: dict[type[Any], dict[str, Any]] = {kind: {} for kind in ORDER}

    @classmethod
    def read(cls, store: Store) -> Guide:
        """Return the guide that a store holds."""
        guide = cls()
        guide.refresh(store, dict.fromkeys(ORDER, EVERYTHING))
        return guide

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether any of it shows."""
        touched = [kind for kind in ORDER if kind in changes]
        for kind in touched:
            self._of[kind] = {it.id: it for it in sorted(store.of(kind).all(), key=ORDER[kind])}
        return bool(touched)

    def of(self, kind: type[T]) -> dict[str, T]:
        """Return the things of one kind by their ids, in order."""
        return self._of[kind]

    def get(self, kind: type[T], id: str) -> T | None:
        """Return one thing, when it is there."""
        return self.of(kind).get(id)

    def row_of(self, id: str) -> Row | None:
        """Return which thing of the guide has an id."""
        return next((Row(kind, id) for kind, things in self._of.items() if id in things), None)

    def chapter(self, key: str) -> Chapter | None:
        """Return a built chapter, when the guide has it."""
        return next((it for it in self.of(Chapter).values() if it.key == key), None)

    def texts_of(self, reply: str) -> list[ReplyText]:
        """Return how a reply is said, in order."""
        return [it for it in self.of(ReplyText).values() if it.reply == reply]

    def rows_of(self, scenario: str) -> list[Escalation]:
        """Return what is done about a scenario, the least grave first."""
        return [it for it in self.of(Escalation).values() if it.scenario == scenario]

    @property
    def language(self) -> str:
        """The language of the content."""
        return next((it.language for it in self.of(Playbook).values()), "en")

    @property
    def blank(self) -> bool:
        """Whether nothing of a guide is there yet."""
        return not any(self._of[kind] for kind in ORDER if kind not in (Person, Playbook, Incident, Absence))
