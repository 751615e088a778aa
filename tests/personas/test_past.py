"""What a persona said before: compared section by section in words, and put back a part at a time."""

from dataclasses import replace

import pytest

from app.message import say
from app.personas.cards import add_card, delete_card, edit_card, move_card
from app.personas.keeping import add_persona, edit_persona
from app.personas.past import changed_parts, persona_in, restore_part
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.sections import delete_section
from app.personas.snapshot import Personas
from app.personas.versions import PERSONA, SOURCE
from app.playbook.revising import Keeper, current_number, numbers, revisions

READY = [PersonaSection("b", None, "Blockers", key="blockers"), PersonaSection("m", None, "Motivations", position=1)]


@pytest.fixture
def persona(store):
    made = add_persona(store, "Busy managers", READY)
    for section in store.of(PersonaSection).where(persona=made):
        for text in ("No time for threads", "Afraid to ask in public"):
            add_card(store, section.id, f"{section.name}: {text}")
    return made


def section(store, persona, name):
    return next(it.id for it in store.of(PersonaSection).where(persona=persona) if it.name == name)


def texts(store, section):
    return [it.text for it in sorted(store.of(PersonaCard).where(section=section), key=lambda it: it.position)]


def changes(store, persona, then):
    def told(card: PersonaCard, shape: Shape) -> str:
        return card.text

    return changed_parts(persona_in(then), Personas.read(store), persona, "Name and summary", told)


def test_changes_are_told_section_by_section_and_one_is_put_back(store, persona):
    then = SOURCE.texts(store)[persona]
    blockers, motivations = (section(store, persona, it) for it in ("Blockers", "Motivations"))
    before = texts(store, blockers)
    first, second = store.of(PersonaCard).where(section=blockers)
    edit_card(store, first.id, text="No time at all")
    move_card(store, second.id, motivations, 0)
    add_card(store, blockers, "Something new")
    edit_persona(store, persona, name="Busier managers")

    assert [it.name for it in changes(store, persona, then)] == ["Name and summary", "Blockers", "Motivations"]

    restore_part(store, persona_in(then), persona, blockers)
    assert texts(store, blockers) == before
    assert [it.name for it in changes(store, persona, then)] == ["Name and summary"]

    restore_part(store, persona_in(then), persona, persona)
    assert changes(store, persona, then) == []
    assert store.next_undo() == say("versions.step.persona", name="Busy managers")


def test_a_section_that_is_gone_comes_back_with_its_cards(store, persona):
    then, blockers = SOURCE.texts(store)[persona], section(store, persona, "Blockers")
    before = texts(store, blockers)
    delete_card(store, next(iter(store.of(PersonaCard).where(section=blockers))).id)
    delete_section(store, blockers)

    (gone,) = changes(store, persona, then)
    restore_part(store, persona_in(then), persona, gone.part)

    assert texts(store, blockers) == before
    store.undo()
    assert not list(store.of(PersonaSection).some([blockers]))


def test_versions_are_counted_also_when_those_before_are_gone(store, persona):
    keeper = Keeper(store, [SOURCE])
    edit_persona(store, persona, name="Other")
    keeper.look({Persona: frozenset({persona})})
    (kept,) = revisions(store, PERSONA, persona)

    assert persona_in(kept.text).all[persona].name == "Busy managers"
    assert (numbers([kept]), current_number([kept])) == ([1], 2)
    seventh = replace(kept, text=kept.text.replace('"version":1', '"version":7'))
    assert current_number([seventh]) == 8
    assert current_number([]) == 1
    assert numbers([replace(kept, text="{}"), replace(kept, text="{}")]) == [1, 2]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"Persona":3}', '{"PersonaCard":[{"id":1}]}'])
def test_a_text_that_cannot_be_read_holds_nobody(text):
    assert persona_in(text).all == {}
