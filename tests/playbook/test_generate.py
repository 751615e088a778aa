from datetime import timedelta

import pytest

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.plan import Plan
from app.playbook.generate import generate
from app.playbook.start import settings
from resources.templates import content
from storage.playbooks import SqlPlaybooks
from tests.playbook.beginning import START, a_template, shown
from tests.storage.making import everything


def generated(file, seed=1, events=300, language="en"):
    store = SqlPlaybooks().create(file)
    template = a_template("reference", language)
    topics = content(language, "reference")["topics"]
    generate(store, template, settings(template, language), topics, seed, events, lambda *_: None)
    return store


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    return generated(tmp_path_factory.mktemp("reference") / "r.sedyanka")


def test_three_hundred_events_make_about_two_thousand_occurrences(reference):
    assert reference.of(Event).count() == 300
    assert 1_850 <= len(shown(reference)) <= 2_150
    assert len(Plan.read(reference).personas) == 12


def test_the_reference_has_all_that_makes_a_calendar_slow(reference):
    events = list(reference.of(Event).all())

    assert min(event.day for event in events if event.day) < START - timedelta(days=4 * 365)
    assert {event.rrule.split(";")[0] for event in events if event.repeats} == {"FREQ=WEEKLY", "FREQ=MONTHLY"}
    assert any(event.length > 1 and event.at is None for event in events)
    assert any(event.at and event.length > 1 for event in events)  # past midnight
    assert len({event.zone for event in events}) > 3
    assert any(event.day is None for event in events)
    assert reference.of(Override).count() > 50
    assert any(override.cancelled for override in reference.of(Override).all())
    assert reference.of(ChecklistStep).count() > 50


def test_one_seed_always_makes_the_same_playbook_and_another_makes_another(tmp_path):
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        generated(tmp_path / f"{name}.sedyanka", seed, 60).close()

    a, b, c = (everything(tmp_path / f"{name}.sedyanka") for name in "abc")
    assert a == b
    assert a != c


def test_generated_playbooks_are_whole(tmp_path):
    for seed in range(5):
        file = tmp_path / f"{seed}.sedyanka"
        store = generated(file, seed, 200, "bg")
        assert store.next_undo() is None
        store.close()

        assert list(SqlPlaybooks().verify(file)) == []


def test_no_events_at_all_are_a_playbook_too(tmp_path):
    store = generated(tmp_path / "none.sedyanka", events=0)

    assert store.of(Event).count() == 0
