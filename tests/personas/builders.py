"""Sample personas of Kestrel Circle."""

from __future__ import annotations

from app.personas import cards, keeping
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection
from app.personas.snapshot import Personas
from app.personas.written import read_blank
from app.store import Store
from resources.templates import part

READY = read_blank(part("en", "persona-blank")["sections"])


def add(store: Store, name: str) -> str:
    return keeping.add_persona(store, name, READY)


def section(store: Store, persona: str | None, key: str) -> PersonaSection:
    return next(it for it in store.of(PersonaSection).all() if (it.persona, it.key) == (persona, key))


def say_of(store: Store, persona: str | None, key: str, *texts: str, **fields: object) -> list[str]:
    """Add cards to a section of a persona; return their ids."""
    room = section(store, persona, key).id
    return [cards.add_card(store, room, text, **fields) for text in texts]


def texts(store: Store, persona: str | None, key: str) -> list[str]:
    personas = Personas.read(store)
    return [it.text for it in personas.cards.get(section(store, persona, key).id, [])]


def everything(store: Store) -> dict[str, list[object]]:
    kinds = (Persona, PersonaSection, PersonaCard)
    return {kind.__name__: sorted(store.of(kind).all(), key=lambda it: it.id) for kind in kinds}
