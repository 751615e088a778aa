"""Readings of KPIs typed by hand, and edits of the KPI behind a metric card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.message import say
from app.playbook.becoming import make_kpi
from app.playbook.records import save_record
from app.purpose.adding import SIZES, add_note, free_place
from app.purpose.board import Note, NoteKind
from app.purpose.box import Box
from app.purpose.connecting import connect
from app.purpose.held import held
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.purpose.wall import Wall
from app.store import Store


def read_kpi(store: Store, kpi: str, day: date, value: float, source: str | None = None) -> str:
    """Write down what a KPI was measured at on a day, in place of what was written for that day; return its id.

    Without a source the one that was written for that day stays.
    """
    named = store.of(Kpi).get(kpi)
    there = next((it for it in store.of(Reading).where(of_kind="kpi", of_id=kpi) if it.day == day), None)
    said = source if source is not None else there.source if there else ""
    fresh = Reading(there.id if there else store.new_id(), "kpi", kpi, day, value, said)

    if fresh != there:
        with store.change(say("purpose.step.reading", title=named.name), merge=f"reading:{fresh.id}"):
            store.of(Reading).save([fresh])
    return fresh.id


def delete_reading(store: Store, id: str) -> None:
    """Delete a reading."""
    reading = store.of(Reading).get(id)
    name = next((kpi.name for kpi in store.of(Kpi).some([reading.of_id])), "")
    with store.change(say("purpose.step.reading.delete", title=name)):
        store.of(Reading).delete([id])


def edit_card(store: Store, card: str, **fields: Any) -> str:
    """Edit the KPI behind a metric card (name, level, unit, baseline, since, target, due); return the KPI's id.

    A card without a KPI, or whose KPI was deleted, gets a new one. All cards of a KPI bear its name.
    """
    note = store.of(Note).get(card)
    kpi = next(iter(store.of(Kpi).some([note.ref])), None)
    fresh = replace(kpi or Kpi("", note.text.strip()), **fields)
    with store.change(say("purpose.step.metric", title=fresh.name), merge=f"kpi:{note.ref}:{','.join(fields)}"):
        named = save_record(store, fresh)
        if note.ref != named:
            store.of(Note).save([replace(note, ref=named)])
        if "name" in fields:
            cards = [it for it in store.of(Note).where(ref=named) if it.kind is NoteKind.METRIC]
            store.of(Note).save(replace(it, text=fresh.name) for it in cards)
    return named


def make_card(store: Store, notes: Sequence[str], name: str) -> str:
    """Make a KPI of notes, with a metric card beside the first of them that all of them lead to; return the card."""
    there = held(store, notes)
    first = there[0]
    size = SIZES[NoteKind.METRIC]
    place = free_place(Wall.read(store, first.board), Box(first.x + first.width - size[0], first.y, *size), (1, 0), 64)
    with store.change(say("playbook.step.become.kpi", title=name)):
        kpi = make_kpi(store, [("note", note.id) for note in there], name)
        card = Note(
            store.new_id(), first.board, NoteKind.METRIC, round(place.x), round(place.y), *size, text=name, ref=kpi
        )
        add_note(store, card)
        for note in there:
            connect(store, note.id, card.id)
    return card.id
