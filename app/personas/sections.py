"""Adds, renames, orders and deletes sections of a persona or of the blank template, each as one step of undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.personas.section import PersonaSection, Shape
from app.personas.step_names import for_section
from app.playbook.order import UNPLACED, save_order
from app.store import Store


def add_section(
    store: Store, persona: str | None, name: str, shape: Shape = Shape.LIST, icon: str = "", row: int | None = None
) -> str:
    """Add a section, at the end unless a row is given; None is the blank template. Return its id.

    It is a row of its own when personas are compared, and copies of it are in the same row.
    """
    key = store.new_id()
    fresh = PersonaSection(key, persona, name, shape, icon, UNPLACED, key)
    others = _of(store, persona)
    others.insert(len(others) if row is None else max(0, row), fresh)
    with store.change(for_section("personas.step.section.add", fresh)):
        save_order(store, others)
    return key


def edit_section(store: Store, id: str, **fields: Any) -> None:
    """Give fields of a section (name, shape, icon) other values; its cards stay. Typing folds into one step."""
    section = store.of(PersonaSection).get(id)
    fresh = replace(section, **fields)
    if fresh != section:
        with store.change(for_section("personas.step.section.edit", fresh), merge=f"section:{id}:{','.join(fields)}"):
            store.of(PersonaSection).save([fresh])


def move_section(store: Store, id: str, row: int) -> None:
    """Put a section elsewhere among those of its persona; 0 is the top."""
    section = store.of(PersonaSection).get(id)
    others = [it for it in _of(store, section.persona) if it.id != id]
    others.insert(max(0, min(row, len(others))), section)
    with store.change(for_section("personas.step.section.move", section)):
        save_order(store, others)


def delete_section(store: Store, id: str) -> None:
    """Delete a section with its cards."""
    section = store.of(PersonaSection).get(id)
    with store.change(for_section("personas.step.section.delete", section)):
        store.of(PersonaSection).delete([id])


def _of(store: Store, persona: str | None) -> list[PersonaSection]:
    there = (it for it in store.of(PersonaSection).all() if it.persona == persona)
    return sorted(there, key=lambda it: (it.position, it.id))
