"""Adds, changes, orders and deletes the small records of a playbook: personas, stages, channels, people and the like.

What refers to a deleted record keeps its id and shows as "deleted". Each function is one step of undo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from app.calendar.filter import SavedFilter
from app.calendar.kind import Channel, Kind
from app.calendar.program import Program
from app.funnel.stage import Stage
from app.members.member import MemberState
from app.message import Message
from app.personas.persona import Persona
from app.playbook.link import Link
from app.playbook.order import save_order
from app.playbook.playbook import Person
from app.purpose.kpi import Kpi
from app.store import Store
from app.tactics.tactic import Tactic

Record = TypeVar("Record", Kind, Channel, Program, Stage, Persona, Person, Kpi, Tactic, SavedFilter, Link, MemberState)

SAVE_TEXTS: Final[Mapping[type[Any], str]] = {
    Kind: "step.save.kind",
    Channel: "step.save.channel",
    Program: "step.save.program",
    Stage: "step.save.stage",
    Persona: "step.save.persona",
    Person: "step.save.person",
    Kpi: "step.save.kpi",
    Tactic: "step.save.tactic",
    SavedFilter: "step.save.filter",
    MemberState: "step.save.state",
    Link: "step.save.link",
}
DELETE_TEXTS: Final[Mapping[type[Any], str]] = {
    Kind: "step.delete.kind",
    Channel: "step.delete.channel",
    Program: "step.delete.program",
    Stage: "step.delete.stage",
    Persona: "step.delete.persona",
    Person: "step.delete.person",
    Kpi: "step.delete.kpi",
    Tactic: "step.delete.tactic",
    SavedFilter: "step.delete.filter",
    MemberState: "step.delete.state",
    Link: "step.delete.link",
}
ORDER_TEXTS: Final[Mapping[type[Any], str]] = {
    Kind: "step.order.kind",
    Channel: "step.order.channel",
    Program: "step.order.program",
    Stage: "step.order.stage",
    Persona: "step.order.persona",
    Person: "step.order.person",
    Kpi: "step.order.kpi",
    Tactic: "step.order.tactic",
    SavedFilter: "step.order.filter",
    MemberState: "step.order.state",
}


def save_record(store: Store, record: Record) -> str:
    """Add a record, or put it in place of the one with its id; return its id, a new one when it has none.

    A new one goes to the end of its list. Typing in one record folds into one step of undo.
    """
    records = store.of(type(record))
    known = bool(record.id) and any(True for _ in records.some([record.id]))
    if not known:
        record = replace(record, id=record.id or store.new_id(), **_at_the_end(store, record))
    with store.change(_step(SAVE_TEXTS, record), merge=f"edit:{record.id}" if known else None):
        records.save([record])
    return record.id


def delete_record(store: Store, kind: type[Record], id: str) -> None:
    """Delete a record; Gone when it is not there."""
    record = store.of(kind).get(id)
    with store.change(_step(DELETE_TEXTS, record)):
        store.of(kind).delete([id])


def move_record(store: Store, kind: type[Record], id: str, position: int) -> None:
    """Put a record elsewhere in the list of its kind; 0 is the top. A kind without an order is a TypeError."""
    record: Any = store.of(kind).get(id)
    if kind not in ORDER_TEXTS:
        raise TypeError(kind)
    ordered: list[Any] = sorted(store.of(kind).all(), key=lambda it: (it.position, it.id))
    beside = kind is Stage  # maps are no stages, and in no list with them
    others = [it for it in ordered if it.id != id and not (beside and it.is_map)]
    others.insert(position, record)
    with store.change(_step(ORDER_TEXTS, record)):
        save_order(store, others)


def _at_the_end(store: Store, record: Any) -> dict[str, Any]:
    if not hasattr(record, "position") or record.position:
        return {}
    return {"position": 1 + max((it.position for it in store.of(type(record)).all()), default=-1)}


def _step(texts: Mapping[type[Any], str], record: Any) -> Message:
    title = getattr(record, "name", "") or getattr(record, "title", "") or getattr(record, "role", "")
    return Message(texts[type(record)], (("title", title),))
