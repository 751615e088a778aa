"""What a rule did can be taken back from its log, while nobody has changed it since."""

from app.guide.incident import Incident
from app.members.member import Member
from app.message import say
from app.tasks.editing import edit
from app.tasks.task import Task, TaskStep
from app.workflows.enrolment import Delivery, Enrolment
from app.workflows.rule import RuleFiring
from app.workflows.rules.fired import SEEN
from app.workflows.rules.taking_back import can_take_back, take_back
from app.workflows.sending import mark_sent, write_for_one
from app.workflows.sequence import Sequence as Campaign
from app.workflows.sequence import SequenceStep
from tests.workflows.rules.builders import TODAY, a_rule, add, outcomes, running, titles
from tests.workflows.rules.test_laws import content

ALL = [
    ("set_priority", {"priority": "3"}),
    ("set_due", {"due": "2"}),
    ("checklist", {"lines": "Ask\nThank"}),
    ("note", {"text": "Seen"}),
    ("create_task", {"title": "Follow up: {title}", "due": "0", "priority": "0"}),
]


def fired(store):
    (row,) = [row for row in store.of(RuleFiring).all() if row.id != SEEN]
    return row


def test_all_that_a_rule_did_is_taken_back_in_one_step_also_after_other_edits(store):
    a_rule(store, actions=ALL)
    with running(store) as (runner, _):
        task = add(store, "Call Mila")
        before = store.of(Task).get(task)
        runner.work()
        add(store, "Follow up nothing", source="elsewhere")

        assert can_take_back(store, fired(store))
        take_back(store, fired(store))
        after = store.of(Task).get(task)
        assert (after.priority, after.due, after.notes) == (before.priority, before.due, before.notes)
        assert store.of(TaskStep).count() == 0
        assert "Follow up: Call Mila" not in titles(store)
        assert store.next_undo() == say("workflows.step.take_back", rule="Follow up")
        assert "undone" in outcomes(store)

        store.undo()
        runner.work()
    assert "Follow up: Call Mila" in titles(store)


def test_a_sequence_that_a_rule_began_is_taken_back_with_its_messages_and_tasks(store):
    begun_by_rule(store)
    before = [task.title for task in store.of(Task).all()]

    assert can_take_back(store, fired(store))
    take_back(store, fired(store))
    assert (store.of(Enrolment).count(), store.of(Delivery).count()) == (0, 0)
    assert [task.title for task in store.of(Task).all()] == [it for it in before if it != "Hello · Ivan K."]

    store.undo()
    assert (store.of(Enrolment).count(), titles(store).count("Hello · Ivan K.")) == (1, 1)


def test_a_sequence_of_which_something_was_sent_or_reworded_is_not_taken_back(store):
    begun_by_rule(store)
    (message,) = store.of(Delivery).all()

    write_for_one(store, message.id, "Hello, only to you")
    assert not can_take_back(store, fired(store))
    store.undo()
    assert can_take_back(store, fired(store))
    mark_sent(store, [message.id])
    assert not can_take_back(store, fired(store))


def begun_by_rule(store):
    with store.change(say("step.add", title="it")):
        store.of(Member).save([Member("m1", "Ivan K.")])
        store.of(Campaign).save([Campaign("q1", "Care")])
        store.of(SequenceStep).save([SequenceStep("q1s", "q1", "Hello", texts=(("en", "Hello {name}"),))])
    a_rule(store, "incident", actions=[("start", {"sequence": "q1"})])
    with running(store) as (runner, _):
        with store.change(say("step.add", title="it")):
            now = round(store.now().timestamp() * 1_000_000)
            store.of(Incident).save([Incident("i1", TODAY, member="m1", created=now)])
        runner.work()


def test_what_somebody_changed_since_is_not_taken_back(store):
    a_rule(store)
    with running(store) as (runner, _):
        add(store, "Call Mila")
        runner.work()
    made = next(task for task in store.of(Task).all() if task.title.startswith("Follow up"))
    edit(store, [made.id], notes="Called")

    assert not can_take_back(store, fired(store))


def test_what_is_gone_is_not_taken_back(store):
    a_rule(store)
    with running(store) as (runner, _):
        add(store, "Call Mila")
        before = content(store)
        runner.work()
    store.undo()

    assert content(store) == before
    assert not can_take_back(store, fired(store))
