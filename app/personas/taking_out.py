"""Gathers personas with all that is said of them, for files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.calendar.event import Event
from app.calendar.program import Program
from app.exchange.persona_markdown.content import CardContent, PersonaContent, SectionPart
from app.personas.section import PersonaCard, Shape
from app.personas.snapshot import Personas
from app.store import Store
from app.tactics.tactic import Tactic

ServedLines = Callable[[str], Iterable[str]]  # id of a persona -> what serves it, in words


def contents_of(
    store: Store, personas: Personas, ids: Iterable[str], served: ServedLines = lambda _: ()
) -> list[PersonaContent]:
    """Return personas in the order given."""
    names = _names(store)
    return [_content(personas, one, names, served) for one in ids]


def _content(personas: Personas, id: str, names: dict[tuple[str, str], str], served: ServedLines) -> PersonaContent:
    sections = personas.sections.get(id, [])
    places = {
        card.id: (row, at)
        for row, section in enumerate(sections)
        for at, card in enumerate(personas.cards.get(section.id, ()))
    }

    def one(card: PersonaCard) -> CardContent:
        known = [(answer[0], names[answer]) for answer in personas.answers.get(card.id, ()) if answer in names]
        return CardContent(card, tuple(personas.readings.get(card.id, ())), tuple(known), places.get(card.about))

    parts = tuple(
        SectionPart(
            section,
            tuple(one(card) for card in personas.cards.get(section.id, ())),
            tuple(served(id)) if section.shape is Shape.PROGRAMS else (),
        )
        for section in sections
    )
    return PersonaContent(personas.all[id], parts)


def _names(store: Store) -> dict[tuple[str, str], str]:
    names = {("program", it.id): it.name for it in store.of(Program).all()}
    names |= {("event", it.id): it.title for it in store.of(Event).all()}
    return names | {("tactic", it.id): it.title for it in store.of(Tactic).all()}
