"""Personas, sections and cards are added, edited, moved and deleted; each is one step."""

from datetime import date

import pytest

from app.errors import KnownError
from app.message import say
from app.personas import cards, keeping, sections
from app.personas.offering import offered
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import BLANK, Personas
from app.playbook.link import ANSWERS, Link
from app.purpose.reading import Reading
from tests.personas.builders import READY, add, everything, say_of, section, texts


def names(store) -> list[str]:
    return [it.name for it in Personas.read(store).current()]


def test_a_new_persona_has_the_sections_of_the_template_and_what_stands_in_them(store):
    add(store, "Busy managers")
    sections.add_section(store, None, "Tools", Shape.CHIPS)
    say_of(store, None, "blockers", "No time")
    second = add(store, "Curious newcomers")
    first = next(it.id for it in store.of(Persona).all() if it.id != second)
    found = Personas.read(store)

    assert [it.name for it in found.sections[second]][-2:] == ["Voices", "Tools"]
    assert texts(store, second, "blockers") == ["No time"]
    assert "Tools" not in [it.name for it in found.sections[first]]
    assert {it.key for it in found.sections[second]} == {it.key for it in found.sections[BLANK]}


def test_personas_of_an_older_playbook_get_their_sections_in_one_step(store):
    with store.change(say("step.begin")):
        store.of(Persona).save([Persona("old", "Busy managers"), Persona("older", "Curious newcomers")])
    before = everything(store)
    keeping.begin_sections(store, READY)
    found = Personas.read(store)

    assert [len(found.sections[it]) for it in ("old", "older", BLANK)] == [8, 8, 8]
    store.undo()
    assert everything(store) == before


def test_each_new_persona_has_another_colour(store):
    for name in ("One", "Two", "Three"):
        add(store, name)

    assert len({it.colour for it in store.of(Persona).all()}) == 3


def test_a_copy_stands_below_and_keeps_its_evidence_to_itself(store):
    first, _ = add(store, "One"), add(store, "Two")
    (blocker,) = say_of(store, first, "blockers", "No time")
    say_of(store, first, "quotes", "I stopped at page two.", about=blocker)
    copy = keeping.duplicate_persona(store, first, "One (copy)")
    found = Personas.read(store)
    quote = next(it for it in found.cards_of(copy) if it.about)

    assert names(store) == ["One", "One (copy)", "Two"]
    assert found.card[quote.about].text == "No time"
    assert found.persona_of(quote.about) == copy
    store.undo()
    assert names(store) == ["One", "Two"]


def test_archived_personas_leave_the_order_and_come_back(store):
    first, second, third = (add(store, name) for name in ("One", "Two", "Three"))
    keeping.archive(store, second)
    keeping.move_persona(store, third, 0)

    assert names(store) == ["Three", "One"]
    keeping.archive(store, second, archived=False)
    assert set(names(store)) == {"One", "Two", "Three"}
    keeping.delete_persona(store, first)
    assert not [it for it in store.of(PersonaSection).all() if it.persona == first]


def test_cards_move_within_and_between_sections(store):
    one = add(store, "One")
    first, second = say_of(store, one, "blockers", "No time", "Afraid to ask")
    cards.move_card(store, second, section(store, one, "blockers").id, 0)
    assert texts(store, one, "blockers") == ["Afraid to ask", "No time"]
    cards.move_card(store, first, section(store, one, "risks").id, 5)

    assert texts(store, one, "blockers") == ["Afraid to ask"]
    assert texts(store, one, "risks") == ["No time"]
    store.undo()
    assert texts(store, one, "blockers") == ["Afraid to ask", "No time"]


def test_typing_in_one_field_folds_into_one_step_and_a_choice_does_not(store):
    (card,) = say_of(store, add(store, "One"), "blockers", "No")
    cards.edit_card(store, card, strength=3)
    cards.edit_card(store, card, text="No ti")
    cards.edit_card(store, card, text="No time")
    store.undo()

    assert (store.of(PersonaCard).get(card).text, store.of(PersonaCard).get(card).strength) == ("No", 3)


def test_a_section_changes_its_shape_and_keeps_its_cards(store):
    one = add(store, "One")
    say_of(store, one, "risks", "Leaves early")
    sections.edit_section(store, section(store, one, "risks").id, shape=Shape.LIST)
    sections.move_section(store, section(store, one, "risks").id, 0)

    assert Personas.read(store).sections[one][0].key == "risks"
    assert texts(store, one, "risks") == ["Leaves early"]


def test_what_answers_a_card_is_linked_and_parted(store):
    (card,) = say_of(store, add(store, "One"), "blockers", "No time")
    cards.set_answers(store, card, [("program", "p1"), ("tactic", "t1"), ("program", "p1")])
    assert Personas.read(store).answers[card] == [("program", "p1"), ("tactic", "t1")]
    cards.set_answers(store, card, [("tactic", "t1")])

    assert [it.to_id for it in store.of(Link).where(role=ANSWERS)] == ["t1"]


def test_a_signal_has_one_reading_a_day(store):
    (card,) = say_of(store, add(store, "One"), "signals", "Comes back")
    for day, value in ((date(2027, 3, 1), 40.0), (date(2027, 3, 8), 44.0), (date(2027, 3, 1), 41.0)):
        cards.read_signal(store, card, day, value)

    assert [it.value for it in Personas.read(store).readings[card]] == [41, 44]
    assert len(list(store.of(Reading).all())) == 2


def test_what_is_gone_cannot_be_edited(store):
    (card,) = say_of(store, add(store, "One"), "blockers", "No time")
    cards.delete_card(store, card)

    with pytest.raises(KnownError):
        cards.edit_card(store, card, text="Anything")


def test_numbers_beyond_counting_are_refused(store):
    (card,) = say_of(store, add(store, "One"), "signals", "Comes back")

    with pytest.raises(ValueError, match="1e"):
        cards.edit_card(store, card, target=1e300)


def test_fields_offer_archived_personas_only_where_they_are_chosen(store):
    first, second = add(store, "One"), add(store, "Two")
    keeping.archive(store, second)
    personas = Personas.read(store).all

    assert [it.id for it in offered(personas, [])] == [first]
    assert [it.id for it in offered(personas, [second])] == [first, second]
