"""A dry run says what a rule would have done in the last thirty days, and changes nothing."""

from datetime import timedelta

from app.tasks.editing import edit
from app.tasks.finishing import finish
from app.workflows.rules.trying import Verdict, dry_run
from tests.workflows.rules.builders import TODAY, a_rule, add, column, running
from tests.workflows.rules.test_laws import content


def rows(store, rule):
    return [(row.day, row.title, row.verdict) for row in dry_run(store, rule).rows]


def test_due_days_of_the_last_thirty_days_are_told_newest_first_and_nothing_is_changed(store):
    for days in (-40, -29, -3, 0, 5):
        add(store, f"Task {days}", due=TODAY + timedelta(days=days))
    rule = a_rule(store, "task_due", {"near": "0"}, on=False)
    before, step = content(store), store.next_undo()

    trial = dry_run(store, rule)

    assert [row.title for row in trial.rows] == ["Task 0", "Task -3", "Task -29"]
    assert [row.day for row in trial.rows] == [TODAY + timedelta(days=days) for days in (0, -3, -29)]
    assert trial.runs == 3
    assert (len(trial.by_day()), sum(trial.by_day()), trial.by_day()[-1]) == (30, 3, 1)
    assert (trial.last - trial.first).days == 29
    assert content(store) == before
    assert store.next_undo() == step


def test_what_exists_is_skipped_and_what_is_quiet_comes_later(store):
    saturday = TODAY - timedelta(days=4)
    add(store, "On Saturday", due=saturday)
    add(store, "Known", due=TODAY)
    add(store, "Follow up: Known")
    rule = a_rule(store, "task_due", {"near": "0"}, on=False, quiet=("weekend",))

    trial = dry_run(store, rule)

    assert [(row.title, row.verdict) for row in trial.rows] == [
        ("Known", Verdict.EXISTS),
        ("On Saturday", Verdict.LATER),
    ]
    assert trial.rows[1].acts_on == saturday + timedelta(days=2)
    assert trial.runs == 1


def test_a_limit_a_day_puts_the_rest_off(store):
    for title in "abc":
        add(store, title, due=TODAY - timedelta(days=5))
    rule = a_rule(store, "task_due", {"near": "0"}, on=False, most=2)

    found = dry_run(store, rule).rows

    assert sorted(row.verdict for row in found) == [Verdict.LATER, Verdict.WOULD, Verdict.WOULD]
    assert {row.acts_on for row in found if row.verdict is Verdict.LATER} == {TODAY - timedelta(days=4)}


def test_what_the_rule_really_did_is_said_to_exist(store):
    rule = a_rule(store, "task_moved", {"column": column(store, "done")})
    with running(store) as (runner, _):
        task = add(store, "Call Mila")
        runner.work()
        finish(store, [task])
        runner.work()

    assert rows(store, rule) == [(TODAY, "Call Mila", Verdict.EXISTS)]


def test_conditions_hold_in_a_dry_run_too(store):
    for title, priority in (("High", 3), ("Low", 1)):
        add(store, title, due=TODAY, priority=priority)
    rule = a_rule(store, "task_due", {"near": "0"}, [("priority", {"is": "yes", "value": "3"})], on=False)

    assert [row.title for row in dry_run(store, rule).rows] == ["High"]


def test_tasks_that_moved_are_known_by_where_they_stand_now(store):
    task = add(store, "Call Mila")
    edit(store, [task], column=column(store, "doing"))
    add(store, "Stays")
    rule = a_rule(store, "task_moved", {"column": ""}, on=False)

    assert rows(store, rule) == [(TODAY, "Call Mila", Verdict.WOULD)]
