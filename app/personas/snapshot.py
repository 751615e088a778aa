"""Everything that the personas page shows of personas, held in memory and kept up to date with the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.verdicts import verdicts_of
from app.personas.written import CARD
from app.playbook.link import ANSWERS, Link
from app.purpose.reading import Reading
from app.store import Changes, Store

KINDS: Final[tuple[type[Any], ...]] = (Persona, PersonaSection, PersonaCard, Link, Reading)
BLANK: Final = ""  # the blank template among the personas


class Personas:
    """A picture of them; actions write to the store, never here."""

    def __init__(self) -> None:
        self.all: dict[str, Persona] = {}  # in order
        self.sections: dict[str, list[PersonaSection]] = {}  # by persona, BLANK for the template, in order
        self.cards: dict[str, list[PersonaCard]] = {}  # by section, in order
        self.section: dict[str, PersonaSection] = {}
        self.card: dict[str, PersonaCard] = {}
        self.readings: dict[str, list[Reading]] = {}  # by signal, oldest first
        self.answers: dict[str, list[tuple[str, str]]] = {}  # by card, (kind, id) of what answers it
        self.verdicts: dict[tuple[str, str], bool] = {}  # whether a person says that two cards are alike

    @classmethod
    def read(cls, store: Store) -> Personas:
        """Return what a store holds."""
        found = cls()
        found.refresh(store, {kind: frozenset("*") for kind in KINDS})
        return found

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether any of it shows."""
        ours = changes.keys() & set(KINDS)
        if Persona in ours:
            self.all = {it.id: it for it in _ordered(store.of(Persona).all())}
        if PersonaSection in ours:
            self.sections = {}
            for section in _ordered(store.of(PersonaSection).all()):
                self.sections.setdefault(section.persona or BLANK, []).append(section)
            self.section = {it.id: it for sections in self.sections.values() for it in sections}
        if PersonaCard in ours:
            self.cards = {}
            for card in _ordered(store.of(PersonaCard).all()):
                self.cards.setdefault(card.section, []).append(card)
            self.card = {it.id: it for cards in self.cards.values() for it in cards}
        if Link in ours:
            self.answers = {}
            for link in sorted(store.of(Link).where(from_kind=CARD, role=ANSWERS), key=lambda it: it.id):
                self.answers.setdefault(link.from_id, []).append((link.to_kind, link.to_id))
            self.verdicts = verdicts_of(store)
        if Reading in ours:
            self.readings = {}
            for reading in sorted(store.of(Reading).where(of_kind=CARD), key=lambda it: (it.day, it.id)):
                self.readings.setdefault(reading.of_id, []).append(reading)
        return bool(ours)

    def current(self) -> list[Persona]:
        """Return the personas that are not archived, in order."""
        return [it for it in self.all.values() if not it.archived]

    def archived(self) -> list[Persona]:
        """Return the others."""
        return [it for it in self.all.values() if it.archived]

    def cards_of(self, persona: str) -> Iterator[PersonaCard]:
        """Yield everything said of a persona, section by section."""
        for section in self.sections.get(persona, ()):
            yield from self.cards.get(section.id, ())

    def persona_of(self, card: str) -> str:
        """Return whose card it is, BLANK when it is of the template or is not there."""
        there = self.card.get(card)
        section = self.section.get(there.section) if there else None
        return (section.persona if section else None) or BLANK

    def shape_of(self, card: PersonaCard) -> Shape:
        """Return what the cards beside a card are."""
        section = self.section.get(card.section)
        return section.shape if section else Shape.LIST

    def evidence(self, card: str) -> list[PersonaCard]:
        """Return the quotes that are evidence for a card."""
        return [it for it in self.card.values() if it.about == card]

    def answered_by(self, persona: str) -> list[tuple[str, str]]:
        """Return (kind, id) of everything that answers something said of a persona."""
        found = (answer for card in self.cards_of(persona) for answer in self.answers.get(card.id, ()))
        return list(dict.fromkeys(found))


def _ordered(things: Iterable[Any]) -> list[Any]:
    return sorted(things, key=lambda it: (it.position, it.id))
