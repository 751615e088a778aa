"""Ready guides in a playbook: what their rows lead to is there, and beginning with one is one step."""

import pytest

from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Scenario
from app.guide.ready import read_guide, start_guide
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.message import say
from app.playbook.playbook import Person
from resources.templates import COMMUNITIES, SAMPLE
from resources.templates.guides import guide
from resources.texts import LANGUAGES
from tests.playbook.beginning import begun
from tests.standing_clock import store as store

languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize("community", [*COMMUNITIES, SAMPLE])
@languages
def test_a_new_playbook_has_the_guide_of_its_community_and_every_row_leads_somewhere(tmp_path, community, language):
    known = Guide.read(begun(tmp_path / "begun.sedyanka", community, language))

    for row in known.of(Escalation).values():
        assert row.scenario in known.of(Scenario)
        assert row.reply in known.of(Reply)
        assert row.told
        assert set(row.told) <= set(known.of(GuideRole))
    assert len(known.of(Chapter)) >= 8
    assert {text.reply for text in known.of(ReplyText).values()} == set(known.of(Reply))
    assert {role.people[0] for role in known.of(GuideRole).values() if role.people} <= set(known.of(Person))


@languages
def test_replies_and_messages_of_strikes_come_in_both_languages(tmp_path, language):
    known = Guide.read(begun(tmp_path / "begun.sedyanka", SAMPLE, language))

    for reply in known.of(Reply):
        spoken = [(text.variant, text.language) for text in known.texts_of(reply)]
        assert len(spoken) == 6
        assert {code for _, code in spoken} == set(LANGUAGES)
        assert len({variant for variant, _ in spoken}) == 3
    assert [[code for code, _ in level.message] for level in known.of(StrikeLevel).values()] == [["en", "bg"]] * 3


def test_a_guide_begun_later_is_led_by_the_first_person_and_is_one_step(store):
    with store.change(say("step.begin")):
        store.of(Person).save([Person("p2", "Stoyan", position=1), Person("p1", "Mila D.", position=0)])

    start_guide(store, read_guide(guide("en", "product-users")))
    known = Guide.read(store)

    assert {person for role in known.of(GuideRole).values() for person in role.people} == {"p1"}
    assert not known.blank

    store.undo()

    assert Guide.read(store).blank
