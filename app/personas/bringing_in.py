"""Adds personas that came in from a file, as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.calendar.event import Event
from app.calendar.program import Program
from app.exchange.persona_markdown.content import CardContent, PersonaContent
from app.message import say
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection
from app.personas.written import CARD
from app.playbook.link import ANSWERS, Link
from app.purpose.reading import Reading
from app.store import Store
from app.tactics.tactic import Tactic


def add_personas(store: Store, contents: Sequence[PersonaContent]) -> list[str]:
    """Add personas below those that are there; return their ids. What answers cards is found again by its name."""
    first = 1 + max((it.position for it in store.of(Persona).all()), default=-1)
    known = _by_name(store)
    added = []
    with store.change(say("personas.step.bring", n=len(contents))):
        for row, content in enumerate(contents):
            persona = replace(content.persona, id=store.new_id(), position=first + row)
            store.of(Persona).save([persona])
            _add_sections(store, content, persona.id, known)
            added.append(persona.id)
    return added


def _add_sections(store: Store, content: PersonaContent, persona: str, known: dict[tuple[str, str], str]) -> None:
    sections, cards = list[PersonaSection](), dict[tuple[int, int], tuple[CardContent, PersonaCard]]()
    for row, part in enumerate(content.sections):
        own = store.new_id()
        sections.append(replace(part.section, id=own, persona=persona, position=row, key=part.section.key or own))
        for at, one in enumerate(part.cards):
            cards[row, at] = (one, replace(one.card, id=store.new_id(), section=own, position=at))
    store.of(PersonaSection).save(sections)
    store.of(PersonaCard).save(
        replace(card, about=cards[one.about][1].id) if one.about in cards else card for one, card in cards.values()
    )
    for one, card in cards.values():
        store.of(Reading).save(replace(it, id=store.new_id(), of_kind=CARD, of_id=card.id) for it in one.readings)
        store.of(Link).save(
            Link(store.new_id(), CARD, card.id, answer[0], known[answer], ANSWERS)
            for answer in one.answers
            if answer in known
        )


def _by_name(store: Store) -> dict[tuple[str, str], str]:
    names = {("program", it.name): it.id for it in store.of(Program).all()}
    names |= {("event", it.title): it.id for it in store.of(Event).all()}
    return names | {("tactic", it.title): it.id for it in store.of(Tactic).all()}
