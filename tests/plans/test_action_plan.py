from dataclasses import replace

from app.calendar.editing import edit
from app.calendar.kind import Area, Kind
from app.calendar.scoring import score
from app.message import say
from app.plans import editing
from app.plans.action_plan import action_plan
from app.plans.procedure import Procedure
from app.plans.snapshot import Plans
from app.playbook.link import Link
from app.playbook.records import save_record
from app.purpose.kpi import Kpi

AMA = ("ama", "")


def part(store, key):
    return next(it for it in action_plan(Plans.read(store)) if it.key == key)


def gaps(store, key):
    return {it.ref: it.gap.id.removeprefix("plans.gap.") for it in part(store, key).lines if it.gap}


def test_a_segment_needs_something_planned_and_a_program(store):
    assert gaps(store, "segments") == {("persona", "new"): "segment.events", ("persona", "busy"): "segment.events"}

    edit(store, AMA, personas=("new",))
    assert gaps(store, "segments")["persona", "new"] == "segment.program"

    edit(store, AMA, program="answers")
    assert ("persona", "new") not in gaps(store, "segments")
    assert "Members answer members" in part(store, "segments").lines[0].detail


def test_a_program_needs_events_and_a_kpi_and_a_kpi_a_target_and_a_program(store):
    assert gaps(store, "timing") == {("program", "answers"): "program.events"}
    assert gaps(store, "measures") == {("kpi", "first"): "kpi.target", ("program", "answers"): "program.kpi"}

    edit(store, AMA, program="answers")
    save_record(store, Kpi("first", "First questions", target=20.0))
    assert gaps(store, "measures")["kpi", "first"] == "kpi.program"
    save_record(store, Link("", "program", "answers", "kpi", "first", "serves"))

    assert gaps(store, "timing") == {}
    assert gaps(store, "measures") == {}


def test_feedback_is_missed_until_something_collects_it_and_somebody_answers_for_it(store):
    with store.change(say("step.add", title="it")):
        store.of(Kind).save([replace(store.of(Kind).get("thread"), area=Area.PRODUCT_FEEDBACK)])
    assert gaps(store, "feedback") == {("event", "prompt"): "owner"}

    with store.change(say("step.add", title="it")):
        store.of(Kind).save([replace(store.of(Kind).get("thread"), area=Area.CARE)])
    assert gaps(store, "feedback") == {None: "feedback"}


def test_a_procedure_without_an_owner_is_a_gap_of_reporting(store):
    assert gaps(store, "reporting") == {("procedure", "empty"): "owner"}
    editing.edit(store, Procedure, "empty", owner="rado")
    assert gaps(store, "reporting") == {}


def test_the_best_of_the_matrix_stand_under_effort_and_what_has_no_score_is_counted(store):
    score(store, ("event", "ama"), 5, 4)

    lines = part(store, "effort").lines
    assert [(it.ref, it.title) for it in lines[:1]] == [(("event", "ama"), "AMA with founders")]
    assert dict(lines[-1].title.values)["n"] == 3


def test_a_channel_that_is_not_used_is_a_gap(store):
    edit(store, AMA, channel="zoom")

    assert gaps(store, "methods") == {("channel", "forum"): "channel"}
