"""A playbook may come from somebody else: odd rules and odd rows show, and break nothing."""

from datetime import date

import pytest

from app.message import say
from app.workflows.rule import ClauseKind, Rule, RuleClause, RuleFiring
from app.workflows.rules.fired import SEEN
from app.workflows.rules.log import asked, log_lines
from app.workflows.rules.marks import Mark, read
from app.workflows.rules.trying import dry_run
from tests.workflows.rules.builders import add, running, titles

ODD = {
    "title": "{title} {unknown} {{title}} " + "x" * 5000, "due": "999999999999", "priority": "77",
    "owner": "nobody-known",
    "status": "of a later version", "column": "gone", "tactic": "gone", "sequence": "gone", "state": "gone",
    "near": "-٣",
    "lines": "\n\n \n", "text": "\x00", "age": "--5", "weekday": "12", "is": "maybe", "value": "\0", "tag": "",
}  # fmt: skip
TRIGGERS = ["task_created", "task_due", "task_waits", "weekday", "event_start", "event_status", "step_done", "nothing"]
ACTIONS = ["create_task", "prepare", "assign", "move_task", "set_due", "set_priority", "checklist", "add_event", "note"]


def keep(store, *things):
    with store.change(say("step.add", title="things")):
        for thing in things:
            store.of(type(thing)).save([thing])


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_odd_rules_run_and_are_tried_without_harm(store, trigger):
    values = tuple(ODD.items())
    keep(store, Rule("r", "", trigger, values, since=1, again=True, most=-3, quiet=("never heard of",)))
    keep(
        store, *(RuleClause(f"a{n}", "r", ClauseKind.ACTION, what, values, n) for n, what in enumerate([*ACTIONS, "x"]))
    )
    add(store, "Far away", due=date(8999, 12, 31))
    add(store, "Long ago", due=date(1000, 1, 1))
    with running(store) as (runner, heard):
        add(store, "Call Mila", due=date(2027, 3, 10))
        runner.work()
        dry_run(store, "r")
        log_lines(store)

    assert heard.failed == []
    assert "Call Mila" in titles(store)


def test_odd_rows_of_the_log_show_and_act_on_nothing(store):
    rows = [("task:t\nno json", "done"), ("::", "done"), ("day:yesterday", "asked"), ("task:t\n[1, 2]", "done")]
    rows += [('task:t\n["status", "x", "y"]', "done"), ('task:t\n["due", 1, 2]', "done"), ("", "of a later version")]
    keep(store, Rule("r", "Odd", "task_created"))
    for number, (mark, outcome) in enumerate(rows):
        keep(store, RuleFiring(f"f{number}", "r", "task", "gone", "o", number, outcome, (mark,)))
    keep(store, RuleFiring("day", "r", "day", "not a day", "o", 1, "waits"))
    keep(store, RuleFiring(SEEN, "", "", "", "not a day", 1, SEEN))
    with running(store):
        pass

    assert len(log_lines(store)) == len(rows) + 1
    assert not any(line.can_undo for line in log_lines(store))
    assert asked(store) == []


@pytest.mark.parametrize("text", ["", ":", "task:t\n{}", 'task:t\n["title", 1, 2]', 'task:t\n["priority", 0, 99]'])
def test_a_mark_that_nobody_wrote_names_nothing(text):
    assert read(text) in (Mark("", ""), Mark("", "", ""))
