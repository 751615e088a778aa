"""What serves a persona, how complete it is, and who says the same, worked out from the plan."""

from __future__ import annotations

from datetime import date

import pytest

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.personas.also_said import also_said
from app.personas.completeness import completeness
from app.personas.serving import (
    fitting_tactics,
    serving_branches,
    serving_events,
    serving_programs,
    stages_missing,
)
from app.personas.snapshot import Personas
from tests.personas.builders import add, say_of
from tests.playbook.beginning import begun


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    store = begun(tmp_path_factory.mktemp("sample") / "kestrel.sedyanka", "sample")
    yield Plan.read(store), Personas.read(store)
    store.close()


def managers(personas: Personas):
    return next(it for it in personas.all.values() if it.key == "managers")


def test_hours_of_every_occurrence_of_the_quarter_count(sample):
    plan, personas = sample
    persona = managers(personas).id
    quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
    serving = serving_events(plan, persona, quarter)
    by_hand = [it for it in plan.occurrences(quarter.first, quarter.last) if persona in it.event.personas]

    assert sum(it.times for it in serving) == len(by_hand)
    assert sum(it.hours for it in serving) == pytest.approx(sum(it.event.effort for it in by_hand))
    assert all(date(2027, 3, 1) <= it.first <= it.last <= date(2027, 5, 29) for it in serving)


def test_a_stage_without_an_event_for_the_persona_is_missing_and_tactics_for_it_are_named(sample):
    plan, personas = sample
    persona = managers(personas).id
    serving = serving_events(plan, persona, Quarter(plan.playbook.start))
    (missing,) = stages_missing(plan, serving)
    fitting = fitting_tactics(plan, missing.id, persona)

    assert missing.name == "Awareness"
    assert 0 < len(fitting) <= 2
    assert all(it.stage == missing.id for it in fitting)


def test_programs_serve_by_their_events_or_because_they_answer_something(sample):
    plan, personas = sample
    persona = managers(personas).id
    answered = personas.answered_by(persona)
    names = {it.name for it, _ in serving_programs(plan, [], answered)}

    assert names == {plan.programs[key].name for _, key in answered}
    assert serving_branches([], persona) == []


def test_what_is_missing_is_named_and_lowers_the_share(store):
    one = add(store, "One")
    personas = Personas.read(store)
    empty = completeness(personas, personas.all[one], [], [])
    say_of(store, one, "blockers", "No time")
    say_of(store, one, "signals", "Comes back")
    personas = Personas.read(store)
    fuller = completeness(personas, personas.all[one], [], [])

    assert "personas.missing.quote" in {it.id for it in empty.missing}
    assert "personas.missing.target" in {it.id for it in fuller.missing}
    assert 0 <= empty.share < fuller.share < 1


def test_a_persona_with_everything_is_complete(sample):
    plan, personas = sample
    persona = managers(personas)

    assert completeness(personas, persona, list(plan.stages.values()), []).percent == 100


def test_the_same_words_of_others_are_found_whatever_their_case_and_signs(store):
    one, two, three = (add(store, name) for name in ("One", "Two", "Three"))
    (mine,) = say_of(store, one, "blockers", "No time for long threads")
    (theirs,) = say_of(store, two, "blockers", "no time, for LONG threads!")
    say_of(store, three, "blockers", "No time")
    personas = Personas.read(store)

    assert [it.id for it in also_said(personas, personas.card[mine])] == [theirs]
