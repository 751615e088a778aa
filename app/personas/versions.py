"""Personas as the texts in which their versions are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection
from app.playbook.revising import Source
from app.playbook.rows_text import rows_text
from app.store import Store

PERSONA: Final = "persona"  # of_kind
KINDS: Final[tuple[type[Any], ...]] = (Persona, PersonaSection, PersonaCard)


def _texts(store: Store) -> Mapping[str, str]:
    sections: dict[str | None, list[PersonaSection]] = {}
    for section in sorted(store.of(PersonaSection).all(), key=lambda it: (it.position, it.id)):
        sections.setdefault(section.persona, []).append(section)
    cards: dict[str, list[PersonaCard]] = {}
    for card in sorted(store.of(PersonaCard).all(), key=lambda it: (it.position, it.id)):
        cards.setdefault(card.section, []).append(card)
    texts = {}
    for persona in store.of(Persona).all():
        own = sections.get(persona.id, [])
        texts[persona.id] = rows_text([persona, *own, *(card for it in own for card in cards.get(it.id, []))])
    return texts


SOURCE: Final = Source(PERSONA, frozenset(KINDS), _texts)
