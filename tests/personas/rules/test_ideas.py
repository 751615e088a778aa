"""Ideas for a persona: each answers something, fits its week and is not planned yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.calendar.event import Event
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.funnel.stage import Stage
from app.message import say
from app.personas.ideas import ideas
from app.personas.planning import plan_for
from app.personas.snapshot import Personas
from app.playbook.link import Link
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.tactics.tactic import Tactic
from tests.personas.rules.builders import keep

QUARTER = Quarter(date(2027, 3, 1))
TODAY = date(2027, 3, 3)
SAID = {
    "managers": {
        "blockers": ["No time to read long threads", "Afraid to ask in public"],
        "signals": ["Return in 7 days"],
    }
}
TACTICS = (
    Tactic(
        "triage", "Welcome triage", "introduction", prep=0.5, stage="activation", key="welcome_triage", success="All"
    ),
    Tactic("hours", "Office hours", "office_hours", live=1.0, stage="contribution", key="office_hours", success="Five"),
    Tactic("own", "Sing together", "other", live=1.0, stage="activation"),
)


@pytest.fixture
def book(store):
    keep(store, SAID)
    with store.change(say("step.add", title="all")):
        store.of(Playbook).save(
            [Playbook(PLAYBOOK_ID, "Kestrel", start=QUARTER.start, capacity=4.0, zone="Europe/Sofia")]
        )
        store.of(Stage).save([Stage("activation", "Activation"), Stage("contribution", "Contribution", position=1)])
        store.of(Tactic).save(TACTICS)
    return store


def found(store, free=lambda _: True):
    return ideas(Plan.read(store), Personas.read(store), "managers", QUARTER, TODAY, free)


def test_each_idea_names_what_it_answers_and_what_it_is_measured_by(book):
    got = {it.tactic.id: (it.card.text, it.words, it.measure) for it in found(book)}
    assert got["triage"] == ("Afraid to ask in public", ("afraid", "ask"), "All")
    assert got["hours"][0] in {"No time to read long threads", "Afraid to ask in public"}
    assert "own" not in got


def test_an_idea_lies_in_the_first_week_with_room(book):
    full = Event("full", "Full", "other", date(2027, 3, 4), prep=3.5)
    with book.change(say("step.add", title="full")):
        book.of(Event).save([full])
    days = {it.tactic.id: it.day for it in found(book)}
    assert days["triage"] == date(2027, 3, 10)
    assert all(it.hours <= it.left for it in found(book))


def test_days_that_are_not_free_and_days_gone_are_left_out(book):
    days = {it.day for it in found(book, free=lambda day: day.weekday() == 3)}
    assert days == {date(2027, 3, 4)}
    assert found(book, free=lambda _: False) == []


def test_what_is_planned_for_the_persona_is_no_idea_and_undo_brings_it_back(book):
    before = [it.tactic.id for it in found(book)]
    made = plan_for(book, "triage", ["managers"], ["managers/blockers/1"], date(2027, 3, 10))
    assert [it.tactic.id for it in found(book)] == [it for it in before if it != "triage"]
    event = book.of(Event).get(made)
    assert (event.personas, event.tactic, event.day) == (("managers",), "triage", date(2027, 3, 10))
    (link,) = book.of(Link).all()
    assert (link.from_id, link.to_id, link.role) == ("managers/blockers/1", made, "answers")
    book.undo()
    assert [it.tactic.id for it in found(book)] == before


def test_what_waits_in_the_backlog_for_the_persona_is_no_idea_either(book):
    plan_for(book, "hours", ["managers"], [], None)
    assert "hours" not in {it.tactic.id for it in found(book)}


def test_stages_that_nothing_serves_come_first(book):
    plan_for(book, "own", ["managers"], [], date(2027, 3, 10))
    assert [it.tactic.id for it in found(book)] == ["hours", "triage"]


def test_of_what_nothing_answers_yet_ideas_come_before_the_rest(book):
    with book.change(say("step.add", title="stages")):
        book.of(Tactic).save([replace(TACTICS[1], stage="activation")])
    plan_for(book, "own", ["managers"], ["managers/blockers/1"], date(2027, 3, 10))
    assert found(book)[0].card.id == "managers/blockers/0"
