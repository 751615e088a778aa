"""Gathers personas with all that is said of them, for files."""

from __future__ import annotations

from collections.abc import Iterable

from app.calendar.event import Event
from app.calendar.plan import Plan
from app.calendar.program import Program
from app.calendar.quarter import Quarter
from app.exchange.persona_markdown.content import CardContent, PersonaContent, SectionPart, ServedEvent
from app.personas.section import PersonaCard, Shape
from app.personas.serving import serving_events
from app.personas.snapshot import Personas
from app.store import Store
from app.tactics.tactic import Tactic


def contents_of(store: Store, personas: Personas, ids: Iterable[str], plan: Plan | None = None) -> list[PersonaContent]:
    """Return personas in the order given; with a plan also what serves them in its quarter."""
    names = _names(store)
    return [_content(personas, one, names, _served(plan, one) if plan else ()) for one in ids]


def _content(
    personas: Personas, id: str, names: dict[tuple[str, str], str], served: tuple[ServedEvent, ...]
) -> PersonaContent:
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
            served if section.shape is Shape.PROGRAMS else (),
        )
        for section in sections
    )
    return PersonaContent(personas.all[id], parts)


def _served(plan: Plan, persona: str) -> tuple[ServedEvent, ...]:
    serving = serving_events(plan, persona, Quarter(plan.playbook.start, plan.playbook.first_weekday))
    names = {it.id: it.name for it in plan.stages.values()}
    return tuple(ServedEvent(it, names.get(it.event.stage, "")) for it in serving)


def _names(store: Store) -> dict[tuple[str, str], str]:
    names = {("program", it.id): it.name for it in store.of(Program).all()}
    names |= {("event", it.id): it.title for it in store.of(Event).all()}
    return names | {("tactic", it.id): it.title for it in store.of(Tactic).all()}
