"""Personas that come written out, and the blank template: read from ready content, copied into a playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from app.personas.section import PersonaCard, PersonaSection, Shape
from app.playbook.link import ANSWERS, Link
from app.purpose.reading import Reading
from app.store import Store

Raw = Mapping[str, Any]
Ids = Mapping[tuple[str, str], str]  # (kind as links call it, key in the template) -> id in the playbook
CARD: Final = "persona_card"


@dataclass(frozen=True, slots=True)
class Written:
    """What is said of personas; until it is copied its ids are keys: "persona/section/place"."""

    sections: tuple[PersonaSection, ...] = ()  # those of the blank template have no persona
    cards: tuple[PersonaCard, ...] = ()
    readings: tuple[Reading, ...] = ()  # what signals were measured at
    answers: tuple[tuple[str, str, str], ...] = ()  # (card, kind, key): what answers it


def read_blank(raw: Raw) -> tuple[PersonaSection, ...]:
    """Return the sections of the blank template, in their order."""
    return tuple(_sections(raw, None))


def read_written(blank: Raw, personas: Raw, place: Callable[[str], date]) -> Written:
    """Return the blank template and what is said of each persona; `place` says which day a place such as "3 FR" is."""
    sections, cards = list(read_blank(blank)), list[PersonaCard]()
    readings, answers = list[Reading](), list[tuple[str, str, str]]()
    for persona, raw in personas.items():
        said = raw.get("sections")
        if said is None:
            continue
        sections += _sections(blank, persona)
        for key in blank:
            for row, values in enumerate(_laid_together(said.get(key, ()), raw.get(key, ()))):
                card = _card(f"{persona}/{key}", row, values, persona)
                cards.append(card)
                answers += [(card.id, kind, thing) for kind, thing in values.get("answered", ())]
                readings += [
                    Reading(f"{card.id}/{at}", CARD, card.id, place(at), value, values.get("source", ""))
                    for at, value in values.get("measured", ())
                ]
    return Written(tuple(sections), tuple(cards), tuple(readings), tuple(answers))


def copy_written(store: Store, written: Written, known: Ids, new_id: Callable[[], str]) -> None:
    """Add it to a playbook, inside a change; `known` are the personas and what answers cards."""
    sections = {it.id: new_id() for it in written.sections}
    cards = {it.id: new_id() for it in written.cards}
    store.of(PersonaSection).save(
        replace(it, id=sections[it.id], persona=it.persona and known["persona", it.persona]) for it in written.sections
    )
    store.of(PersonaCard).save(
        replace(it, id=cards[it.id], section=sections[it.section], about=cards.get(it.about, ""))
        for it in written.cards
    )
    store.of(Reading).save(replace(it, id=new_id(), of_id=cards[it.of_id]) for it in written.readings)
    store.of(Link).save(
        Link(new_id(), CARD, cards[card], kind, known[kind, key], ANSWERS)
        for card, kind, key in written.answers
        if (kind, key) in known
    )


def _sections(blank: Raw, persona: str | None) -> Iterable[PersonaSection]:
    for row, (key, one) in enumerate(blank.items()):
        shape, icon = Shape(one["shape"]), one["icon"]
        yield PersonaSection(f"{persona or ''}/{key}", persona, one["name"], shape, icon, row, key)


def _laid_together(said: Iterable[Any], more: Iterable[Raw]) -> list[dict[str, Any]]:
    """Return what is said, with what is the same in every language beside it."""
    texts = [{"text": one} if isinstance(one, str) else dict(one) for one in said]
    for values, own in zip(texts, more, strict=False):
        values.update({name: value for name, value in own.items() if name not in values})
    return texts


def _card(section: str, row: int, values: Raw, persona: str) -> PersonaCard:
    known = {field.name for field in fields(PersonaCard)} - {"id", "section", "position"}
    own = {name: value for name, value in values.items() if name in known}
    if own.get("about"):
        own["about"] = f"{persona}/{own['about']}"
    return PersonaCard(f"{section}/{row}", section, position=row, **own)
