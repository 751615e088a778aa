from datetime import date

import pytest

from app.errors import Gone, KnownError
from app.plans import editing
from app.plans.audience import Audience
from app.plans.plan_text import PlanText
from app.plans.procedure import Procedure, ProcedureStep
from app.plans.running import run
from app.plans.snapshot import Plans
from app.tasks.editing import delete as delete_tasks
from app.tasks.finishing import finish
from app.tasks.origin import origins
from app.tasks.task import Task
from widgets.plans.procedures.roles import read_roles, roles_text

START = date(2027, 3, 15)


def texts(store, procedure="welcome"):
    return [it.text for it in editing.beside(store, ProcedureStep("", procedure, ""))]


def test_a_run_makes_a_dated_task_of_each_step_in_one_step_of_undo(store):
    made = run(store, "welcome", START)

    tasks = [store.of(Task).get(it) for it in made]
    assert [(it.title, it.due, it.owner, it.effort) for it in tasks] == [
        ("Greet", START, "rado", 0.5), ("Ask", date(2027, 3, 18), "mila", 1.0)
    ]  # fmt: skip
    assert Plans.read(store).runs["welcome"][0].tasks == tuple(tasks)

    store.undo()
    assert list(store.of(Task).some(made)) == []
    assert Plans.read(store).runs == {}


def test_runs_are_told_apart_and_each_says_how_far_it_is(store):
    first = run(store, "welcome", START)
    run(store, "welcome", date(2027, 4, 1))
    finish(store, first[:1])

    runs = Plans.read(store).runs["welcome"]

    assert [(it.start, it.done, len(it.tasks)) for it in runs] == [(date(2027, 4, 1), 0, 2), (START, 1, 2)]


def test_a_task_leads_back_to_its_procedure_also_when_that_is_gone(store):
    run(store, "welcome", START)
    assert origins(store, [("procedure", "welcome")])["procedure", "welcome"].title == "Welcome"

    editing.delete(store, Procedure, "welcome")

    assert store.of(Task).count() == 2
    assert list(store.of(ProcedureStep).where(procedure="welcome")) == []
    assert origins(store, [("procedure", "welcome")])["procedure", "welcome"].title == ""


def test_a_procedure_without_steps_is_not_run(store):
    with pytest.raises(KnownError):
        run(store, "empty", START)
    assert store.of(Task).count() == 0


def test_a_snapshot_that_followed_is_the_one_that_is_read_anew(store):
    plans = Plans.read(store)
    store.subscribe(lambda changes: plans.refresh(store, changes))

    made = run(store, "welcome", START)
    editing.edit(store, ProcedureStep, "ask", day=5)
    editing.duplicate(store, "welcome", "Welcome again")
    editing.write(store, "action", "timing", "Mondays")
    delete_tasks(store, made[:1])

    anew = Plans.read(store)
    for name in ("procedures", "steps", "audiences", "texts", "runs"):
        assert getattr(plans, name) == getattr(anew, name), name


def test_steps_are_added_between_moved_copied_and_deleted(store):
    editing.add(store, ProcedureStep("", "welcome", "Sort"), at=1)
    editing.move(store, ProcedureStep, "ask", 0)
    assert texts(store) == ["Ask", "Greet", "Sort"]

    copy = editing.duplicate(store, "welcome", "Copy")
    editing.delete(store, ProcedureStep, "greet")

    assert texts(store) == ["Ask", "Sort"]
    assert texts(store, copy) == ["Ask", "Greet", "Sort"]
    assert [it.name for it in editing.beside(store, Procedure("", ""))] == ["Welcome", "Copy", "Empty"]


def test_typing_in_one_field_is_one_step_and_nothing_is_written_for_nothing(store):
    before = store.next_undo()
    editing.edit(store, Procedure, "welcome", purpose="Nobody waits")
    assert store.next_undo() == before

    for words in ("N", "No", "Nob"):
        editing.edit(store, Procedure, "welcome", purpose=words)
    store.undo()

    assert store.of(Procedure).get("welcome").purpose == "Nobody waits"


def test_a_plan_is_written_in_words_once_for_each_part(store):
    editing.write(store, "action", "timing", "Mondays")
    editing.write(store, "action", "timing", "Tuesdays")

    assert [it.text for it in store.of(PlanText).all()] == ["Tuesdays"]


def test_what_is_not_there_is_gone_and_a_day_out_of_reach_refused(store):
    with pytest.raises(Gone):
        editing.edit(store, Audience, "nobody", name="x")
    with pytest.raises(ValueError, match="1000000000000"):
        editing.edit(store, ProcedureStep, "ask", day=10**12)


def test_roles_come_back_as_they_were_written():
    roles = (("Helper", "answers: by name"), ("Watch", ""))

    assert read_roles(roles_text(roles) + "\n\n") == roles
