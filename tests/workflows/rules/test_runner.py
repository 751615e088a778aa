"""Rules run right after a change, in a step of their own, and never twice for one occasion."""

from datetime import date, timedelta

import pytest

from app.errors import KnownError
from app.exchange.incoming_tasks import IncomingTask, IncomingTasks
from app.exchange.tasks_apply import apply_tasks
from app.message import say
from app.tasks.editing import delete, edit
from app.tasks.finishing import finish
from app.tasks.task import Priority, Task, TaskStep
from app.workflows.rule import Firing
from app.workflows.rules.editing import set_clause_value, switch
from app.workflows.rules.fired import Outcome
from app.workflows.rules.waiting import accept, dismiss, suggestions
from app.workflows.rules.whole import read_one
from tests.workflows.rules.builders import TODAY, a_rule, add, column, dues, outcomes, running, titles


def following(store, **fields):
    """Add the rule: when a task is done, create one that follows."""
    return a_rule(store, "task_moved", {"column": column(store, "done")}, **fields)


def mentions(text):
    return [("text", {"text": text})]


def makes(title):
    return [("create_task", {"title": title, "due": "", "priority": "0"})]


def test_a_rule_acts_right_after_a_change_in_a_step_named_after_it(store):
    following(store)
    with running(store) as (runner, heard):
        task = add(store, "Call Mila")
        runner.work()
        assert titles(store) == ["Call Mila"]

        finish(store, [task])
        assert heard.awake
        runner.work()

    assert titles(store) == ["Call Mila", "Follow up: Call Mila"]
    assert store.next_undo() == say("workflows.step.rule", rule="Follow up")
    what = say("workflows.did.task", title="Follow up: Call Mila")
    assert heard.told == [say("workflows.told.one", rule="Follow up", what=what)]


def test_undo_takes_the_rule_back_first_and_then_the_edit_and_nothing_fires_again(store):
    following(store)
    with running(store) as (runner, _):
        task = add(store, "Call Mila")
        finish(store, [task])
        runner.work()

        store.undo()
        runner.work()
        assert titles(store) == ["Call Mila"]
        assert store.of(Task).get(task).finished

        store.undo()
        runner.work()
        assert not store.of(Task).get(task).finished
        store.redo()
        runner.work()
        assert titles(store) == ["Call Mila"]
        store.redo()
        runner.work()

    assert titles(store) == ["Call Mila", "Follow up: Call Mila"]
    assert outcomes(store) == ["done"]


def test_what_is_done_again_fires_for_no_rule_that_did_not_see_it_the_first_time(store):
    task = add(store, "Call Mila")
    rule = following(store, on=False)
    with running(store) as (runner, _):
        finish(store, [task])
        switch(store, rule, on=True)
        runner.work()
        for step in (store.undo, store.undo, store.redo, store.redo):
            step()
            runner.work()

    assert titles(store) == ["Call Mila"]
    assert outcomes(store) == []


def test_a_task_that_was_deleted_and_comes_back_is_no_new_one(store):
    task = add(store, "Call Mila")
    a_rule(store)
    with running(store) as (runner, _):
        delete(store, [task])
        runner.work()
        store.undo()
        runner.work()

    assert titles(store) == ["Call Mila"]


def test_a_thing_fires_once_unless_the_rule_may_fire_again_for_it(store):
    following(store, name="Once")
    following(store, name="Again", again=True, actions=[("note", {"text": "Done on {date}"})])
    with running(store) as (runner, _):
        task = add(store, "Call Mila")
        for _ in range(2):
            finish(store, [task])
            runner.work()
            edit(store, [task], column=column(store, "todo"), notes="")
            runner.work()

    assert titles(store) == ["Call Mila", "Follow up: Call Mila"]
    assert outcomes(store) == ["done", "done", "done"]


def test_nothing_fires_when_a_playbook_is_opened_again(file, store):
    following(store)
    a_rule(store, "task_due", {"near": "0"}, name="Due", actions=[("set_priority", {"priority": "3"})])
    task = add(store, "Call Mila", due=TODAY)
    with running(store) as (runner, _):
        finish(store, [task])
        runner.work()
        add(store, "Ask Ivan", due=TODAY)
        runner.work()
    before, rows = titles(store), outcomes(store)
    for _ in range(2):
        store.close()
        store = file.open()
        with running(store) as (_, heard):
            assert heard.told == []

    assert titles(store) == before
    assert outcomes(store) == rows
    store.close()


def test_an_import_fires_for_what_is_new_and_a_second_one_for_nothing(store):
    a_rule(store)

    def bring(*titles):
        tasks = [IncomingTask(row, title, f"clickup:{title}", "doing") for row, title in enumerate(titles)]
        apply_tasks(store, IncomingTasks(tuple(tasks)), (), "tasks.csv")

    with running(store) as (runner, _):
        bring("One", "Two")
        runner.work()
        assert outcomes(store) == ["done"] * 2
        bring("One", "Two")
        runner.work()
        assert outcomes(store) == ["done"] * 2
        bring("One", "Two", "Three")
        runner.work()

    assert outcomes(store) == ["done"] * 3
    assert titles(store) == ["Follow up: One", "Follow up: Three", "Follow up: Two", "One", "Three", "Two"]


def test_after_nine_days_closed_each_due_day_that_was_missed_fires_once_with_its_own_date(file, store):
    a_rule(store, "task_due", {"near": "0"})
    for step in range(9):
        add(store, f"Task {step}", due=TODAY + timedelta(days=step + 1))
    with running(store):
        assert dues(store) == {}
    store.close()
    file.clock.at += timedelta(days=9)
    store = file.open()

    with running(store):
        pass
    expected = {f"Follow up: Task {step}": TODAY + timedelta(days=step + 1) for step in range(9)}
    assert dues(store) == expected

    store.close()
    store = file.open()
    with running(store):
        assert dues(store) == expected
    assert outcomes(store) == ["done"] * 9
    store.close()


def test_weekdays_that_were_missed_fire_one_by_one(file, store):
    a_rule(store, "weekday", {"weekday": "0"}, actions=[("create_task", {"title": "Plan {date}", "due": "0"})])
    with running(store):
        pass
    store.close()
    file.clock.at += timedelta(days=14)
    store = file.open()
    with running(store):
        pass

    assert titles(store) == ["Plan 2027-03-15", "Plan 2027-03-22"]
    store.close()


def test_more_than_twenty_at_once_ask_first_and_are_done_in_one_step(store):
    rule = a_rule(store, "task_due", {"near": "0"}, on=False)
    for step in range(21):
        add(store, f"Task {step}", due=TODAY)
    with running(store) as (runner, heard):
        switch(store, rule, on=True)
        runner.work()
        assert heard.asked == 1
        assert dues(store) == {}

        told = []
        accept(store, suggestions(store), told.append)
        runner.work()
        assert len(dues(store)) == 21
        assert told == [say("workflows.told.many", rule="Follow up", n=21)]
        store.undo()

    assert dues(store) == {}
    assert suggestions(store) == []


def test_twenty_at_once_are_done(store):
    rule = a_rule(store, "task_due", {"near": "0"}, on=False)
    for step in range(20):
        add(store, f"Task {step}", due=TODAY)
    with running(store) as (runner, heard):
        switch(store, rule, on=True)
        runner.work()

    assert heard.asked == 0
    assert len(dues(store)) == 20


def test_rules_that_follow_from_each_other_are_stopped_after_three(store):
    ping = a_rule(store, conditions=mentions("ping"), actions=makes("pong {title}"), name="Pong")
    a_rule(store, conditions=mentions("pong"), actions=makes("ping {title}"), name="Ping")
    with running(store) as (runner, heard):
        add(store, "ping")
        runner.work()

    made = [title for title in titles(store) if title != "ping"]
    assert sorted(map(len, made)) == [9, 14, 19]
    assert {error.what.id for error in heard.failed} == {"workflows.stopped.deep"}
    assert "refused" in outcomes(store)
    assert read_one(store, ping).on


def test_a_rule_does_not_follow_up_what_it_made_itself(store):
    a_rule(store)
    with running(store) as (runner, heard):
        add(store, "Call Mila")
        runner.work()

    assert titles(store) == ["Call Mila", "Follow up: Call Mila"]
    assert heard.failed == []


def test_a_storm_is_stopped_at_a_hundred_actions_a_minute(file, store):
    file.clock.step = timedelta(milliseconds=1)
    a_rule(store, "task_moved", {"column": column(store, "doing")}, actions=[("set_priority", {"priority": "3"})])
    tasks = [add(store, f"Task {step}") for step in range(120)]
    with running(store) as (runner, heard):
        for at in range(0, 120, 20):
            edit(store, tasks[at : at + 20], column=column(store, "doing"))
            runner.work()
        high = [it for it in store.of(Task).all() if it.priority == Priority.HIGH]
        assert len(high) == 100
        assert [error.what for error in heard.failed] == [say("workflows.stopped.many", rule="Follow up")]

        file.clock.at += timedelta(minutes=1)
        edit(store, [add(store, "Later")], column=column(store, "doing"))
        runner.work()

    assert sum(it.priority == Priority.HIGH for it in store.of(Task).all()) == 101
    assert outcomes(store).count("refused") == 20


def test_a_rule_acts_so_often_a_day_and_the_rest_waits_for_the_next(file, store):
    a_rule(store, most=2)
    with running(store) as (runner, _):
        for title in "abc":
            add(store, title, finished=0)
        runner.work()
        first = [title for title in titles(store) if title.startswith("Follow")]
        assert len(first) == 2
        runner.look()
        assert len([title for title in titles(store) if title.startswith("Follow")]) == 2

        file.clock.at += timedelta(days=1)
        runner.look()

    assert len([title for title in titles(store) if title.startswith("Follow up: ")]) >= 3


def test_what_happens_in_quiet_times_waits_for_the_next_day_that_is_not(file, store):
    rule = following(store, quiet=("weekend", "holiday"))
    file.clock.at += timedelta(days=3)  # a Saturday
    with running(store) as (runner, _):
        one, other = add(store, "Call Mila"), add(store, "Ask Ivan")
        finish(store, [one, other])
        runner.work()
        assert dues(store) == {}
        assert outcomes(store) == [Outcome.WAITS, Outcome.WAITS]

        file.clock.at += timedelta(days=1)
        runner.look()
        assert dues(store) == {}
        file.clock.at += timedelta(days=1)
        runner.look()

    assert dues(store) == {"Follow up: Call Mila": date(2027, 3, 15), "Follow up: Ask Ivan": date(2027, 3, 15)}
    assert read_one(store, rule).on


def test_what_waited_is_given_up_when_it_does_not_hold_any_more(file, store):
    conditions = [("priority", {"is": "yes", "value": "3"})]
    a_rule(store, quiet=("weekend",), conditions=conditions)
    file.clock.at += timedelta(days=3)
    with running(store) as (runner, _):
        task = add(store, "Call Mila", priority=3)
        runner.work()
        edit(store, [task], priority=1)
        runner.work()
        file.clock.at += timedelta(days=2)
        runner.look()

    assert titles(store) == ["Call Mila"]
    assert outcomes(store) == [Outcome.SKIPPED]


def test_a_rule_that_asks_leaves_a_suggestion_that_is_done_or_dismissed(store):
    following(store, firing=Firing.ASK)
    with running(store) as (runner, heard):
        tasks = [add(store, "Call Mila"), add(store, "Ask Ivan")]
        finish(store, tasks)
        runner.work()
        assert heard.asked == 1
        assert heard.told == []
        one, other = suggestions(store)
        accept(store, [one], heard.told.append)
        dismiss(store, [other])
        runner.work()

    assert len(dues(store)) == 1
    assert suggestions(store) == []
    assert sorted(outcomes(store)) == ["dismissed", "done"]


def test_a_quiet_rule_says_nothing(store):
    following(store, firing=Firing.QUIET)
    with running(store) as (runner, heard):
        finish(store, [add(store, "Call Mila")])
        runner.work()

    assert len(dues(store)) == 1
    assert heard.told == []


def test_a_rule_that_is_off_does_nothing_and_one_whose_words_change_goes_off(store):
    rule = following(store)
    (action,) = read_one(store, rule).actions
    with running(store) as (runner, _):
        set_clause_value(store, action.id, "title", "Other")
        runner.work()
        assert not read_one(store, rule).on
        finish(store, [add(store, "Call Mila")])
        runner.work()

    assert titles(store) == ["Call Mila"]


def test_a_rule_cannot_be_switched_on_before_its_present_words_were_dry_run(store):
    rule = following(store, on=False)
    (action,) = read_one(store, rule).actions
    set_clause_value(store, action.id, "title", "Other")
    with pytest.raises(KnownError) as refused:
        switch(store, rule, on=True)
    assert refused.value.what == say("workflows.error.untried", rule="Follow up")


def test_what_is_stopped_halfway_leaves_nothing_half_done(file, store):
    file.clock.step = timedelta(milliseconds=1)
    actions = [("set_priority", {"priority": "3"}), ("set_due", {"due": "0"}), ("checklist", {"lines": "Ask"})]
    a_rule(store, "task_moved", {"column": column(store, "doing")}, actions=actions)
    tasks = [add(store, f"Task {step}") for step in range(40)]
    with running(store) as (runner, _):
        for at in range(0, 40, 20):
            edit(store, tasks[at : at + 20], column=column(store, "doing"))
            runner.work()

    touched = [it for it in store.of(Task).all() if it.priority or it.due]
    assert len(touched) == 33
    assert all(it.priority and it.due for it in touched)
    assert store.of(TaskStep).count() == 33
    assert sorted(outcomes(store)) == ["done"] * 33 + ["refused"] * 7


def test_what_a_rule_would_make_and_is_there_already_is_skipped(store):
    following(store)
    add(store, "Follow up: Call Mila")
    with running(store) as (runner, heard):
        finish(store, [add(store, "Call Mila")])
        runner.work()

    assert titles(store) == ["Call Mila", "Follow up: Call Mila"]
    assert outcomes(store) == ["skipped"]
    assert heard.told == []


def test_rules_that_only_look_cost_no_step(store):
    following(store)
    with running(store) as (runner, _):
        add(store, "Call Mila")
        runner.work()

    assert store.next_undo() == say("tasks.step.add", title="Call Mila")
