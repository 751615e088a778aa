"""Where a task comes from: the note, the branch, the event or the larger task that it leads back to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.calendar.event import Event
from app.calendar.program import Program
from app.funnel.branch import Branch
from app.funnel.stage import Stage
from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.personas.persona import Persona
from app.plans.procedure import Procedure
from app.purpose.board import Note
from app.purpose.kpi import Kpi
from app.store import Store
from app.tasks.task import Task
from app.workflows.sequence import Sequence

SOURCES: Final[Mapping[str, type[Any]]] = {
    "event": Event,
    "note": Note,
    "branch": Branch,
    "kpi": Kpi,
    "program": Program,
    "persona": Persona,
    "stage": Stage,
    "task": Task,
    "incident": Incident,
    "sequence": Sequence,
    "procedure": Procedure,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing that a task comes from, or what became of one; `title` is "" when it is not there any more."""

    kind: str  # name of the table
    id: str
    title: str = ""
    event_kind: str = ""  # id of the Kind of an event


def origins(store: Store, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Origin]:
    """Return things by (kind, id), each with the title that it has now."""
    by_kind: dict[str, list[str]] = {}
    found = {}
    for kind, name in dict.fromkeys(wanted):
        by_kind.setdefault(kind, []).append(name)
        found[kind, name] = Origin(kind, name)
    for kind, names in by_kind.items():
        if kind in SOURCES:
            for thing in store.of(SOURCES[kind]).some(names):
                named = _scenario(store, thing) if kind == "incident" and not thing.what.strip() else thing
                found[kind, thing.id] = Origin(kind, thing.id, _title(named), thing.kind if kind == "event" else "")
    return found


def _scenario(store: Store, incident: Incident) -> Scenario | Incident:
    """Return what names an incident of which nothing is written yet."""
    return next(iter(store.of(Scenario).some([incident.scenario])), incident)


def _title(thing: Any) -> str:
    """Return the first line that says what a thing is; a dash when it says nothing yet."""
    text = next((it for it in (getattr(thing, field, "") for field in ("title", "name", "text", "what")) if it), "")
    return next((line for line in str(text).split("\n") if line.strip()), "").strip() or "–"
