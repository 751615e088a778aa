"""Personas with what is said of them, kept in a store."""

from __future__ import annotations

from app.message import say
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import Personas
from app.store import Store


def keep(store: Store, said: dict[str, dict[str, list[str]]], shape: Shape = Shape.LIST) -> Personas:
    """Keep personas: their cards by section; ids are "persona", "persona/section" and "persona/section/place"."""
    with store.change(say("step.add", title="all")):
        for row, (persona, sections) in enumerate(said.items()):
            store.of(Persona).save([Persona(persona, persona.title(), position=row)])
            for at, (key, texts) in enumerate(sections.items()):
                section = f"{persona}/{key}"
                store.of(PersonaSection).save([PersonaSection(section, persona, key.title(), shape, "", at, key)])
                store.of(PersonaCard).save(
                    PersonaCard(f"{section}/{place}", section, text, place) for place, text in enumerate(texts)
                )
    return Personas.read(store)
