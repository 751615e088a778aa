"""What serves a KPI: programs that are linked with it, and events that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.calendar.event import Event
from app.calendar.program import Program
from app.playbook.link import Link
from app.store import Store

SERVES: Final = "serves"


@dataclass(frozen=True, slots=True)
class Serving:
    """Programs in their order, then events by day, those without a day last."""

    programs: tuple[Program, ...] = ()
    events: tuple[Event, ...] = ()


def serving(store: Store, kpi: str) -> Serving:
    """Return what serves a KPI, by its id."""
    links = store.of(Link).where(from_kind="program", to_kind="kpi", to_id=kpi, role=SERVES)
    programs = sorted(store.of(Program).some(link.from_id for link in links), key=lambda it: (it.position, it.id))
    events = sorted(store.of(Event).where(kpi=kpi), key=lambda it: (it.day is None, it.day, it.id))
    return Serving(tuple(programs), tuple(events))
