"""Sequences: who begins them, what is due, what is sent, and how all of it is taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.members.editing import delete, edit, put_in_state
from app.members.member import Member, MemberState
from app.members.merging import merge
from app.message import say
from app.playbook.first_people import take_ready
from app.playbook.link import Link
from app.tasks.editing import delete as delete_tasks
from app.tasks.editing import edit as edit_tasks
from app.tasks.finishing import finish, reopen
from app.tasks.snapshot import Tasks
from app.tasks.task import Task
from app.workflows.dating import due_day, holds, next_start
from app.workflows.enrolment import Delivery, Enrolment, Sending, Way
from app.workflows.filling import blanks_in, filled
from app.workflows.running import go_on, go_on_with, pause, pause_sequence, start, stop
from app.workflows.sending import mark_sent, skip, take_back, write_for_one
from app.workflows.sequence import Sequence, SequenceStep, Weekend
from app.workflows.sequences import (
    add_sequence,
    add_step,
    delete_sequence,
    delete_steps,
    drop_language,
    duplicate_sequence,
    duplicate_step,
    edit_sequence,
    edit_step,
    move_sequence,
    move_step,
    sequences_in_order,
    write_text,
)
from app.workflows.snapshot import Workflows
from resources.templates import content
from tests.workflows.sequence_builders import (
    WEDNESDAY,
    delivery,
    dues,
    everything,
    fill,
    open_tasks,
    run,
    sendings,
)

WAITING, SENT, SKIPPED = Sending.WAITING, Sending.SENT, Sending.SKIPPED


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(0, 400))
def test_no_message_falls_on_a_weekend_that_is_moved_and_none_moves_further_than_needed(start_day, day):
    plain = start_day + timedelta(days=day)
    monday, friday = due_day(start_day, day, Weekend.MONDAY), due_day(start_day, day, Weekend.FRIDAY)

    assert due_day(start_day, day, Weekend.STAYS) == plain
    assert monday.weekday() < 5
    assert friday.weekday() < 5
    assert (plain == monday == friday) == (plain.weekday() < 5)
    assert timedelta(0) <= monday - plain <= timedelta(days=2)
    assert timedelta(0) <= plain - friday <= timedelta(days=2)


@given(st.integers(1, 60), st.integers(-30, 400))
def test_a_loop_begins_again_on_its_rhythm_and_not_before_today(every, later):
    begun = Enrolment("e", "s", WEDNESDAY)
    again = next_start(begun, Sequence("s", "Loop", every=every), WEDNESDAY + timedelta(days=later))

    assert (again - WEDNESDAY).days % every == 0
    assert again > WEDNESDAY
    assert again >= WEDNESDAY + timedelta(days=later)
    assert again - timedelta(days=every) < WEDNESDAY + timedelta(days=max(later, 1))


@pytest.mark.parametrize(
    ("condition", "member", "held"),
    [
        (("state", "b"), Member("m", "M", state="b"), True),
        (("state", "b"), Member("m", "M", state="a"), False),
        (("state_before", "b"), Member("m", "M", state="a"), True),
        (("state_before", "b"), Member("m", "M", state="b"), False),
        (("state_before", "b"), Member("m", "M"), True),
        (("state_before", "gone"), Member("m", "M", state="b"), True),
        (("tag", "beta"), Member("m", "M", tags=("beta",)), True),
        (("no_tag", "beta"), Member("m", "M", tags=("beta",)), False),
        (("persona", "p"), Member("m", "M"), False),
        (("state", "b"), None, True),
    ],
)
def test_a_condition_holds_or_not(condition, member, held):

    states = {key: MemberState(key, key, position=at) for at, key in enumerate("ab")}
    assert holds(SequenceStep("s", "q", "S", condition=(condition,)), member, states) is held


def test_blanks_are_filled_as_far_as_they_are_known():
    assert filled("Hi {name}, {link} {not a blank}", {"name": "Mila"}) == "Hi Mila, {link} {not a blank}"
    assert blanks_in("{link} {name} {link} {x y}") == ["link", "name"]


def test_starting_makes_all_messages_and_a_task_for_the_first_with_its_text_ready(store):
    fill(store)
    [one] = start(store, "welcome", ["mila"], WEDNESDAY)

    assert dues(store, one) == {"hello": WEDNESDAY, "ask": date(2027, 3, 15), "how": date(2027, 3, 17)}
    assert open_tasks(store) == {"Hello · Mila D.": WEDNESDAY}
    task = next(iter(store.of(Task).all()))
    assert (task.notes, task.effort) == ("Здравей, Mila!", 0.25)
    assert task.source == f"workflow:{delivery(store, one, 'hello').id}"


def test_who_is_on_the_way_already_does_not_begin_again_and_who_is_gone_does_not_begin(store):
    fill(store)
    start(store, "welcome", ["mila"], WEDNESDAY)
    before = everything(store)

    assert start(store, "welcome", ["mila", "nobody"], WEDNESDAY) == []
    assert everything(store) == before
    assert len(start(store, "welcome", ["mila", "petya", "petya"], WEDNESDAY)) == 1


def test_one_undo_takes_a_start_back_with_its_tasks(store):
    fill(store)
    before = everything(store)
    start(store, "welcome", ["mila", "petya", "tom"], WEDNESDAY)
    assert store.next_undo() == say("sequences.step.start", name="Welcome", n=3)
    store.undo()

    assert everything(store) == before


def test_marking_as_sent_finishes_the_task_sets_the_state_and_makes_the_next_task(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    before = everything(store)
    mark_sent(store, [delivery(store, one, "hello").id])

    assert sendings(store, one) == {"hello": SENT, "ask": WAITING, "how": WAITING}
    assert delivery(store, one, "hello").text == "Hi Petya, this is {owner}. See {link}."
    assert store.of(Member).get("petya").state == "invited"
    assert open_tasks(store) == {"Ask · Petya S.": date(2027, 3, 15)}
    store.undo()
    assert everything(store) == before


def test_finishing_the_task_marks_its_message_and_reopening_takes_that_back(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    task = delivery(store, one, "hello").task
    finish(store, [task])
    assert sendings(store, one)["hello"] is SENT
    assert open_tasks(store) == {"Ask · Petya S.": date(2027, 3, 15)}
    reopen(store, [task])

    assert sendings(store, one)["hello"] is WAITING
    assert open_tasks(store) == {"Hello · Petya S.": WEDNESDAY}


def test_a_deleted_task_leaves_its_message_which_can_still_be_marked(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    delete_tasks(store, [delivery(store, one, "hello").task])
    assert [due.step.id for due in Workflows.read(store).due()] == ["hello"]
    mark_sent(store, [delivery(store, one, "hello").id])

    assert sendings(store, one)["hello"] is SENT
    take_back(store, [delivery(store, one, "hello").id])
    assert sendings(store, one)["hello"] is WAITING


def test_a_message_that_is_skipped_loses_its_task_and_the_next_is_due(store):
    fill(store)
    put_in_state(store, ["petya"], "invited")
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    skip(store, [delivery(store, one, "hello").id])

    assert sendings(store, one)["hello"] is SKIPPED
    assert open_tasks(store) == {"Ask · Petya S.": date(2027, 3, 15)}
    take_back(store, [delivery(store, one, "hello").id])
    assert open_tasks(store) == {"Hello · Petya S.": WEDNESDAY}


def test_what_is_not_meant_for_somebody_is_skipped_also_when_they_change_later(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    mark_sent(store, [delivery(store, one, "hello").id])
    put_in_state(store, ["petya"], "introduced")

    assert sendings(store, one) == {"hello": SENT, "ask": SKIPPED, "how": WAITING}
    assert open_tasks(store) == {"How was it? · Petya S.": date(2027, 3, 17)}
    store.undo()
    assert open_tasks(store) == {"Ask · Petya S.": date(2027, 3, 15)}


def test_a_sequence_is_over_for_who_comes_to_its_last_state_leaves_or_is_deleted(store):
    fill(store)
    ids = start(store, "welcome", ["mila", "petya", "tom"], WEDNESDAY)
    put_in_state(store, ["mila"], "ambassador")
    edit(store, ["petya"], left=WEDNESDAY)
    delete(store, ["tom"])

    assert [run(store, one).way for one in ids] == [Way.DONE, Way.DONE, Way.STOPPED]
    assert open_tasks(store) == {}
    store.undo()
    assert open_tasks(store) == {"Hello · Tom H.": WEDNESDAY}


def test_a_new_name_is_in_the_task_at_once(store):
    fill(store)
    start(store, "welcome", ["mila"], WEDNESDAY)
    edit(store, ["mila"], name="Милена Ж.", languages=("en",))

    assert open_tasks(store) == {"Hello · Милена Ж.": WEDNESDAY}
    assert next(iter(store.of(Task).all())).notes.startswith("Hi Милена,")


def test_the_last_message_ends_a_run_and_begins_the_next_round_of_a_loop(store):
    fill(store, every=14)
    edit_step(store, "ask", condition=())
    [one] = start(store, "welcome", [], date(2027, 3, 1))
    for step in ("hello", "ask", "how"):
        mark_sent(store, [delivery(store, one, step).id])

    again = next(it for it in store.of(Enrolment).all() if it.id != one)
    assert (run(store, one).way, again.way, again.start) == (Way.DONE, Way.ACTIVE, date(2027, 3, 15))
    assert open_tasks(store) == {"Hello": date(2027, 3, 15)}
    take_back(store, [delivery(store, one, "how").id])
    assert [it.id for it in store.of(Enrolment).all()] == [one]
    assert open_tasks(store) == {"How was it?": date(2027, 3, 8)}


def test_pausing_takes_the_task_back_and_going_on_dates_what_is_left_anew(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], date(2027, 3, 1))
    pause(store, [one])
    assert (run(store, one).way, open_tasks(store)) == (Way.PAUSED, {})
    go_on(store, [one])

    assert dues(store, one) == {"hello": WEDNESDAY, "ask": date(2027, 3, 15), "how": date(2027, 3, 17)}
    assert open_tasks(store) == {"Hello · Petya S.": WEDNESDAY}


def test_going_on_leaves_days_that_lie_ahead(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], date(2027, 3, 22))
    before = dues(store, one)
    pause(store, [one])
    go_on(store, [one])

    assert dues(store, one) == before


def test_a_sequence_that_rests_has_no_tasks_and_all_come_back(store):
    fill(store)
    start(store, "welcome", ["mila", "petya"], WEDNESDAY)
    pause_sequence(store, "welcome")
    assert open_tasks(store) == {}
    assert Workflows.read(store).due() == []
    start(store, "welcome", ["tom"], WEDNESDAY)
    assert open_tasks(store) == {}
    go_on_with(store, "welcome")

    assert sorted(open_tasks(store)) == ["Hello · Mila D.", "Hello · Petya S.", "Hello · Tom H."]


def test_a_stopped_run_is_over_and_can_begin_again(store):
    fill(store)
    [one] = start(store, "welcome", ["mila"], WEDNESDAY)
    stop(store, [one])
    assert (run(store, one).way, open_tasks(store)) == (Way.STOPPED, {})

    assert len(start(store, "welcome", ["mila"], WEDNESDAY)) == 1


def test_words_for_one_person_are_what_is_copied_and_what_was_sent(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    hello = delivery(store, one, "hello").id
    write_for_one(store, hello, "Only for Petya")
    assert next(iter(store.of(Task).all())).notes == "Only for Petya"
    mark_sent(store, [hello])

    assert store.of(Delivery).get(hello).text == "Only for Petya"


def test_steps_that_change_take_those_on_the_way_along(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    mark_sent(store, [delivery(store, one, "hello").id])
    new = add_step(store, "welcome", "Pick one", 5, "ask", texts=(("en", "Pick"),))
    edit_step(store, "ask", day=2)
    assert dues(store, one)["ask"] == date(2027, 3, 12)
    assert dues(store, one)[new] == date(2027, 3, 15)
    early = add_step(store, "welcome", "Too early", 0)
    move_step(store, early, 0)
    delete_steps(store, ["ask", early])
    before = add_step(store, "welcome", "Before", 0)
    move_step(store, before, 0)
    mark_sent(store, [delivery(store, one, before).id])

    assert set(sendings(store, one)) == {"hello", before, new, "how"}
    assert open_tasks(store) == {"Pick one · Petya S.": date(2027, 3, 15)}


def test_moving_a_step_leaves_the_days_where_they_are(store):
    fill(store)
    move_step(store, "how", 0)
    steps = Workflows.read(store).steps["welcome"]

    assert [(step.id, step.day) for step in steps] == [("how", 0), ("hello", 3), ("ask", 7)]


def test_another_weekend_rule_dates_waiting_messages_anew(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    edit_sequence(store, "welcome", weekend=Weekend.FRIDAY)

    assert dues(store, one)["ask"] == date(2027, 3, 12)


def test_texts_are_written_by_language_and_the_open_task_says_them(store):
    fill(store)
    start(store, "welcome", ["mila"], WEDNESDAY)
    write_text(store, "hello", "bg", "Добре дошла, {name}!")
    assert next(iter(store.of(Task).all())).notes == "Добре дошла, Mila!"
    drop_language(store, "hello", "bg")

    assert next(iter(store.of(Task).all())).notes.startswith("Hi Mila,")


def test_sequences_are_added_copied_ordered_and_deleted_with_their_open_tasks(store):
    fill(store)
    loop = add_sequence(store, "Loop", every=7)
    copy = duplicate_sequence(store, "welcome", "Welcome 2")
    move_sequence(store, loop, 0)
    names = [it.name for it in sequences_in_order(store.of(Sequence).all())]
    assert names == ["Loop", "Welcome", "Welcome 2"]
    assert len(list(store.of(SequenceStep).where(sequence=copy))) == 3
    start(store, "welcome", ["mila", "petya"], WEDNESDAY)
    before = everything(store)
    delete_sequence(store, "welcome")
    assert (open_tasks(store), list(store.of(Delivery).all())) == ({}, [])
    store.undo()

    assert everything(store) == before


def test_a_copied_step_stands_behind_its_source(store):
    fill(store)
    copy = duplicate_step(store, "hello")

    assert [step.id for step in Workflows.read(store).steps["welcome"]][:2] == ["hello", copy]


def test_two_who_are_one_are_on_the_way_once(store):
    fill(store)
    one, other = start(store, "welcome", ["mila", "petya"], WEDNESDAY)
    merge(store, "mila", "petya")

    assert (run(store, one).way, run(store, other).way) == (Way.ACTIVE, Way.STOPPED)
    assert open_tasks(store) == {"Hello · Mila D.": WEDNESDAY}


def test_the_snapshot_says_what_is_due_sent_and_who_is_where(store):
    fill(store)
    one, other = start(store, "welcome", ["mila", "petya"], WEDNESDAY)
    flows = Workflows.read(store)
    store.subscribe(lambda changes: flows.refresh(store, changes))
    assert [(due.member.name, due.language) for due in flows.due() if due.member] == [
        ("Mila D.", "bg"),
        ("Petya S.", "en"),
    ]
    mark_sent(store, [delivery(store, one, "hello").id])
    edit_tasks(store, [delivery(store, other, "hello").task], due=date(2027, 3, 12))

    assert flows.due() == []
    assert [it.step for it in flows.sent_on(WEDNESDAY)] == ["hello"]
    sent, waiting = flows.counts("welcome")
    assert (dict(sent), dict(waiting)) == ({"hello": 1}, {"hello": 1, "ask": 1})
    assert [(it.member.name, it.place) for it in flows.on_way("welcome") if it.member] == [
        ("Mila D.", 1),
        ("Petya S.", 0),
    ]
    assert flows.joined_since("welcome") == (2, WEDNESDAY)


def test_thousands_start_in_one_go(store):
    fill(store)
    with store.change(say("step.begin")):
        store.of(Member).save(replace(Member("x", f"Person {n}"), id=f"m{n}") for n in range(1_000))
    ids = start(store, "welcome", [f"m{n}" for n in range(1_000)], WEDNESDAY)

    assert len(ids) == len(open_tasks(store)) == 1_000


def test_the_task_of_a_message_leads_back_to_its_sequence_and_leaves_no_link_behind(store):
    fill(store)
    [one] = start(store, "welcome", ["petya"], WEDNESDAY)
    task = store.of(Task).get(delivery(store, one, "hello").task)
    assert [(it.kind, it.title) for it in Tasks.read(store).came_from(task)] == [("sequence", "Welcome")]
    pause(store, [one])
    assert list(store.of(Link).all()) == []
    go_on(store, [one])
    skip(store, [delivery(store, one, "hello").id])
    delete_sequence(store, "welcome")

    assert list(store.of(Link).all()) == []


def test_an_older_playbook_takes_the_ready_sequences_once_with_its_own_states(store):
    with store.change(say("step.begin")):
        store.of(MemberState).save([MemberState("mine", "Hello said", key="introduced")])
    before = everything(store)
    made = take_ready(store, content("en"))
    assert sorted(store.of(Sequence).get(one).key for one in made) == [
        "ambassadors", "contribution", "weekly_loop", "welcome",
    ]  # fmt: skip
    assert {it.key for it in store.of(MemberState).all()} == {
        "invited", "introduced", "joined_event", "creator_track", "ambassador",
    }  # fmt: skip
    assert store.of(MemberState).get("mine").name == "Hello said"
    assert all(set(dict(it.texts)) == {"en", "bg"} for it in store.of(SequenceStep).all())
    assert take_ready(store, content("en")) == []
    store.undo()

    assert everything(store) == before
