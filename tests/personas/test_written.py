"""New playbooks bring their personas written out, and the blank template."""

import pytest

from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.playbook.link import ANSWERS, Link
from app.purpose.reading import Reading
from resources.templates import COMMUNITIES
from tests.playbook.beginning import begun

SECTIONS = ["profile", "motivations", "blockers", "behaviours", "programs", "risks", "signals", "quotes"]


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("community", [*COMMUNITIES, "sample"])
def test_every_persona_of_a_community_has_the_sections_of_the_blank_one_and_something_in_each(
    tmp_path, community, language
):
    store = begun(tmp_path / "new.sedyanka", community, language)
    sections = sorted(store.of(PersonaSection).all(), key=lambda it: it.position)
    filled = {card.section for card in store.of(PersonaCard).all()}

    assert [it.key for it in sections if it.persona is None] == SECTIONS
    for persona in store.of(Persona).all():
        own = [it for it in sections if it.persona == persona.id]
        assert [it.key for it in own] == SECTIONS
        assert {it.key for it in own if it.id not in filled} == {"programs"}
        assert all((persona.quote, persona.avatar, persona.key))
    store.close()


def test_a_playbook_with_nothing_in_it_has_the_blank_template(tmp_path):
    store = begun(tmp_path / "new.sedyanka")

    assert [it.key for it in sorted(store.of(PersonaSection).all(), key=lambda it: it.position)] == SECTIONS
    assert store.next_undo() is None
    store.close()


def test_strength_target_evidence_readings_and_answers_come_with_the_cards(tmp_path):
    store = begun(tmp_path / "new.sedyanka", "sample")
    cards = {it.text: it for it in store.of(PersonaCard).all()}
    blocker, signal = cards["No time to read long threads, wants a ready answer"], cards["Returns within 7 days"]

    assert (blocker.strength, blocker.said, blocker.asked) == (3, 4, 8)
    assert (signal.target, signal.unit, signal.per) == (55, "%", "week")
    assert [it.value for it in store.of(Reading).where(of_id=signal.id)][-1] == 48
    assert len([it for it in cards.values() if it.about == blocker.id]) == 3
    assert [it.to_kind for it in store.of(Link).where(from_id=blocker.id, role=ANSWERS)] == ["program"]
    assert store.of(PersonaSection).get(signal.section).shape is Shape.SIGNALS
    store.close()
