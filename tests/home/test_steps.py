from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.calendar.event import Status
from app.funnel.branch import Branch, Role
from app.funnel.stage import Stage
from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.incident import Incident
from app.guide.role import GuideRole
from app.guide.tone import ToneLine, ToneShape
from app.home.overview import Overview
from app.home.step import State
from app.home.steps import in_use, steps
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.board import Board, Note, NoteKind
from app.purpose.kpi import Kpi
from app.purpose.purpose import PURPOSE_ID, Purpose
from app.purpose.reading import Reading
from app.workflows.enrolment import Delivery, Enrolment, Way
from app.workflows.rule import Rule
from app.workflows.sequence import Sequence
from resources.templates import COMMUNITIES
from resources.texts import LANGUAGES, catalogue
from tests.home.builders import START, TODAY, an_event, mar, save, step_of
from tests.playbook.beginning import begun

QUARTER = [START + timedelta(weeks=row) for row in range(13)]
WHOLE = Purpose(PURPOSE_ID, "team leads", "plan calmer weeks", "", ("active", "answered"))
KPIS = (
    Kpi("active", "Active in 14 days", target=45.0, baseline=35.0, since=START, due=mar(29)),
    Kpi("answered", "Answered by members", target=50.0, baseline=36.0, since=START, due=mar(29)),
)
READ = (Reading("r1", "kpi", "active", mar(8), 42.0), Reading("r2", "kpi", "answered", mar(8), 37.0))


def says(step, id, **values):
    assert step.reason.id == id
    assert dict(step.reason.values) == values


def test_only_steps_that_can_be_done_are_listed_with_the_numbers_of_the_playbook(store):
    assert [(step.number, step.page) for step in steps(Overview.read(store))] == [
        (1, "purpose"), (2, "personas"), (3, "funnel"), (4, "calendar"), (5, "guide"), (6, "workflows"),
    ]  # fmt: skip


def test_nothing_is_begun_in_an_empty_playbook(store):
    found = steps(Overview.read(store))

    assert {step.state for step in found} == {State.NOT_BEGUN}
    assert in_use(found) == 0


# --- purpose ---


def test_a_purpose_without_its_promise_is_begun(store):
    save(store, Purpose(PURPOSE_ID, "team leads"))

    step = step_of(store, 1)

    assert step.state is State.BEGUN
    says(step, "home.purpose.no_promise")


def test_a_note_on_a_board_begins_the_purpose(store):
    save(store, Board("b", "Why"), Note("n", "b", NoteKind.NOTE, 0, 0, 200, 100, 1, "Asks"))

    assert step_of(store, 1).state is State.BEGUN


def test_empty_frames_of_a_board_begin_nothing(store):
    save(store, Board("b", "Why"), Note("f", "b", NoteKind.FRAME, 0, 0, 400, 300, 1, "Problems"))

    assert step_of(store, 1).state is State.NOT_BEGUN


def test_a_sentence_wants_two_kpis(store):
    save(store, replace(WHOLE, kpis=("active", "gone")), *KPIS)

    says(step_of(store, 1), "home.purpose.few_kpis", n=1)


def test_a_kpi_without_a_target_leads_to_its_card(store):
    card = Note("card", "b", NoteKind.METRIC, 0, 0, 200, 100, 1, "Active", ref="active")
    save(store, WHOLE, replace(KPIS[0], target=None), KPIS[1], Board("b", "Why"), card)

    step = step_of(store, 1)

    assert (step.state, step.thing) == (State.BEGUN, "card")
    says(step, "home.purpose.no_target", name="Active in 14 days")


def test_a_whole_purpose_is_in_use_and_asks_for_readings(store):
    save(store, WHOLE, *KPIS)

    step = step_of(store, 1)

    assert step.state is State.IN_USE
    says(step, "home.purpose.unread", name="Active in 14 days")


def test_a_reading_of_last_month_wants_a_newer_one(store):
    save(store, WHOLE, *KPIS, replace(READ[0], day=date(2027, 2, 10)), READ[1])

    says(step_of(store, 1), "home.purpose.stale", name="Active in 14 days", n=28)


def test_a_purpose_that_lacks_nothing_counts_what_goes_well(store):
    save(store, WHOLE, *KPIS, *READ, Board("b", "Why"), Note("n", "b", NoteKind.NOTE, 0, 0, 200, 100, 1, "Asks"))

    step = step_of(store, 1)

    assert step.state is State.IN_USE
    says(step, "home.purpose.in_use", n=2, good=1)


# --- funnel ---


def stages():
    first = Stage("aware", "Awareness", criterion="Reads two threads", driver="A first question")
    return first, Stage("active", "Activation", position=1, criterion="Posts an introduction")


def test_bare_stages_are_not_begun(store):
    save(store, Stage("aware", "Awareness"))

    step = step_of(store, 3)

    assert (step.state, step.thing) == (State.NOT_BEGUN, "aware")
    says(step, "home.funnel.no_criterion", stage="Awareness")


def test_a_stage_without_a_driver_is_named(store):
    first, second = stages()
    save(store, replace(first, driver=""), second)

    says(step_of(store, 3), "home.funnel.no_driver", stage="Awareness")


def test_branches_say_what_fields_do_not(store):
    first, second = stages()
    group = Branch("g", "aware", role=Role.TRIGGERS, text="Triggers")
    save(store, replace(first, driver=""), second, group, Branch("t", "aware", "g", text="Day 3: prompt"))

    says(step_of(store, 3), "home.funnel.no_event", stage="Awareness")


def test_an_idea_serves_no_stage(store):
    first, second = stages()
    save(store, first, second, an_event("a", mar(12), stage="aware"))
    save(store, an_event("b", mar(12), stage="active", status=Status.IDEA))

    says(step_of(store, 3), "home.funnel.no_event", stage="Activation")


def test_a_funnel_with_events_for_every_stage_is_in_use(store):
    save(store, *stages(), an_event("a", mar(12), stage="aware"), an_event("b", mar(19), stage="active"))

    step = step_of(store, 3)

    assert (step.state, step.thing) == (State.IN_USE, "aware")
    says(step, "home.funnel.unread", stage="Awareness")


def test_a_funnel_that_lacks_nothing_counts_its_events(store):
    save(store, *stages(), an_event("a", mar(12), stage="aware"), an_event("b", mar(19), stage="active"))
    save(store, Reading("r", "stage", "aware", mar(8), 0.3))

    says(step_of(store, 3), "home.funnel.in_use", stages=2, n=2)


# --- calendar ---


def fill_quarter(store, **fields):
    save(store, *(an_event(f"w{row}", week + timedelta(days=4), **fields) for row, week in enumerate(QUARTER)))


def test_an_empty_week_ahead_is_named_and_led_to(store):
    save(store, an_event("a", mar(12)), an_event("b", mar(26)))

    step = step_of(store, 4)

    assert (step.state, step.thing) == (State.BEGUN, "day:2027-03-15")
    says(step, "home.calendar.empty_week", week="11")


def test_an_event_of_two_weeks_fills_both(store):
    fill_quarter(store)
    with_long = an_event("w1", mar(12), days=7)
    save(store, with_long, replace(an_event("w2", mar(1)), day=mar(1)))

    assert step_of(store, 4).state is State.IN_USE


def test_a_week_over_capacity_is_the_next_thing_to_do(store):
    fill_quarter(store, status=Status.READY)
    save(store, an_event("big", mar(17), live=9.0))

    step = step_of(store, 4)

    assert (step.state, step.thing) == (State.IN_USE, "day:2027-03-15")
    says(step, "home.calendar.full", week="11", hours=9.0, capacity=8.0)


def test_what_is_past_and_not_marked_is_asked_for(store):
    fill_quarter(store)

    step = step_of(store, 4)

    assert step.thing == "w0"
    says(step, "home.calendar.unmarked", n=1, title="w0")


def test_a_plan_that_lacks_nothing_counts_what_is_ahead(store):
    fill_quarter(store)
    save(store, an_event("w0", mar(5), status=Status.DONE))

    says(step_of(store, 4), "home.calendar.in_use", n=12)


def test_a_quarter_that_is_over_leads_to_the_next(store):
    fill_quarter(store)
    save(store, Playbook(PLAYBOOK_ID, "Kestrel Circle", start=date(2026, 11, 30)))

    step = step_of(store, 4)

    assert step.thing == "day:2027-03-01"
    says(step, "home.calendar.over", day=date(2027, 2, 27))


# --- all ---


@pytest.mark.parametrize("community", ["sample", *COMMUNITIES])
def test_what_a_playbook_begins_with_has_begun_every_step(tmp_path, community):
    seen = Overview.read(begun(tmp_path / "new.sedyanka", community))
    seen.today = TODAY

    assert State.NOT_BEGUN not in {step.state for step in steps(seen)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_says_why_and_what_to_do(store, language):
    for step in steps(Overview.read(store)):
        assert {step.title.id, step.reason.id, step.action.id} <= catalogue(language).keys()


# --- personas, guide, workflows ---


def a_persona(id: str, *texts: str, **fields) -> list[object]:
    section = PersonaSection(f"{id}/s", id, "Blockers", Shape.LIST, key="blockers")
    cards = [PersonaCard(f"{id}/{place}", section.id, text, place) for place, text in enumerate(texts)]
    return [Persona(id, id.title(), **fields), section, *cards]


def test_one_persona_is_begun_and_a_silent_one_is_named(store):
    save(store, *a_persona("managers", "No time"))
    step = step_of(store, 2)
    assert step.state is State.BEGUN
    says(step, "home.personas.few", n=1)

    save(store, *a_persona("builders"))
    step = step_of(store, 2)
    says(step, "home.personas.unsaid", name="Builders")
    assert step.thing == "builders"


def test_written_personas_are_in_use_and_what_they_lack_is_named_unless_they_are_archived(store):
    save(store, *a_persona("managers", "No time"), *a_persona("builders", "No credit", quote="Again?"))
    step = step_of(store, 2)
    assert step.state is State.IN_USE
    assert (step.reason.id, step.thing) == ("home.personas.missing", "managers")

    save(store, *a_persona("old", "Gone", archived=True))
    save(store, *a_persona("managers", "No time", quote="Shorter!"))
    says(step_of(store, 2), "home.personas.in_use", n=2)


GUIDE = (
    Chapter("t", "Tone", "tone"), Chapter("e", "Escalation", "escalation"), Chapter("r", "Roles", "roles"),
    ToneLine("l", ToneShape.STATEMENT, "Warm"), Scenario("s", "Spam"), Escalation("x", "s", Severity.LOW),
    GuideRole("g", "Lead"),
)  # fmt: skip


def test_a_guide_needs_tone_escalation_and_roles(store):
    save(store, *GUIDE[:4])
    step = step_of(store, 5)
    assert (step.state, step.thing) == (State.BEGUN, "e")
    says(step, "home.guide.empty", name="Escalation")

    save(store, *GUIDE)
    says(step_of(store, 5), "home.guide.in_use", n=1, replies=0)


def test_an_open_incident_is_the_next_thing_of_the_guide(store):
    save(store, *GUIDE, Incident("i", mar(9)))
    step = step_of(store, 5)
    assert (step.state, step.thing) == (State.IN_USE, "i")
    says(step, "home.guide.open", n=1)

    save(store, Incident("i", mar(9), closed=True))
    says(step_of(store, 5), "home.guide.in_use", n=1, replies=0)


def test_workflows_are_in_use_once_something_runs_and_late_messages_come_first(store):
    save(store, Sequence("w", "Welcome"))
    step = step_of(store, 6)
    assert step.state is State.BEGUN
    says(step, "home.workflows.still")

    save(store, Enrolment("e", "w", mar(1)), Delivery("d", "e", "step", mar(11)))
    says(step_of(store, 6), "home.workflows.in_use", n=1, rules=0)
    save(store, Delivery("d", "e", "step", mar(9)))
    says(step_of(store, 6), "home.workflows.late", n=1)
    save(store, Enrolment("e", "w", mar(1), way=Way.PAUSED))
    says(step_of(store, 6), "home.workflows.still")


def test_a_rule_that_is_on_is_enough(store):
    save(store, Rule("r", "Follow up", "task_created", since=1))
    says(step_of(store, 6), "home.workflows.in_use", n=0, rules=1)
