"""What a board speaks of that does not lie on it: the sentence, KPIs with their readings, and what became of notes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from app.calendar.event import Event
from app.calendar.program import Program
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.playbook.link import BECAME, Link
from app.purpose.kpi import Kpi
from app.purpose.kpi_state import Standing, standing
from app.purpose.purpose import Purpose
from app.purpose.reading import Reading
from app.purpose.sentence import purpose_of
from app.store import Changes, Store
from app.tasks.task import Column, Task

RESULT_KINDS: Final[Mapping[str, type[Any]]] = {"task": Task, "event": Event, "program": Program, "kpi": Kpi}
CARD_KINDS: Final[tuple[type[Any], ...]] = (Kpi, Reading, Stage, Persona)
KINDS: Final[tuple[type[Any], ...]] = (Purpose, *CARD_KINDS, Link, Column, *RESULT_KINDS.values())


class Surroundings:
    """A picture of it for the page; actions write to the store, never here."""

    def __init__(self) -> None:
        self.purpose = Purpose()
        self.kpis: dict[str, Kpi] = {}
        self.readings: dict[str, list[Reading]] = {}  # by KPI, oldest first
        self.stages: dict[str, Stage] = {}
        self.personas: dict[str, Persona] = {}
        self.columns: dict[str, Column] = {}
        self.results: dict[str, list[Link]] = {}  # by note, oldest first
        self.things: dict[tuple[str, str], Any] = {}  # (kind, id) of results that are there

    @classmethod
    def read(cls, store: Store) -> Surroundings:
        """Return what a store holds of it."""
        found = cls()
        found._take(store)
        return found

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether anything of it may look different."""
        if not any(kind in changes for kind in KINDS):
            return False
        linked = {key for _, key in self.things} | {link.to_id for links in self.results.values() for link in links}
        other = any(kind in changes for kind in (Purpose, *CARD_KINDS, Link, Column))
        if not other and not any(changes[kind] & (linked | {"*"}) for kind in KINDS if kind in changes):
            return False  # events and tasks that came from no note
        self._take(store)
        return True

    def standing(self, kpi: str, today: date) -> Standing | None:
        """Return how a KPI stands, None when it is not there."""
        there = self.kpis.get(kpi)
        return standing(there, self.readings.get(kpi, ()), today) if there else None

    def _take(self, store: Store) -> None:
        self.purpose = purpose_of(store)
        self.kpis = {it.id: it for it in _ordered(store, Kpi)}
        self.stages = {it.id: it for it in _ordered(store, Stage)}
        self.personas = {it.id: it for it in _ordered(store, Persona)}
        self.columns = {it.id: it for it in _ordered(store, Column)}
        self.readings = {}
        for reading in sorted(store.of(Reading).where(of_kind="kpi"), key=lambda it: (it.day, it.id)):
            self.readings.setdefault(reading.of_id, []).append(reading)
        self.results, self.things = {}, {}
        wanted: dict[str, set[str]] = {}
        for link in sorted(store.of(Link).where(from_kind="note", role=BECAME), key=lambda it: it.id):
            self.results.setdefault(link.from_id, []).append(link)
            wanted.setdefault(link.to_kind, set()).add(link.to_id)
        for kind, ids in wanted.items():
            if kind in RESULT_KINDS:
                self.things.update(((kind, thing.id), thing) for thing in store.of(RESULT_KINDS[kind]).some(ids))


def _ordered(store: Store, kind: type[Any]) -> list[Any]:
    return sorted(store.of(kind).all(), key=lambda it: (it.position, it.id))
