"""Ready messages of tactics, procedures, audiences and words of the plans."""

import pytest

from app.plans.audience import AudienceKind
from resources.texts import LANGUAGES
from tests.playbook.test_ready_content import CHANNELS, ready, texts
from tests.playbook.test_templates import TEN

languages = pytest.mark.parametrize("language", LANGUAGES)


def test_each_of_the_ten_tactics_has_messages_for_a_day_and_a_channel():
    words, structure = ready("en", "messages"), ready("structure", "messages")

    assert set(TEN) <= set(structure)
    assert {key: list(messages) for key, messages in words.items()} == {
        key: list(messages) for key, messages in structure.items()
    }
    assert min(len(structure[key]) for key in TEN) >= 3
    assert {message["channel"] for messages in structure.values() for message in messages.values()} <= CHANNELS


def test_messages_of_a_tactic_follow_each_other_and_the_last_is_said_afterwards():
    for key, messages in ready("structure", "messages").items():
        days = [message["day"] for message in messages.values()]

        assert days == sorted(days), key
        assert days[-1] > 0, key


def test_messages_that_are_said_beforehand_lie_within_the_weeks_of_preparation():
    days = [message["day"] for messages in ready("structure", "messages").values() for message in messages.values()]

    assert min(days) >= -14
    assert max(days) <= 28


def test_tactics_are_whole():
    messages = ready("structure", "messages")

    assert {"greet", "quick_start", "one_to_one"} <= set(messages["welcome_triage"])
    assert {"invite", "rules", "form", "outcome"} <= set(messages["pilot"])
    assert {"invite", "first_win", "anniversary"} <= set(messages["celebration"])
    assert ready("structure", "tactics")["tactics"]["pilot"]["channel"] == messages["pilot"]["form"]["channel"]


@languages
def test_messages_of_tactics_are_short_enough_to_be_read(language):
    long = {
        (tactic, key): len(message["text"].split())
        for tactic, messages in ready(language, "messages").items()
        for key, message in messages.items()
        if not 12 <= len(message["text"].split()) <= 90
    }

    assert long == {}


def test_six_procedures_say_everything_that_a_procedure_says():
    words, structure = ready("en", "procedures"), ready("structure", "procedures")

    assert list(words) == list(structure) == ["welcome", "sweep", "ama", "you_said", "incident", "report"]
    for key, procedure in words.items():
        assert list(procedure) == ["name", "purpose", "scope", "roles", "expects", "measures", "steps"]
        assert [len(role) for role in procedure["roles"]] == [2] * len(procedure["roles"])
        assert len(procedure["steps"]) == len(structure[key]["steps"]) >= 5


def test_steps_of_a_procedure_follow_each_other_and_one_person_can_carry_them():
    for key, procedure in ready("structure", "procedures").items():
        days = [step["day"] for step in procedure["steps"]]

        assert days == sorted(days)
        assert days[0] == 0
        assert 0 < sum(step["effort"] for step in procedure["steps"]) <= 4, key


@languages
def test_measures_of_a_procedure_can_be_counted(language):
    measures = [procedure["measures"] for procedure in ready(language, "procedures").values()]

    assert [text for text in measures if not any(map(str.isdigit, text))] == []


def test_audiences_of_both_sides_lead_to_channels_that_are_there():
    structure = ready("structure", "audiences")

    assert list(structure) == list(ready("en", "audiences"))
    assert {audience["kind"] for audience in structure.values()} == set(AudienceKind)
    assert {audience["channel"] for audience in structure.values()} <= CHANNELS
    assert {audience["engagement"] for audience in structure.values()} <= {1, 2, 3, 4, 5}


@languages
def test_words_of_the_plans_say_that_they_are_examples(language):
    word = {"en": "**Example.**", "bg": "**Пример.**"}[language]

    assert [key for key, text in texts(ready(language, "plans")) if not text.startswith(word)] == []
    assert list(ready(language, "plans")) == ["action", "communication"]
