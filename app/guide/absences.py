"""Days on which somebody of the team is away. Each function is one step of undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from app.guide.coverage import Absence
from app.message import Message
from app.playbook.playbook import Person
from app.store import Store

TYPED: Final = frozenset({"why"})


def add_absence(store: Store, person: str, start: date, end: date | None = None, why: str = "") -> str:
    """Say that somebody is away from one day to another; return the id."""
    absence = Absence(store.new_id(), person, start, max(start, end or start), why)
    with store.change(_step(store, absence, "coverage.step.absence.add")):
        store.of(Absence).save([absence])
    return absence.id


def edit_absence(store: Store, id: str, **fields: str | date) -> None:
    """Give fields of an absence other values; one end takes the other along rather than passing it."""
    was = store.of(Absence).get(id)
    now = replace(was, **fields)  # type: ignore[arg-type]
    if now.start > now.end:
        now = replace(now, start=now.end) if "end" in fields else replace(now, end=now.start)
    if now == was:
        return
    merge = f"edit:{id}:why" if fields.keys() == TYPED else None
    with store.change(_step(store, now, "coverage.step.absence.edit"), merge=merge):
        store.of(Absence).save([now])


def delete_absence(store: Store, id: str) -> None:
    """Let somebody be there after all."""
    absence = store.of(Absence).get(id)
    with store.change(_step(store, absence, "coverage.step.absence.delete")):
        store.of(Absence).delete([id])


def _step(store: Store, absence: Absence, text: str) -> Message:
    person = next(iter(store.of(Person).some([absence.person])), None)
    return Message(text, (("name", person.name if person else "…"),))
