"""Adds, edits, moves and deletes what is said of a persona. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from app.calendar.event import check_reach
from app.personas.section import PersonaCard, PersonaSection
from app.personas.step_names import for_card
from app.personas.written import CARD
from app.playbook.link import ANSWERS, Link
from app.playbook.order import UNPLACED, save_order
from app.purpose.reading import Reading
from app.store import Store

LONGEST: Final = 20_000  # letters of one card
TYPED: Final = frozenset({"text", "label", "unit", "source"})


def add_card(store: Store, section: str, text: str, row: int | None = None, **fields: Any) -> str:
    """Add a card to a section, at its end unless a row is given; return its id."""
    store.of(PersonaSection).get(section)
    fresh = PersonaCard(store.new_id(), section, text[:LONGEST], UNPLACED, **fields)
    others = _of(store, section)
    others.insert(len(others) if row is None else max(0, row), fresh)
    with store.change(for_card("personas.step.card.add", store, fresh)):
        save_order(store, others)
    return fresh.id


def edit_card(store: Store, id: str, **fields: Any) -> None:
    """Give fields of a card other values. Typing in one field folds into one step."""
    for name, value in fields.items():
        check_reach(name, value)
    card = store.of(PersonaCard).get(id)
    if "text" in fields:
        fields["text"] = fields["text"][:LONGEST]
    fresh = replace(card, **fields)
    name = next(iter(fields)) if len(fields) == 1 else ""
    if fresh != card:
        merge = f"card:{id}:{name}" if name in TYPED else None
        with store.change(for_card("personas.step.card.edit", store, fresh), merge=merge):
            store.of(PersonaCard).save([fresh])


def move_card(store: Store, id: str, section: str, row: int) -> None:
    """Put a card elsewhere in its section or in another one; 0 is the top."""
    card = store.of(PersonaCard).get(id)
    store.of(PersonaSection).get(section)
    others = [it for it in _of(store, section) if it.id != id]
    others.insert(max(0, min(row, len(others))), replace(card, section=section, position=UNPLACED))
    left = [it for it in _of(store, card.section) if it.id != id] if card.section != section else []
    with store.change(for_card("personas.step.card.move", store, card)):
        save_order(store, others)
        save_order(store, left)


def duplicate_card(store: Store, id: str) -> str:
    """Add a copy of a card right after it, answered by the same; return its id."""
    card = store.of(PersonaCard).get(id)
    fresh = replace(card, id=store.new_id(), position=UNPLACED)
    others = _of(store, card.section)
    at = next(row for row, it in enumerate(others) if it.id == id)
    with store.change(for_card("personas.step.card.duplicate", store, card)):
        save_order(store, [*others[: at + 1], fresh, *others[at + 1 :]])
        links = list(store.of(Link).where(from_kind=CARD, from_id=id, role=ANSWERS))
        store.of(Link).save(replace(it, id=store.new_id(), from_id=fresh.id) for it in links)
    return fresh.id


def delete_card(store: Store, id: str) -> None:
    """Delete a card; what it is evidence for stays."""
    card = store.of(PersonaCard).get(id)
    with store.change(for_card("personas.step.card.delete", store, card)):
        store.of(PersonaCard).delete([id])


def set_answers(store: Store, card: str, answers: Sequence[tuple[str, str]]) -> None:
    """Say what answers a card: (kind, id) of programs, events and tactics, in place of what was said before."""
    named = store.of(PersonaCard).get(card)
    there = {(it.to_kind, it.to_id): it for it in store.of(Link).where(from_kind=CARD, from_id=card, role=ANSWERS)}
    wanted = dict.fromkeys(answers)
    if there.keys() != wanted.keys():
        with store.change(for_card("personas.step.card.answer", store, named)):
            store.of(Link).delete(it.id for key, it in there.items() if key not in wanted)
            store.of(Link).save(
                Link(store.new_id(), CARD, card, *answer, ANSWERS) for answer in wanted if answer not in there
            )


def read_signal(store: Store, card: str, day: date, value: float, source: str = "") -> str:
    """Write down what a signal was measured at on a day, in place of what was written for that day; return its id."""
    check_reach("target", value)
    check_reach("day", day)
    named = store.of(PersonaCard).get(card)
    there = next((it for it in store.of(Reading).where(of_kind=CARD, of_id=card) if it.day == day), None)
    fresh = Reading(there.id if there else store.new_id(), CARD, card, day, value, source)
    with store.change(for_card("personas.step.card.reading", store, named), merge=f"reading:{fresh.id}"):
        store.of(Reading).save([fresh])
    return fresh.id


def _of(store: Store, section: str) -> list[PersonaCard]:
    return sorted(store.of(PersonaCard).where(section=section), key=lambda it: (it.position, it.id))
