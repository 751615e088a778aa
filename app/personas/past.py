"""What a persona said before: read from a kept text, compared section by section, and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from app.message import say
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import Personas
from app.personas.versions import KINDS
from app.playbook.rows_text import rows_in
from app.store import Store
from app.text.differences import PartChange, differences

HEAD: Final = ("name", "summary", "quote", "avatar", "colour")  # a picture is not kept with what was said
Told = Callable[[PersonaCard, Shape], str]  # says all of a card in one line


def persona_in(text: str) -> Personas:
    """Return the persona that a text holds, with its sections and cards."""
    then = Personas()
    for thing in rows_in(text, {kind.__name__: kind for kind in KINDS}):
        match thing:
            case Persona():
                then.all[thing.id] = thing
            case PersonaSection():
                then.sections.setdefault(thing.persona or "", []).append(thing)
                then.section[thing.id] = thing
            case PersonaCard():
                then.cards.setdefault(thing.section, []).append(thing)
                then.card[thing.id] = thing
    return then


def changed_parts(then: Personas, now: Personas, persona: str, head: str, told: Told) -> list[PartChange]:
    """Return the head of a persona, which has its id, and the sections that say something else now; gone ones last."""
    found = [_changed(persona, head, _head(then, persona), _head(now, persona), persona in then.all)]
    before = {it.id: it for it in then.sections.get(persona, ())}
    after = {it.id: it for it in now.sections.get(persona, ())}
    for key, section in {**after, **{key: it for key, it in before.items() if key not in after}}.items():
        was, is_now = (_lines(one, key, told) for one in (then, now))
        found.append(_changed(key, section.name, was, is_now, key in before))
    return [it for it in found if it.lines]


def _changed(part: str, name: str, was: Iterable[str], is_now: Iterable[str], there_then: bool) -> PartChange:
    return PartChange(part, name, tuple(differences(list(was), list(is_now))), there_then)


def restore_part(store: Store, then: Personas, persona: str, part: str) -> None:
    """Put the head of a persona, or one of its sections, back as it was. One step of undo."""
    if part == persona:
        _restore_head(store, then.all[persona])
    elif part in then.section:
        _restore_section(store, then, persona, then.section[part])


def _restore_head(store: Store, before: Persona) -> None:
    now = store.of(Persona).get(before.id)
    with store.change(say("versions.step.persona", name=before.name)):
        store.of(Persona).save([replace(now, **{name: getattr(before, name) for name in HEAD})])


def _restore_section(store: Store, then: Personas, persona: str, before: PersonaSection) -> None:
    there = next(iter(store.of(PersonaSection).some([before.id])), None)
    cards = then.cards.get(before.id, [])
    named = store.of(Persona).get(persona).name
    with store.change(say("versions.step.section", name=before.name, persona=named)):
        store.of(PersonaSection).save([replace(before, position=there.position) if there else before])
        kept = {it.id for it in cards}
        store.of(PersonaCard).delete([it.id for it in store.of(PersonaCard).where(section=before.id)
                                      if it.id not in kept])  # fmt: skip
        store.of(PersonaCard).save(cards)


def _head(personas: Personas, id: str) -> Iterator[str]:
    found = personas.all.get(id)
    if found is not None:
        yield from (line for line in (f"{found.avatar} {found.name}".strip(), found.summary, found.quote) if line)


def _lines(personas: Personas, section: str, told: Told) -> Iterator[str]:
    found = personas.section.get(section)
    if found is None:
        return
    yield found.name
    for card in personas.cards.get(section, ()):
        lines = card.text.splitlines() if found.shape is Shape.TEXT else [told(card, found.shape)]
        yield from (line for line in lines if line.strip())
