"""Edits what is written on notes and what they are; deletes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.message import Message, say
from app.playbook.records import save_record
from app.purpose.board import Connector, Note, NoteKind
from app.purpose.held import held, side, written
from app.purpose.kpi import Kpi
from app.purpose.naming import name_of, step
from app.store import Store

FIELD_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "category": ("purpose.step.category", "purpose.step.category.many"),
    "fill": ("purpose.step.recolour", "purpose.step.recolour.many"),
    "kind": ("purpose.step.kind", "purpose.step.kind.many"),
    "source": ("purpose.step.source", "purpose.step.source.many"),
    "stage": ("purpose.step.stage", "purpose.step.stage.many"),
    "persona": ("purpose.step.persona", "purpose.step.persona.many"),
    "ref": ("purpose.step.kpi", "purpose.step.kpi.many"),
}


def type_text(store: Store, id: str, text: str, height: int = 0) -> None:
    """Write on a note, which grows to `height` when it is lower; a metric card names its KPI. Typing is one step."""
    note = store.of(Note).get(id)
    fresh = replace(note, text=written(text), height=max(note.height, side(height)) if height else note.height)
    if fresh == note:
        return
    with store.change(say("purpose.step.text", title=name_of(fresh)), merge=f"note:{id}:text"):
        store.of(Note).save([fresh])
        if note.kind is NoteKind.METRIC:
            _name_kpi(store, fresh)


def edit_notes(store: Store, ids: Sequence[str], **fields: Any) -> None:
    """Give notes other values: category, fill, kind, source, stage, persona, ref. Another category takes its colour."""
    if "category" in fields:
        fields.setdefault("fill", "")
    notes = held(store, ids)
    changed = [(note, replace(note, **fields)) for note in notes]
    fresh = [new for old, new in changed if new != old]
    if fresh:
        one, many = FIELD_TEXTS[next(iter(fields))]
        merge = f"notes:{','.join(ids[:8])}:{next(iter(fields))}" if "source" in fields else None
        with store.change(step(fresh, one, many), merge=merge):
            store.of(Note).save(fresh)


def group(store: Store, ids: Sequence[str]) -> str:
    """Let notes move together; return the id of their group. Groups that they were in become part of it."""
    notes = _with_groups(store, held(store, ids))
    if len(notes) < 2:
        return ""
    name = store.new_id()
    with store.change(say("purpose.step.group", n=len(notes))):
        store.of(Note).save(replace(note, group=name) for note in notes)
    return name


def ungroup(store: Store, ids: Sequence[str]) -> None:
    """Let the notes of groups move each for itself again."""
    notes = [note for note in _with_groups(store, held(store, ids)) if note.group]
    if notes:
        with store.change(say("purpose.step.ungroup", n=len(notes))):
            store.of(Note).save(replace(note, group="") for note in notes)


def lock(store: Store, ids: Sequence[str], *, locked: bool) -> None:
    """Keep notes from being moved, resized and deleted by hand, or allow it again."""
    notes = [note for note in held(store, ids) if note.locked != locked]
    if notes:
        one, many = ("purpose.step.lock", "purpose.step.lock.many")
        if not locked:
            one, many = ("purpose.step.unlock", "purpose.step.unlock.many")
        with store.change(step(notes, one, many)):
            store.of(Note).save(replace(note, locked=locked) for note in notes)


def delete(store: Store, notes: Sequence[str], connectors: Sequence[str] = ()) -> int:
    """Delete notes with their connectors, and single connectors; locked notes stay. Return how many things went.

    The KPI of a metric card stays: programs and events may serve it.
    """
    there = [note for note in store.of(Note).some(notes) if not note.locked]
    lines = [it.id for it in store.of(Connector).some(connectors)]
    if not there and not lines:
        return 0
    with store.change(_delete_step(there, lines)):
        store.of(Connector).delete(lines)
        store.of(Note).delete(note.id for note in there)
    return len(there) + len(lines)


def _name_kpi(store: Store, card: Note) -> None:
    """Let the KPI and all its cards bear what is written on one of them, inside a change."""
    for kpi in store.of(Kpi).some([card.ref]):
        save_record(store, replace(kpi, name=card.text.strip()))
    cards = store.of(Note).where(ref=card.ref, kind=NoteKind.METRIC)
    store.of(Note).save(replace(it, text=card.text) for it in cards if it.id != card.id)


def _delete_step(notes: Sequence[Note], lines: Sequence[str]) -> Message:
    if len(notes) == 1 and not lines:
        return say("purpose.step.delete", title=name_of(notes[0]))
    if notes:
        return say("purpose.step.delete.many", n=len(notes) + len(lines))
    return say("purpose.step.delete.connectors", n=len(lines))


def _with_groups(store: Store, notes: Sequence[Note]) -> list[Note]:
    """Return the notes and all others of their groups."""
    groups = {note.group for note in notes if note.group}
    if not groups:
        return list(notes)
    known = {note.id for note in notes}
    others = [it for it in store.of(Note).where(board=notes[0].board) if it.group in groups and it.id not in known]
    return [*notes, *others]
