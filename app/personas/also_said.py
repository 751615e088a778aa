"""Who else says the same: cards of other personas with the same words, or alike ones in the same section."""

from __future__ import annotations

import re
from typing import Final

from app.personas.alike import alike
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
            others = list(personas.cards_of(persona.id))
            same = [it for it in others if same_words(it.text) == words and _said(personas, card, it) is not False]
            found += (same or [it for it in others if _alike(personas, card, it)])[:1]
    return found


def _said(personas: Personas, one: PersonaCard, other: PersonaCard) -> bool | None:
    return personas.verdicts.get((min(one.id, other.id), max(one.id, other.id)))


def _alike(personas: Personas, one: PersonaCard, other: PersonaCard) -> bool:
    """Tell whether two cards are alike, as a person said or else as their words do."""
    said = _said(personas, one, other)
    if said is not None:
        return said
    key = personas.section[one.section].key
    return bool(key) and key == personas.section[other.section].key and bool(alike(one.text, other.text))
