"""Tasks that repeat: what finishing, passing over, reopening and undo do to the next one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import Rule
from app.message import say
from app.playbook.becoming import make_task, origins_of
from app.store import Store
from app.tasks.checklist import add_step, steps_of, tick_step
from app.tasks.editing import edit
from app.tasks.finishing import finish, reopen
from app.tasks.moving import move
from app.tasks.repeating import come_again, following, left_behind, set_repeat, skip
from app.tasks.task import Task
from tests.tasks.builders import TODAY, add, columns, get

FRIDAY, NEXT_FRIDAY = date(2027, 3, 12), date(2027, 3, 19)
WEEKLY = "FREQ=WEEKLY;BYDAY=FR"


def others(store: Store, task: str) -> list[Task]:
    return [it for it in store.of(Task).all() if it.id != task]


def test_reopening_takes_the_next_one_back_with_all_that_it_had(store: Store):
    task = make_task(store, [("note", "n")], "Digest", due=FRIDAY, repeat=WEEKLY)
    add_step(store, task, "Collect links")
    finish(store, [task])
    (later,) = others(store, task)
    reopen(store, [task])

    assert others(store, task) == []
    assert (get(store, task).repeat, get(store, task).due, get(store, task).finished) == (WEEKLY, FRIDAY, 0)
    assert (steps_of(store, later.id), origins_of(store, "task", later.id)) == ([], [])
    store.undo()
    assert (get(store, later.id).due, get(store, later.id).repeat) == (NEXT_FRIDAY, WEEKLY)
    assert get(store, task).repeat == ""


def test_a_drag_out_of_the_last_column_takes_the_next_one_back_as_well(store: Store):
    task = add(store, "Digest", due=FRIDAY, repeat=WEEKLY)
    move(store, [task], columns(store)["done"])
    assert [it.due for it in others(store, task)] == [NEXT_FRIDAY]
    move(store, [task], columns(store)["doing"])

    assert others(store, task) == []
    assert get(store, task).repeat == WEEKLY


def test_a_next_one_with_work_in_it_stays_and_keeps_the_rhythm(store: Store):
    task = add(store, "Digest", due=FRIDAY, repeat=WEEKLY)
    add_step(store, task, "Collect links")
    finish(store, [task])
    (later,) = others(store, task)
    tick_step(store, steps_of(store, later.id)[0].id, done=True)
    reopen(store, [task])

    assert (get(store, task).repeat, get(store, later.id).repeat) == ("", WEEKLY)


def test_one_that_ends_after_so_many_times_counts_those_that_were_done(store: Store):
    task = add(store, "Call", due=FRIDAY, repeat=WEEKLY + ";COUNT=3")
    seen = []
    while True:
        seen.append((get(store, task).due, get(store, task).repeat))
        finish(store, [task])
        later = left_behind(store, [task])
        if not later:
            break
        task = later[0].id

    assert seen == [
        (FRIDAY, WEEKLY + ";COUNT=3"),
        (NEXT_FRIDAY, WEEKLY + ";COUNT=2"),
        (date(2027, 3, 26), WEEKLY + ";COUNT=1"),
    ]
    reopen(store, [task])
    assert get(store, task).repeat == ""


def test_reopening_gives_the_number_of_times_back(store: Store):
    task = add(store, "Call", due=FRIDAY, repeat=WEEKLY + ";COUNT=3")
    finish(store, [task])
    reopen(store, [task])

    assert get(store, task).repeat == WEEKLY + ";COUNT=3"


def test_one_that_ends_on_a_day_leaves_nothing_behind_it(store: Store):
    task = add(store, "Call", due=FRIDAY, repeat=WEEKLY + ";UNTIL=20270320")
    finish(store, [task])
    (later,) = left_behind(store, [task])
    finish(store, [later.id])

    assert (later.due, left_behind(store, [later.id])) == (NEXT_FRIDAY, [])


def test_passing_over_moves_the_day_and_the_start_and_clears_the_steps_in_one_step(store: Store):
    task = add(store, "Digest", due=FRIDAY, start=date(2027, 3, 9), repeat=WEEKLY)
    tick_step(store, add_step(store, task, "Collect links"), done=True)
    skip(store, [task])

    assert (get(store, task).due, get(store, task).start) == (NEXT_FRIDAY, date(2027, 3, 16))
    assert [step.done for step in steps_of(store, task)] == [False]
    assert others(store, task) == []
    assert store.undo() == say("tasks.step.skip", title="Digest")
    assert (get(store, task).due, [step.done for step in steps_of(store, task)]) == (FRIDAY, [True])


def test_what_has_no_next_time_cannot_be_passed_over(store: Store):
    once, last = add(store, "Once", due=FRIDAY), add(store, "Last", due=FRIDAY, repeat=WEEKLY + ";COUNT=1")
    before = store.next_undo()
    skip(store, [once, last])

    assert store.next_undo() == before
    assert {get(store, one).due for one in (once, last)} == {FRIDAY}


def test_a_rhythm_gives_a_day_to_what_had_none_and_leaves_other_days(store: Store):
    loose, due = add(store, "Loose"), add(store, "Due", due=date(2027, 3, 11))
    set_repeat(store, [loose, due], WEEKLY)

    assert (get(store, loose).due, get(store, due).due) == (FRIDAY, date(2027, 3, 11))
    assert store.next_undo() == say("tasks.step.edit.many", n=2)
    set_repeat(store, [loose], "")
    assert (get(store, loose).repeat, get(store, loose).due) == ("", FRIDAY)


def test_what_comes_again_is_said_with_its_day(store: Store):
    ids = [add(store, title, due=FRIDAY, repeat=WEEKLY) for title in ("Digest", "Call")]
    finish(store, ids)

    assert come_again(left_behind(store, ids[:1])) == say("tasks.repeat.again", title="Digest", day=NEXT_FRIDAY)
    assert come_again(left_behind(store, ids)) == say("tasks.repeat.again.many", n=2)


def test_a_copy_of_the_links_holds_what_it_came_from_and_not_what_came_before(store: Store):
    first = make_task(store, [("note", "n")], "Digest", due=FRIDAY, repeat=WEEKLY)
    finish(store, [first])
    (second,) = left_behind(store, [first])
    edit(store, [second.id], title="Digest 2")
    finish(store, [second.id])
    (third,) = left_behind(store, [second.id])

    assert left_behind(store, [first]) == []
    assert [link.from_id for link in origins_of(store, "task", third.id)] == ["n"]


RULES = st.builds(
    lambda freq, every, days: f"FREQ={freq}" + (f";INTERVAL={every}" if every > 1 else "") + days,
    st.sampled_from(["DAILY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.just(""),
) | st.builds(
    lambda every, days: f"FREQ=WEEKLY;INTERVAL={every};BYDAY=" + ",".join(sorted(days)),
    st.integers(1, 4),
    st.sets(st.sampled_from(["MO", "WE", "FR", "SU"]), min_size=1),
)


@given(RULES, st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_the_next_time_is_the_first_day_of_the_rhythm_after_the_last_and_not_before_today(
    text: str, due: date, late: int
):
    today = date.fromordinal(due.toordinal() + late)
    later = following(Task("t", "T", "c", due=due, repeat=text), today)
    rule = Rule.parse(text)

    assert later
    assert later.due
    assert rule
    assert later.due > due
    assert later.due >= today
    between = days_of(rule, due, max(date.fromordinal(due.toordinal() + 1), today), later.due)
    assert between == [later.due]


@pytest.mark.parametrize("rule", ["", "FREQ=YEARLY;BYYEARDAY=100", "nonsense"])
def test_a_rhythm_that_is_none_of_ours_does_not_go_on(rule: str):
    assert following(Task("t", "T", "c", due=TODAY, repeat=rule), TODAY) is None
