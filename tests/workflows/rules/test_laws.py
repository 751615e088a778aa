"""What holds for any rules and any edits: nothing fires twice, nothing fires again, and each run can be taken back."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest

from app.calendar import editing as events
from app.calendar.adding import add_event
from app.calendar.event import ChecklistStep, Event, Override, Scope, Status
from app.calendar.kind import Kind
from app.guide.escalation import Severity
from app.guide.incident import Incident
from app.members.member import Member
from app.message import say
from app.playbook.link import Link
from app.tasks import editing as tasks
from app.tasks.adding import add_task
from app.tasks.finishing import finish, reopen
from app.tasks.task import Column, Task, TaskStep
from app.workflows.rule import Firing, Rule, RuleFiring
from app.workflows.rules.fired import SEEN
from app.workflows.rules.runner import Runner
from tests.workflows.rules.builders import TODAY, Clauses, Heard, a_rule, column

KINDS = (Task, TaskStep, Event, Override, ChecklistStep, Link, Incident, Member)
SETS: list[Clauses] = [
    [("create_task", {"title": "See {title}", "due": "1", "priority": "2", "owner": "same"})],
    [("set_priority", {"priority": "3"}), ("note", {"text": "Looked at on {date}"})],
    [("checklist", {"lines": "Ask\nThank"}), ("set_due", {"due": "2"})],
    [("prepare", {"title": "Write about {title}", "text": "Hello {name}", "due": "0"})],
    [("move_task", {"column": "WAITING"}), ("set_status", {"status": "ready"})],
]
TRIGGERS = [
    ("task_created", {}),
    ("task_moved", {"column": ""}),
    ("task_tagged", {"tag": "bug"}),
    ("task_due", {"near": "0"}),
    ("task_waits", {"age": "2"}),
    ("event_start", {"near": "-1"}),
    ("event_status", {"status": ""}),
    ("incident", {}),
    ("weekday", {"weekday": "3"}),
]


def day(chance):
    return TODAY + timedelta(days=chance.randint(-3, 6))


def any_of(store, kind, chance):
    there = sorted(thing.id for thing in store.of(kind).all())
    return chance.choice(there)


def add_incident(store, chance):
    with store.change(say("step.add", title="incident")):
        at = round(store.now().timestamp() * 1_000_000)
        incident = Incident(store.new_id(), day(chance), severity=chance.choice(list(Severity)), created=at)
        store.of(Incident).save([incident])


def edit_event(store, chance):
    event = store.of(Event).get(any_of(store, Event, chance))
    original = event.day.isoformat() if event.repeats else ""
    events.edit(store, (event.id, original), Scope.ONLY_THIS, status=chance.choice(list(Status)))


DEEDS = [
    lambda s, c: add_task(s, Task("", f"Task {c.random():.6f}", "", due=day(c), tags=c.choice([(), ("bug",)]))),
    lambda s, c: tasks.edit(s, [any_of(s, Task, c)], due=day(c)),
    lambda s, c: tasks.edit(s, [any_of(s, Task, c)], column=any_of(s, Column, c)),
    lambda s, c: tasks.tag(s, [any_of(s, Task, c)], add=["bug"]),
    lambda s, c: finish(s, [any_of(s, Task, c)]),
    lambda s, c: reopen(s, [any_of(s, Task, c)]),
    lambda s, c: tasks.delete(s, [any_of(s, Task, c)]),
    lambda s, c: add_event(s, Event("", f"Event {c.random():.6f}", "k", day(c), rrule=c.choice(["", "FREQ=DAILY"]))),
    lambda s, c: events.edit(s, (any_of(s, Event, c), ""), Scope.ALL, day=day(c)),
    edit_event,
    add_incident,
]


def some_rules(store, chance):
    waiting = column(store, "waiting")
    for number in range(6):
        trigger, values = chance.choice(TRIGGERS)
        actions = [
            (what, {k: v.replace("WAITING", waiting) for k, v in given.items()}) for what, given in chance.choice(SETS)
        ]
        a_rule(
            store, trigger, values, actions=actions, name=f"Rule {number}", again=chance.random() < 0.3,
            firing=chance.choice([Firing.TELL, Firing.QUIET, Firing.TELL, Firing.ASK]), most=chance.choice([0, 0, 3]),
        )  # fmt: skip


def content(store):
    return {kind: {thing.id: thing for thing in store.of(kind).all()} for kind in KINDS}


def fired(store):
    return {row.id: row for row in store.of(RuleFiring).all() if row.id != SEEN}


def steps_of_rules(store):
    """Take back the steps that rules made last; return how many there were."""
    count = 0
    while (step := store.next_undo()) is not None and step.id == "workflows.step.rule":
        store.undo()
        count += 1
    return count


def begun(store, chance):
    """Begin with some rules, tasks and events."""
    with store.change(say("step.add", title="kind")):
        store.of(Kind).save([Kind("k", "Talk")])
    some_rules(store, chance)
    for _ in range(4):
        add_task(store, Task("", "To begin with", "", due=day(chance)))
        add_event(store, Event("", "To begin with", "k", day(chance)))


def run(store):
    runner = Runner(store, Heard())
    runner.look()
    runner.work()
    return runner


def edit(store, chance):
    """Do something; return whether it made any difference."""
    before = content(store)
    with suppress(IndexError):  # nothing of the sort is there any more
        chance.choice(DEEDS)(store, chance)
    return content(store) != before


def act_and_take_back(store, runner):
    """Let the rules act on an edit, take all of it back and do it again."""
    edited, before = content(store), {row.id for row in fired(store).values() if row.outcome == "done"}
    runner.work()
    acted, rows = content(store), fired(store)
    count = steps_of_rules(store)
    runner.work()
    assert content(store) == edited
    for _ in range(count):
        store.redo()
    runner.work()
    assert content(store) == acted
    assert fired(store) == rows
    assert {row.id for row in rows.values() if row.outcome == "done"} >= before


def opened_again(file, store, runner):
    """Close the playbook and open it again on the same day: nothing fires."""
    runner.close()
    before, rows = content(store), fired(store)
    store.close()
    store = file.open()
    runner = run(store)
    assert content(store) == before
    assert fired(store) == rows
    return store, runner


@pytest.mark.parametrize("seed", range(12))
def test_each_occasion_fires_once_and_each_run_can_be_taken_back_whole(file, store, seed):
    chance = Random(seed)
    begun(store, chance)
    runner = run(store)
    for _ in range(30):
        if edit(store, chance):
            act_and_take_back(store, runner)
        runner.work()
        if chance.random() < 0.2:
            file.clock.at += timedelta(days=chance.randint(1, 3))
            runner.look()
        if chance.random() < 0.2:
            store, runner = opened_again(file, store, runner)

    once = {rule.id for rule in store.of(Rule).all() if not rule.again}
    counted = Counter((row.rule, row.of_kind, row.of_id) for row in fired(store).values() if row.rule in once)
    assert fired(store)
    assert not [subject for subject, times in counted.items() if times > 1]
    runner.close()
    store.close()


@pytest.mark.parametrize("seed", range(4))
def test_nothing_fires_while_everything_is_taken_back_and_done_again(store, seed):
    chance = Random(100 + seed)
    begun(store, chance)
    runner = run(store)
    beginning, steps = content(store), 0
    for _ in range(25):
        edit(store, chance)
        runner.work()
    end, rows = content(store), fired(store)

    while content(store) != beginning:
        assert store.undo() is not None
        runner.work()
        steps += 1
    assert fired(store) == rows
    for _ in range(steps):
        store.redo()
        runner.work()
    assert content(store) == end
    assert fired(store) == rows
    runner.close()
