"""Who else says the same: cards of other personas with the same words."""

from __future__ import annotations

import re
from typing import Final

from app.personas.section import PersonaCard
from app.personas.snapshot import BLANK, Personas

BESIDE_WORDS: Final = re.compile(r"[\W_]+")


def same_words(text: str) -> str:
    """Return what is compared of a text: its letters and figures, in any case."""
    return BESIDE_WORDS.sub(" ", text.casefold()).strip()


def also_said(personas: Personas, card: PersonaCard) -> list[PersonaCard]:
    """Return the cards of other personas that say the same, one for each of them, in the order of the personas."""
    own, words = personas.persona_of(card.id), same_words(card.text)
    if not words or own == BLANK:
        return []
    found = []
    for persona in personas.current():
        if persona.id != own:
            found += [it for it in personas.cards_of(persona.id) if same_words(it.text) == words][:1]
    return found
