"""Adds, changes, orders and deletes what the guide is made of. Each function is one step of undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from app.guide.escalation import Escalation
from app.guide.reply import ReplyText
from app.guide.snapshot import ORDER
from app.guide.step_names import ADD_TEXTS, DELETE_TEXTS, EDIT_TEXTS, ORDER_TEXTS, step
from app.guide.tone import ToneLine
from app.playbook.order import UNPLACED, save_order
from app.store import Store

TYPED: Final = frozenset({
    "name", "text", "other", "example", "signs", "action", "after_hours", "message", "expects", "contact", "address",
    "notes", "question", "answer",
})  # fmt: skip


def add(store: Store, thing: Any, *, at: int | None = None) -> str:
    """Add a thing of the guide, at the end of its list or at a row of it; return the id."""
    new = replace(thing, id=thing.id or store.new_id())
    with store.change(step(ADD_TEXTS, new)):
        _put_in(store, new, at)
    return str(new.id)


def edit(store: Store, kind: type[Any], id: str, **fields: Any) -> None:
    """Give fields of a thing other values. Typing in one field folds into one step."""
    before = store.of(kind).get(id)
    after = replace(before, **fields)
    if after == before:
        return
    name = next(iter(fields)) if len(fields) == 1 else ""
    with store.change(step(EDIT_TEXTS, after), merge=f"edit:{id}:{name}" if name in TYPED else None):
        store.of(kind).save([after])


def delete(store: Store, kind: type[Any], id: str) -> None:
    """Delete a thing; what is part of it goes along, what names it keeps its id."""
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


def duplicate(store: Store, kind: type[Any], id: str, name: str) -> str:
    """Add a copy of a thing below it, called so where it has a name, with what is part of it; return its id."""
    thing = store.of(kind).get(id)
    copy = replace(thing, id=store.new_id())
    for field in ("name", "question"):
        if hasattr(copy, field):
            copy = replace(copy, **{field: name})
    with store.change(step(ADD_TEXTS, copy)):
        _put_in(store, copy, [it.id for it in beside(store, thing)].index(id) + 1)
        for part, field in ((Escalation, "scenario"), (ReplyText, "reply")):
            if field == kind.__name__.lower():
                rows: list[Any] = list(store.of(part).where(**{field: id}))
                store.of(part).save(replace(it, id=store.new_id(), **{field: copy.id}) for it in rows)
    return str(copy.id)


def beside(store: Store, thing: Any) -> list[Any]:
    """Return the things among which one is put in order, itself included, as they stand."""
    things: list[Any] = sorted(store.of(type(thing)).all(), key=ORDER[type(thing)])
    return [it for it in things if it.shape == thing.shape] if isinstance(thing, ToneLine) else things


def _put_in(store: Store, new: Any, at: int | None) -> None:
    """Save what is new in its place, inside a change; what has none is only saved."""
    if not hasattr(new, "position"):
        store.of(type(new)).save([new])
        return
    there = beside(store, new)
    there.insert(len(there) if at is None else at, replace(new, position=UNPLACED))
    save_order(store, there)
