"""Adds, changes, orders, copies and deletes procedures, their steps and audiences. Each is one step of undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from app.calendar.event import check_reach
from app.message import say
from app.plans.plan_text import PlanText
from app.plans.procedure import Procedure, ProcedureStep
from app.plans.step_names import ADD_TEXTS, DELETE_TEXTS, EDIT_TEXTS, ORDER_TEXTS, step
from app.playbook.order import UNPLACED, save_order
from app.store import Store

TYPED: Final = frozenset({
    "name", "purpose", "scope", "roles", "expects", "measures", "text", "day", "effort", "data", "frequency", "content",
    "size",
})  # fmt: skip


def add(store: Store, thing: Any, *, at: int | None = None) -> str:
    """Add a procedure, a step or an audience at the end of its list or at a row of it; return its id."""
    new = replace(thing, id=thing.id or store.new_id(), position=UNPLACED)
    if isinstance(new, ProcedureStep):
        store.of(Procedure).get(new.procedure)
    there = beside(store, new)
    there.insert(len(there) if at is None else at, new)
    with store.change(step(ADD_TEXTS, new)):
        save_order(store, there)
    return str(new.id)


def edit(store: Store, kind: type[Any], id: str, **fields: Any) -> None:
    """Give fields of a thing other values. Typing in one field folds into one step."""
    for name, value in fields.items():
        check_reach(name, value)
    before = store.of(kind).get(id)
    after = replace(before, **fields)
    if after == before:
        return
    name = next(iter(fields)) if len(fields) == 1 else ""
    with store.change(step(EDIT_TEXTS, after), merge=f"edit:{id}:{name}" if name in TYPED else None):
        store.of(kind).save([after])


def delete(store: Store, kind: type[Any], id: str) -> None:
    """Delete a thing, a procedure with its steps; tasks that came from it stay."""
    thing = store.of(kind).get(id)
    with store.change(step(DELETE_TEXTS, thing)):
        store.of(kind).delete([id])


def move(store: Store, kind: type[Any], id: str, row: int) -> None:
    """Put a thing elsewhere among those beside it; 0 is the top."""
    thing = store.of(kind).get(id)
    before = beside(store, thing)
    others = [it for it in before if it.id != id]
    others.insert(max(0, row), thing)
    if others != before:
        with store.change(step(ORDER_TEXTS, thing)):
            save_order(store, others)


def duplicate(store: Store, procedure: str, name: str) -> str:
    """Add a copy of a procedure with its steps below it; return its id."""
    thing = store.of(Procedure).get(procedure)
    copy = replace(thing, id=store.new_id(), name=name, key="")
    row = [it.id for it in beside(store, thing)].index(procedure) + 1
    with store.change(step(ADD_TEXTS, copy)):
        add(store, copy, at=row)
        steps = store.of(ProcedureStep).where(procedure=procedure)
        store.of(ProcedureStep).save([replace(it, id=store.new_id(), procedure=copy.id) for it in steps])
    return copy.id


def write(store: Store, plan: str, part: str, text: str) -> None:
    """Write what a plan says in words in one of its parts; typing folds into one step."""
    there = next(iter(store.of(PlanText).where(plan=plan, part=part)), None)
    if text == (there.text if there else ""):
        return
    with store.change(say("plans.step.write"), merge=f"plan:{plan}:{part}"):
        store.of(PlanText).save([replace(there or PlanText(store.new_id(), plan, part), text=text)])


def beside(store: Store, thing: Any) -> list[Any]:
    """Return the things among which one is put in order, itself included, as they stand."""
    found = store.of(type(thing))
    there = found.where(procedure=thing.procedure) if isinstance(thing, ProcedureStep) else found.all()
    return sorted(there, key=lambda it: (it.position, it.id))
