"""Names of the steps that undo takes back, as they follow the word "Undo:"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.message import Message
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection
from app.store import Store

EDIT_TEXTS: Final[Mapping[str, str]] = {
    "name": "personas.step.edit.name",
    "quote": "personas.step.edit.quote",
    "avatar": "personas.step.edit.avatar",
    "colour": "personas.step.edit.colour",
    "picture": "personas.step.edit.picture",
}
LETTERS: Final = 40  # of a text that names a step


def for_persona(id: str, persona: Persona) -> Message:
    """Name what is done to a persona."""
    return Message(id, (("name", persona.name),))


def for_section(id: str, section: PersonaSection) -> Message:
    """Name what is done to a section."""
    return Message(id, (("name", section.name),))


def for_card(id: str, store: Store, card: PersonaCard) -> Message:
    """Name what is done to a card by its text and whose it is."""
    section = next(iter(store.of(PersonaSection).some([card.section])), None)
    persona = next(iter(store.of(Persona).some([section.persona])), None) if section and section.persona else None
    title = " ".join(card.text.split())
    short = title if len(title) <= LETTERS else f"{title[:LETTERS].rstrip()}…"
    return Message(id, (("title", short), ("name", persona.name if persona else "")))
