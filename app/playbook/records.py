"""Small records that events refer to: kinds, personas, stages, channels, people, programs, KPIs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from app.calendar.event import Event
from app.calendar.kind import Channel, Kind
from app.calendar.program import Program
from app.errors import KnownError
from app.funnel.stage import Stage
from app.message import say
from app.personas.persona import Persona
from app.playbook.link import Link
from app.playbook.playbook import Person
from app.purpose.kpi import Kpi
from app.store import Store
from app.tactics.tactic import Tactic

Record = Kind | Persona | Stage | Channel | Person | Program | Kpi
FIELDS: Final[dict[type[Any], str]] = {
    Kind: "kind",
    Persona: "personas",
    Stage: "stage",
    Channel: "channel",
    Person: "owner",
    Program: "program",
    Kpi: "kpi",
}
SERVES: Final = "serves"


def add_record(store: Store, record: Record) -> None:
    """Add a record behind the others of its sort."""
    with store.change(say("step.record.add", title=record.name)):
        store.of(type(record)).save([replace(record, position=store.of(type(record)).count())])


def save_record(store: Store, record: Record) -> None:
    """Keep what was changed in a record; typing its name folds into one step."""
    with store.change(say("step.record.edit", title=record.name), merge=f"record:{record.id}"):
        store.of(type(record)).save([record])


def place_records(store: Store, kind: type[Any], ids: Sequence[str]) -> None:
    """Put records of one sort in an order."""
    things = store.of(kind)
    places = {id_: place for place, id_ in enumerate(ids)}
    with store.change(say("step.record.place")):
        things.save(replace(it, position=places[it.id]) for it in list(things.all()) if it.id in places)


def delete_record(store: Store, kind: type[Any], record_id: str) -> None:
    """Take a record away; events and tactics refer to it no more. A kind that is in use stays."""
    record = store.of(kind).get(record_id)
    name = FIELDS[kind]
    users: list[Any] = [it for it in store.of(Event).all() if _refers(it, name, record_id)]
    tactics = [it for it in store.of(Tactic).all() if hasattr(it, name) and _refers(it, name, record_id)]
    if kind is Kind and (users or tactics):
        raise KnownError(
            say("record.kind_in_use", title=record.name, n=len(users) + len(tactics)), say("record.kind_in_use.do")
        )
    with store.change(say("step.record.delete", title=record.name)):
        store.of(Event).save(_without(it, name, record_id) for it in users)
        store.of(Tactic).save(_without(it, name, record_id) for it in tactics)
        store.of(kind).delete([record_id])


def set_served_kpi(store: Store, program_id: str, kpi_id: str) -> None:
    """Say which KPI a program serves, none when the id is empty."""
    links = store.of(Link)
    program = store.of(Program).get(program_id)
    with store.change(say("step.record.edit", title=program.name)):
        links.delete(link.id for link in list(_served(store, program_id)))
        if kpi_id:
            links.save([Link(store.new_id(), "program", program_id, "kpi", kpi_id, SERVES)])


def served_kpi(store: Store, program_id: str) -> str:
    """Return the id of the KPI that a program serves, or ""."""
    return next((link.to_id for link in _served(store, program_id)), "")


def _served(store: Store, program_id: str) -> Sequence[Link]:
    return list(store.of(Link).where(from_kind="program", from_id=program_id, to_kind="kpi", role=SERVES))


def _refers(thing: Any, name: str, record_id: str) -> bool:
    value = getattr(thing, name)
    return record_id in value if isinstance(value, tuple) else bool(value == record_id)


def _without(thing: Any, name: str, record_id: str) -> Any:
    value = getattr(thing, name)
    rest = tuple(it for it in value if it != record_id) if isinstance(value, tuple) else ""
    return replace(thing, **{name: rest})
