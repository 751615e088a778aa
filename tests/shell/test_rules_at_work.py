"""Rules run in the window: soon after a change, never in a file that is only read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from app.message import say
from app.tasks.adding import add_task
from app.tasks.columns import ready
from app.tasks.editing import edit
from app.tasks.task import Task
from app.tasks.today import today_of
from app.workflows.rule import RuleFiring
from app.workflows.rules.fired import seen_row
from tests.workflows.rules.builders import a_rule, titles
from widgets.shell import rules_at_work


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(rules_at_work, "SOON", 0)


def add(shell, title, **fields):
    add_task(shell.store, Task("", title, "", **fields))


def settled(qtbot, shell, *expected):
    qtbot.waitUntil(lambda: titles(shell.store) == sorted(expected), timeout=3000)


def begun(shell):
    with shell.store.change(say("step.add", title="columns")):
        ready(shell.store)


def test_a_rule_acts_soon_after_a_change_says_so_and_is_taken_back_first(sample, qtbot):
    begun(sample)
    a_rule(sample.store)
    QTest.qWait(50)
    add(sample, "Call Mila")
    assert titles(sample.store) == ["Call Mila"]
    settled(qtbot, sample, "Call Mila", "Follow up: Call Mila")

    toast = sample.program._toast
    assert toast.isVisible()
    assert toast._text.text() == "Follow up: Created the task “Follow up: Call Mila”"
    toast.undo.click()
    QTest.qWait(50)
    assert titles(sample.store) == ["Call Mila"]
    sample.program.undo()
    QTest.qWait(50)
    assert titles(sample.store) == []


def test_days_that_passed_are_caught_up_when_the_playbook_is_opened(sample, qtbot):
    begun(sample)
    today = today_of(sample.store)
    add(sample, "Call Mila", due=today)
    rule = a_rule(sample.store, "task_due", {"near": "0"})
    settled(qtbot, sample, "Call Mila", "Follow up: Call Mila")
    with sample.store.change(say("workflows.step.memory")):  # as if nobody had looked since the day before yesterday
        rows = [row for row in sample.store.of(RuleFiring).all() if row.rule == rule]
        sample.store.of(RuleFiring).delete([row.id for row in rows])
        sample.store.of(RuleFiring).save([seen_row(sample.store, today - timedelta(days=2))])
    edit(sample.store, [made_by_the_rule(sample.store)], title="Another")
    QTest.qWait(50)
    file = sample.store.path
    sample.program.opening.close_file()

    sample.open(file)
    settled(qtbot, sample, "Another", "Call Mila", "Follow up: Call Mila")


def made_by_the_rule(store):
    return next(task.id for task in store.of(Task).all() if task.source)


def test_a_playbook_without_rules_has_no_runner_and_closing_ends_it(sample, qtbot):
    QTest.qWait(50)
    rules = sample.program._rules
    assert rules._runner is None
    a_rule(sample.store)
    qtbot.waitUntil(lambda: rules._runner is not None)
    sample.program.opening.close_file()
    assert rules._runner is None


def test_a_playbook_that_is_only_read_runs_no_rules(sample):
    a_rule(sample.store)
    file = sample.store.path
    sample.program.opening.close_file()
    sample.program.opening.open_file(file, read_only=True)
    QTest.qWait(50)
    assert sample.program._rules._runner is None
    assert sample.store.read_only
