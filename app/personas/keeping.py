"""Adds, copies, orders, archives and deletes personas. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from app.message import say
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection
from app.personas.step_names import EDIT_TEXTS, for_persona
from app.playbook.order import UNPLACED, save_order
from app.store import Store

COLOURS: Final = ("welcome", "conversation", "recognition", "challenge", "pilot", "loop", "live", "ops")


def add_persona(store: Store, name: str, ready: Sequence[PersonaSection] = ()) -> str:
    """Add a persona with the sections of the blank template; return its id.

    A playbook without a blank template first gets the ready one.
    """
    there = list(store.of(Persona).all())
    used = {it.colour for it in there if not it.archived}
    colour = next((it for it in COLOURS if it not in used), COLOURS[len(there) % len(COLOURS)])
    fresh = Persona(store.new_id(), name, colour, position=1 + max((it.position for it in there), default=-1))
    with store.change(for_persona("personas.step.add", fresh)):
        store.of(Persona).save([fresh])
        _copy(store, _template(store, ready), fresh.id)
    return fresh.id


def begin_sections(store: Store, ready: Sequence[PersonaSection]) -> None:
    """Give the sections of the blank template to every persona that has none, and to the playbook when it has none."""
    with store.change(say("personas.step.begin")):
        template = _template(store, ready)
        having = {it.persona for it in store.of(PersonaSection).all()}
        for persona in store.of(Persona).all():
            if persona.id not in having:
                _copy(store, template, persona.id)


def duplicate_persona(store: Store, id: str, name: str) -> str:
    """Add a copy of a persona with all that is said of it, right below it; return the id of the copy."""
    persona = store.of(Persona).get(id)
    fresh = replace(persona, id=store.new_id(), name=name, key="", archived=False, position=UNPLACED)
    with store.change(for_persona("personas.step.duplicate", persona)):
        sections = sorted(store.of(PersonaSection).where(persona=id), key=lambda it: (it.position, it.id))
        _copy(store, sections, fresh.id)
        ordered = _in_order(store)
        at = next(row for row, it in enumerate(ordered) if it.id == id)
        save_order(store, [*ordered[: at + 1], fresh, *ordered[at + 1 :]])
    return fresh.id


def edit_persona(store: Store, id: str, **fields: Any) -> None:
    """Give fields of a persona other values. Typing in one field folds into one step."""
    persona = store.of(Persona).get(id)
    fresh = replace(persona, **fields)
    name = next(iter(fields)) if len(fields) == 1 else ""
    text = EDIT_TEXTS.get(name, "personas.step.edit")
    if fresh != persona:
        with store.change(for_persona(text, fresh), merge=f"persona:{id}:{name}"):
            store.of(Persona).save([fresh])


def set_picture(store: Store, id: str, data: bytes) -> None:
    """Show a picture (PNG or JPEG, checked and encoded anew by the caller) for a persona."""
    persona = store.of(Persona).get(id)
    with store.change(for_persona("personas.step.edit.picture", persona)):
        store.of(Persona).save([replace(persona, picture=store.keep_picture(data))])


def archive(store: Store, id: str, *, archived: bool = True) -> None:
    """Put a persona away, or take it out again; what names it goes on showing it."""
    persona = store.of(Persona).get(id)
    text = "personas.step.archive" if archived else "personas.step.unarchive"
    if persona.archived != archived:
        with store.change(for_persona(text, persona)):
            store.of(Persona).save([replace(persona, archived=archived)])


def move_persona(store: Store, id: str, row: int) -> None:
    """Put a persona elsewhere among those that are not archived; 0 is the top."""
    persona = store.of(Persona).get(id)
    ordered = _in_order(store)
    others = [it for it in ordered if it.id != id and not it.archived]
    others.insert(max(0, min(row, len(others))), persona)
    with store.change(for_persona("personas.step.move", persona)):
        save_order(store, [*others, *(it for it in ordered if it.archived and it.id != id)])


def delete_persona(store: Store, id: str) -> None:
    """Delete a persona and all that is said of it; what names it keeps its id."""
    persona = store.of(Persona).get(id)
    with store.change(for_persona("personas.step.delete", persona)):
        store.of(Persona).delete([id])


def _in_order(store: Store) -> list[Persona]:
    return sorted(store.of(Persona).all(), key=lambda it: (it.position, it.id))


def _template(store: Store, ready: Sequence[PersonaSection]) -> list[PersonaSection]:
    """Return the sections of the blank template, after making them of the ready ones when there are none."""
    there = [it for it in store.of(PersonaSection).all() if it.persona is None]
    if not there:
        there = [replace(it, id=store.new_id(), persona=None, position=row) for row, it in enumerate(ready)]
        store.of(PersonaSection).save(there)
    return sorted(there, key=lambda it: (it.position, it.id))


def _copy(store: Store, sections: Sequence[PersonaSection], persona: str) -> None:
    """Copy sections and their cards to a persona, inside a change; evidence stays with what it is evidence for."""
    new = {it.id: store.new_id() for it in sections}
    found = [replace(it, id=new[it.id], persona=persona) for it in store.of(PersonaSection).some(new)]
    cards = [card for section in new for card in store.of(PersonaCard).where(section=section)]
    ids = {card.id: store.new_id() for card in cards}
    store.of(PersonaSection).save(found)
    store.of(PersonaCard).save(
        replace(it, id=ids[it.id], section=new[it.section], about=ids.get(it.about, "")) for it in cards
    )
