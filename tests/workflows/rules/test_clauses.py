"""What can happen, what can be asked and what can be done, each on real things."""

from datetime import date, timedelta

import pytest

from app.calendar import editing as events
from app.calendar.adding import add_event
from app.calendar.event import ChecklistStep, Event, Scope, Status
from app.calendar.kind import Kind
from app.errors import KnownError
from app.guide.escalation import Scenario, Severity
from app.guide.incident import Incident
from app.members.member import Member, MemberState
from app.message import say
from app.playbook.link import Link
from app.playbook.playbook import Person
from app.tactics.tactic import Tactic
from app.tasks import editing as tasks
from app.tasks.columns import COLUMN_TEXTS
from app.tasks.task import Column, Priority, Task, TaskStep
from app.workflows.enrolment import Delivery, Enrolment, Sending
from app.workflows.rules.actions import ACTIONS
from app.workflows.rules.conditions import CONDITIONS
from app.workflows.rules.editing import begin_rule
from app.workflows.rules.log import log_lines
from app.workflows.rules.shapes import choices
from app.workflows.rules.triggers import TRIGGERS
from app.workflows.rules.world import World
from app.workflows.sequence import Sequence, SequenceStep
from tests.workflows.rules.builders import START, TODAY, a_rule, add, column, outcomes, running, titles


def keep(store, *things):
    with store.change(say("step.add", title="things")):
        for thing in things:
            store.of(type(thing)).save([thing])


@pytest.fixture
def people(store):
    keep(
        store, Person("p1", "Mila D."), Kind("k", "Talk"), Kind("other", "Other"), Member("m1", "Ivan K.", state="new"),
        Scenario("s1", "Spam"), Tactic("t1", "Office hours", "k", steps=("Invite",)),
        Sequence("q1", "Welcome"), Sequence("q2", "Loop"), SequenceStep("q1s", "q1", "Day 0"),
        Enrolment("n1", "q1", TODAY, "m1"), Delivery("d1", "n1", "q1s", TODAY),
    )  # fmt: skip


def fires(store, act, trigger, values, conditions=None):
    """Return whether a rule fires by what is done."""
    a_rule(store, trigger, values, conditions, [("create_task", {"title": "Fired", "due": ""})])
    with running(store) as (runner, _):
        act()
        runner.work()
    return "Fired" in titles(store)


def incident(store, severity=Severity.HIGH, **fields):
    at = round(START.timestamp() * 1_000_000)
    keep(store, Incident("i1", TODAY, member="m1", scenario="s1", severity=severity, created=at, **fields))


@pytest.mark.parametrize(("wanted", "expected"), [("", True), ("doing", True), ("done", False)])
def test_a_task_moves_to_a_column(store, wanted, expected):
    task = add(store, "Call Mila")
    values = {"column": column(store, wanted) if wanted else ""}

    assert (
        fires(store, lambda: tasks.edit(store, [task], column=column(store, "doing")), "task_moved", values) is expected
    )


def test_a_task_is_tagged_also_when_it_is_made_with_the_tag_and_only_once(store):
    assert fires(store, lambda: add(store, "Crash", tags=("BUG",)), "task_tagged", {"tag": "bug"})


def test_a_task_that_had_the_tag_already_is_not_tagged(store):
    task = add(store, "Crash", tags=("bug",))

    assert not fires(store, lambda: tasks.edit(store, [task], notes="More"), "task_tagged", {"tag": "bug"})


def test_a_due_day_set_to_today_is_reached_and_one_in_the_past_is_not(store):
    task, other = add(store, "Call Mila"), add(store, "Ask Ivan")
    yesterday = TODAY - timedelta(days=1)

    assert not fires(store, lambda: tasks.edit(store, [other], due=yesterday), "task_due", {"near": "0"})
    assert fires(store, lambda: tasks.edit(store, [task], due=TODAY), "task_due", {"near": "0"})


@pytest.mark.parametrize("near", ["-2", "0", "1"])
def test_an_event_of_a_series_begins_on_its_days(file, store, people, near):
    first = TODAY + timedelta(days=3)
    add_event(store, Event("", "Talk", "k", first, rrule="FREQ=DAILY;COUNT=3"))
    a_rule(
        store, "event_start", {"near": near}, again=True,
        actions=[("create_task", {"title": "See {title} {date}", "due": "0"})],
    )  # fmt: skip
    with running(store) as (runner, _):
        for _ in range(9):
            file.clock.at += timedelta(days=1)
            runner.look()

    days = [first + timedelta(days=step + int(near)) for step in range(3)]
    assert titles(store) == [f"See Talk {day}" for day in days]
    assert [task.due for task in sorted(store.of(Task).all(), key=lambda task: task.title)] == days


def test_the_status_of_one_occurrence_and_of_a_single_event_becomes_done(store, people):
    event = add_event(store, Event("", "Talk", "k", TODAY, rrule="FREQ=DAILY;COUNT=3"))
    single = add_event(store, Event("", "AMA", "k", TODAY))
    a_rule(store, "event_status", {"status": "done"}, actions=[("create_task", {"title": "Sum up {title}", "due": ""})])
    with running(store) as (runner, _):
        events.edit(store, (event, TODAY.isoformat()), Scope.ONLY_THIS, status=Status.DONE)
        runner.work()
        assert titles(store) == ["Sum up Talk"]
        events.edit(store, (single, ""), status=Status.READY)
        runner.work()
        events.edit(store, (single, ""), status=Status.DONE)
        runner.work()

    assert titles(store) == ["Sum up AMA", "Sum up Talk"]


@pytest.mark.parametrize(("sequence", "expected"), [("", True), ("q1", True), ("q2", False)])
def test_a_message_is_marked_sent(store, people, sequence, expected):
    sent = Delivery("d1", "n1", "q1s", TODAY, Sending.SENT, at=round(START.timestamp() * 1_000_000))

    assert fires(store, lambda: keep(store, sent), "step_done", {"sequence": sequence}) is expected


def test_a_message_that_is_skipped_is_not_sent(store, people):
    assert not fires(store, lambda: keep(store, Delivery("d1", "n1", "q1s", TODAY, Sending.SKIPPED)), "step_done", {})


@pytest.mark.parametrize(
    ("condition", "values", "expected"),
    [
        ("severity", {"is": "yes", "value": "high"}, True),
        ("severity", {"is": "no", "value": "high"}, False),
        ("scenario", {"is": "yes", "value": "s1"}, True),
        ("state", {"is": "yes", "value": "new"}, True),
        ("state", {"is": "yes", "value": "old"}, False),
        ("text", {"text": "INSULT"}, True),
        ("text", {"text": "nothing"}, False),
        ("persona", {"is": "yes", "value": ""}, True),
        ("tag", {"is": "no", "value": "vip"}, True),
        ("column", {"is": "yes", "value": "c"}, False),
    ],
)
def test_conditions_on_an_incident(store, people, condition, values, expected):
    assert fires(store, lambda: incident(store, what="An insult"), "incident", {}, [(condition, values)]) is expected


@pytest.mark.parametrize(
    ("condition", "values", "expected"),
    [
        ("priority", {"is": "yes", "value": "3"}, True),
        ("priority", {"is": "no", "value": "3"}, False),
        ("tag", {"is": "yes", "value": "Bug"}, True),
        ("owner", {"is": "yes", "value": "p1"}, True),
        ("owner", {"is": "yes", "value": ""}, False),
        ("stage", {"is": "yes", "value": "x"}, True),
        ("program", {"is": "no", "value": "x"}, True),
        ("persona", {"is": "yes", "value": "z"}, True),
        ("text", {"text": "crash"}, True),
        ("older", {"age": "1"}, False),
    ],
)
def test_conditions_on_a_task(store, people, condition, values, expected):
    fields = {
        "priority": Priority.HIGH,
        "tags": ("bug",),
        "owner": "p1",
        "stage": "x",
        "persona": "z",
        "notes": "Crash!",
    }

    assert fires(store, lambda: add(store, "Look", **fields), "task_created", {}, [(condition, values)]) is expected


@pytest.mark.parametrize(("days", "expected"), [(6, False), (7, False), (8, True)])
def test_what_is_older_than_some_days(file, store, days, expected):
    task = add(store, "Look")
    file.clock.at += timedelta(days=days)

    act = lambda: tasks.edit(store, [task], column=column(store, "doing"))  # noqa: E731
    assert fires(store, act, "task_moved", {"column": ""}, [("older", {"age": "7"})]) is expected


def done(store, actions, act, trigger="task_created", values=None):
    a_rule(store, trigger, values, actions=actions)
    with running(store) as (runner, heard):
        act()
        runner.work()
    assert heard.failed == []


def test_everything_that_can_be_done_to_a_task(store, people):
    doing = column(store, "doing")
    actions = [
        ("assign", {"owner": "p1"}), ("move_task", {"column": doing}), ("set_due", {"due": "2"}),
        ("set_priority", {"priority": "3"}), ("checklist", {"lines": "Ask\n\nThank\nAsk"}),
        ("note", {"text": "Seen on {date} by {owner}"}), ("add_event", {"tactic": "t1", "due": "7"}),
        ("create_task", {"title": "After {title}", "due": "1", "priority": "1", "owner": "same"}),
    ]  # fmt: skip
    done(store, actions, lambda: add(store, "Look", notes="First"))

    task, after = sorted(store.of(Task).all(), key=lambda it: it.title, reverse=True)
    assert (task.owner, task.column, task.due, task.priority) == ("p1", doing, TODAY + timedelta(days=2), Priority.HIGH)
    assert task.notes == f"First\nSeen on {TODAY} by Mila D."
    assert [step.text for step in sorted(store.of(TaskStep).all(), key=lambda it: it.position)] == ["Ask", "Thank"]
    (event,) = store.of(Event).all()
    assert (event.title, event.tactic, event.day) == ("Office hours", "t1", TODAY + timedelta(days=7))
    assert (after.title, after.due, after.owner) == ("After Look", TODAY + timedelta(days=1), "p1")
    assert {(link.from_id, link.to_id) for link in store.of(Link).all()} == {(task.id, event.id), (task.id, after.id)}


def test_an_occurrence_gets_its_own_status_and_note_and_the_event_its_checklist(store, people):
    event = add_event(store, Event("", "Talk", "k", TODAY, rrule="FREQ=DAILY;COUNT=3"))
    actions = [("set_status", {"status": "ready"}), ("note", {"text": "Soon"}), ("checklist", {"lines": "Invite"})]
    done(store, actions, lambda: None, "event_start", {"near": "-1"})
    with running(store) as (runner, _):
        runner.look()

    overrides = events.load(store, event).overrides
    assert [step.text for step in store.of(ChecklistStep).all()] == ["Invite"]
    assert len(overrides) == 1
    assert (TODAY + timedelta(days=1)).isoformat() in overrides


def test_a_message_is_prepared_with_the_name_of_the_member_and_never_sent(store, people):
    text = {"title": "Ask {name} about {title}", "text": "Hello {name},\nhow is it going? {unknown}", "due": "3"}
    done(store, [("prepare", text), ("note", {"text": "{title}"})], lambda: incident(store), "incident")

    (task,) = store.of(Task).all()
    assert (task.title, task.due) == ("Ask Ivan K. about Spam", TODAY + timedelta(days=3))
    assert task.notes == "Hello Ivan K.,\nhow is it going? {unknown}"
    assert store.of(Member).get("m1").notes == "Spam"


def test_a_sequence_starts_for_the_member_once_and_the_member_gets_a_state(store, people):
    keep(store, MemberState("cared", "Cared for"), SequenceStep("q2s", "q2", "Hello", texts=(("en", "Hello {name}"),)))
    done(store, [("start", {"sequence": "q2"}), ("state", {"state": "cared"})], lambda: incident(store), "incident")

    (run,) = store.of(Enrolment).where(sequence="q2")
    assert (run.member, run.start) == ("m1", TODAY)
    assert store.of(Member).get("m1").state == "cared"
    lines = log_lines(store)[0].what
    assert [line.id for line in lines] == ["workflows.did.sequence", "workflows.did.state"]

    with running(store) as (runner, _):
        keep(store, Incident("i2", TODAY, member="m1", created=round(store.now().timestamp() * 1_000_000)))
        runner.work()
    assert outcomes(store)[-1] == "skipped"
    assert len(list(store.of(Enrolment).where(sequence="q2"))) == 1


def test_no_clause_deletes_or_sends_and_every_one_can_be_chosen_somewhere():
    kinds = {trigger.of for trigger in TRIGGERS.values()}

    assert all(kinds & set(entry.of) for entry in (*CONDITIONS.values(), *ACTIONS.values()))
    assert not [name for name in ACTIONS if "delete" in name or "send" in name]


@pytest.mark.parametrize(
    "clauses",
    [
        {"conditions": [("text", {"text": " "})]},
        {"conditions": [("of a later version", {})]},
        {"actions": [("create_task", {"title": ""})]},
        {"actions": [("of a later version", {})]},
        {"trigger": "of a later version"},
    ],
)
def test_a_rule_with_a_gap_or_with_words_of_a_later_version_cannot_be_switched_on(store, clauses):
    with pytest.raises(KnownError) as refused:
        a_rule(store, **clauses)
    assert refused.value.what.id == "workflows.error.lacks"


def test_what_cannot_be_done_to_the_subject_is_left_out(store):
    a_rule(store, "weekday", {"weekday": str(TODAY.weekday())}, actions=[("set_priority", {"priority": "3"})])
    with running(store):
        pass

    assert outcomes(store) == ["skipped"]
    assert date.fromisoformat("2027-03-10") == TODAY


def test_columns_can_be_chosen_before_anybody_looked_at_tasks(store):
    with store.change(say("step.begin")):
        store.of(Column).delete([it.id for it in store.of(Column).all()])

    begin_rule(store, "New rule")

    (where,) = TRIGGERS["task_moved"].tokens
    assert len(choices(where, World(store))) == 1 + len(COLUMN_TEXTS)
