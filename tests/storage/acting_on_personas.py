"""What a person does with personas, at random; `acting` takes it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from app.personas import cards, keeping, sections
from app.personas.bringing_in import add_personas
from app.personas.past import persona_in, restore_part
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import Personas
from app.personas.taking_out import contents_of
from app.personas.versions import PERSONA, SOURCE
from app.playbook.revising import keep, revisions
from app.store import Store

READY: Final = [PersonaSection("ready", None, "Blockers", key="blockers")]
PICTURE: Final = b"\x89PNG of somebody"
Deed = Callable[[Store, Any], object]  # with the hand of `acting`


def _put_back(s: Store, h: Any) -> None:
    """Put a part of a persona back as it was when it was kept; keep it when it never was."""
    persona = h.id(Persona)
    kept = revisions(s, PERSONA, persona)
    if not kept:
        keep(s, PERSONA, {persona: SOURCE.texts(s)[persona]})
        return
    then = persona_in(kept[0].text)
    restore_part(s, then, persona, h.pick([persona, *then.section]))


ON_PERSONAS: Final[Sequence[Deed]] = (
    lambda s, h: keeping.add_persona(s, h.text, READY),
    lambda s, _: keeping.begin_sections(s, READY),
    lambda s, h: keeping.duplicate_persona(s, h.id(Persona), h.text),
    lambda s, h: keeping.edit_persona(s, h.id(Persona), name=h.text),
    lambda s, h: keeping.edit_persona(s, h.id(Persona), quote=h.text, avatar=h.pick(["", "☕"])),
    lambda s, h: keeping.set_picture(s, h.id(Persona), PICTURE + bytes([h.chance.randrange(3)])),
    lambda s, h: keeping.archive(s, h.id(Persona), archived=h.yes()),
    lambda s, h: keeping.move_persona(s, h.id(Persona), h.chance.randint(0, 3)),
    lambda s, h: keeping.delete_persona(s, h.id(Persona)),
    lambda s, h: sections.add_section(s, h.pick([None, h.id(Persona)]), h.text, h.pick(Shape)),
    lambda s, h: sections.edit_section(s, h.id(PersonaSection), name=h.text, shape=h.pick(Shape)),
    lambda s, h: sections.move_section(s, h.id(PersonaSection), h.chance.randint(0, 3)),
    lambda s, h: sections.delete_section(s, h.id(PersonaSection)),
    lambda s, h: cards.add_card(s, h.id(PersonaSection), h.text, label=h.pick(["", "Role"])),
    lambda s, h: cards.edit_card(s, h.id(PersonaCard), text=h.text),
    lambda s, h: cards.edit_card(s, h.id(PersonaCard), said=3, asked=4, target=2.5, day=h.day()),
    lambda s, h: cards.move_card(s, h.id(PersonaCard), h.id(PersonaSection), h.chance.randint(0, 3)),
    lambda s, h: cards.duplicate_card(s, h.id(PersonaCard)),
    lambda s, h: cards.delete_card(s, h.id(PersonaCard)),
    lambda s, h: cards.set_answers(s, h.id(PersonaCard), [("program", h.text), ("tactic", h.text)]),
    lambda s, h: cards.read_signal(s, h.id(PersonaCard), h.day(), h.chance.random()),
    lambda s, h: add_personas(s, contents_of(s, Personas.read(s), [h.id(Persona)])),
    _put_back,
)  # fmt: skip


def settle_personas(store: Store) -> None:
    """Add one persona with something said of it, inside a change."""
    persona = keeping.add_persona(store, "Busy managers", READY)
    section = next(it.id for it in store.of(PersonaSection).all() if it.persona == persona)
    cards.add_card(store, section, "No time for long threads", strength=3)
