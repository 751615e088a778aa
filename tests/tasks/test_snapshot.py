"""What the page shows of tasks: when they are due, how they are filtered and grouped, their hours in the week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import Event
from app.exchange.csv_tasks import tasks_csv
from app.message import say
from app.playbook.becoming import make_task
from app.purpose.board import Board, Note, NoteKind
from app.store import Changes, Store
from app.tasks.checklist import add_step, tick_step
from app.tasks.due import Due, due_of, is_pressing
from app.tasks.due_days import DueDays
from app.tasks.editing import delete, edit
from app.tasks.filter import OWN, TaskFilter, grouped
from app.tasks.finishing import finish
from app.tasks.origin import Origin
from app.tasks.snapshot import Tasks
from app.tasks.task import Priority, Task
from tests.tasks.builders import TODAY, add, columns, get

WEEK = date(2027, 3, 8)


@pytest.fixture
def tasks(store: Store) -> Iterator[Tasks]:
    """Tasks that follow the store, held against a fresh reading at the end."""
    followed = Tasks.read(store)

    def follow(changes: Changes) -> None:
        followed.refresh(store, changes)

    end = store.subscribe(follow)
    yield followed
    end()
    fresh = Tasks.read(store)
    assert (followed.all, followed.columns, followed.steps) == (fresh.all, fresh.columns, fresh.steps)
    assert [followed.came_from(task) for task in fresh.all.values()] == [
        fresh.came_from(task) for task in fresh.all.values()
    ]
    assert followed.plan.week_loads([WEEK]) == fresh.plan.week_loads([WEEK])


@pytest.mark.parametrize(
    ("due", "finished_on", "expected"),
    [
        (date(2027, 3, 9), None, Due.LATE),
        (TODAY, None, Due.TODAY),
        (date(2027, 3, 14), None, Due.WEEK),
        (date(2027, 3, 15), None, Due.LATER),
        (None, None, Due.NONE),
        (date(2027, 3, 1), TODAY, Due.TODAY),
        (date(2027, 3, 20), date(2027, 3, 9), Due.DONE),
    ],
)
def test_when_a_task_is_due(due: date | None, finished_on: date | None, expected: Due):
    assert due_of(Task("t", "T", "c", due=due), TODAY, 0, finished_on) is expected


def test_with_weeks_that_begin_on_sunday_the_week_ends_on_saturday():
    assert due_of(Task("t", "T", "c", due=date(2027, 3, 14)), TODAY, 6) is Due.LATER


def test_what_is_due_today_or_late_presses_until_it_is_finished():
    pressing = [is_pressing(Task("t", "T", "c", due=due), TODAY) for due in (TODAY, date(2027, 1, 1), None)]
    assert pressing == [True, True, False]
    assert not is_pressing(Task("t", "T", "c", due=TODAY, finished=1), TODAY)


def test_the_hours_of_tasks_count_in_the_week_of_their_due_day_also_when_done(store: Store, tasks: Tasks):
    with store.change(say("step.add", title="AMA")):
        store.of(Event).save([Event("e", "AMA", "k", date(2027, 3, 11), prep=2.0)])
    one = add(store, "Ask Petya", due=date(2027, 3, 14), effort=0.75)
    add(store, "Later", due=date(2027, 3, 15), effort=4.0)
    add(store, "Some day", effort=8.0)
    assert tasks.plan.week_loads([WEEK])[WEEK].hours == 2.75

    finish(store, [one])
    assert tasks.plan.week_loads([WEEK])[WEEK].hours == 2.75
    edit(store, [one], due=date(2027, 3, 16))
    assert tasks.plan.week_loads([WEEK])[WEEK].hours == 2.0
    store.undo()
    delete(store, [one])
    assert tasks.plan.week_loads([WEEK])[WEEK].hours == 2.0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.integers(0, 20)), st.integers(0, 8))))
def test_any_row_of_changes_leaves_the_hours_that_a_fresh_count_gives(changes: list[tuple[str, int | None, int]]):
    kept, there = DueDays(), dict[str, Task]()
    for name, day, quarters in changes:
        if quarters == 8:
            there.pop(name, None)
        else:
            due = None if day is None else date(2027, 3, 1 + day)
            there[name] = Task(name, name, "c", due=due, effort=quarters / 4)
        kept.take([name], there)

    rows = [date(2027, 3, 1), WEEK, date(2027, 3, 15)]
    assert kept.weeks(rows) == DueDays(there.values()).weeks(rows)
    assert kept.tasks == there


def test_tasks_of_a_day_go_by_time_then_by_what_presses(store: Store, tasks: Tasks):
    add(store, "low", due=TODAY, priority=Priority.LOW)
    add(store, "high", due=TODAY, priority=Priority.HIGH)
    add(store, "timed", due=TODAY, due_at=time(16))

    assert [task.title for task in tasks.plan.due.on(TODAY)] == ["timed", "high", "low"]


def test_a_task_says_where_it_comes_from_also_when_that_is_renamed_or_gone(store: Store, tasks: Tasks):
    note = Note("n", "b", NoteKind.NOTE, 0, 0, 100, 100, text="Beta testers\n12 names")
    with store.change(say("step.add", title="note")):
        store.of(Board).save([Board("b", "Purpose")])
        store.of(Note).save([note])
        store.of(Event).save([Event("e", "AMA", "live", date(2027, 3, 11))])
    task = get(store, make_task(store, [("note", "n"), ("event", "e")], "Invite"))
    part = get(store, add(store, "Write to Stoyan", parent=task.id))
    assert tasks.came_from(task) == [Origin("note", "n", "Beta testers"), Origin("event", "e", "AMA", "live")]
    assert tasks.came_from(part) == [Origin("task", task.id, "Invite")]

    with store.change(say("step.delete", title="AMA")):
        store.of(Event).delete(["e"])
    assert tasks.came_from(task)[1] == Origin("event", "e")


def test_progress_counts_steps_and_parts(store: Store, tasks: Tasks):
    whole = add(store, "AMA")
    part = add(store, "Guest", parent=whole)
    tick_step(store, add_step(store, whole, "Announce"), done=True)
    add_step(store, whole, "Recap")
    assert tasks.progress(whole) == (1, 3)
    finish(store, [part])
    assert tasks.progress(whole) == (2, 3)


def test_the_column_that_finishes_shows_what_was_done_last_first(store: Store, tasks: Tasks):
    ids = [add(store, title) for title in "AB"]
    for one in ids:
        finish(store, [one])
    with store.change(say("step.add", title="")):
        store.of(Task).save([replace(get(store, one), finished=at) for one, at in zip(ids, (3, 9), strict=True)])

    assert [task.title for task in tasks.in_column(columns(store)["done"])] == ["B", "A"]


def test_filters_of_one_kind_are_alternatives_and_those_of_several_must_all_hold(store: Store, tasks: Tasks):
    add(store, "late and high", due=date(2027, 3, 1), priority=Priority.HIGH, tags=("ama",))
    add(store, "late", due=date(2027, 3, 1))
    finish(store, [add(store, "done", due=TODAY)])
    make_task(store, [("note", "n")], "from a note")

    def found(**terms: object) -> list[str]:
        wanted = TaskFilter(**terms)  # type: ignore[arg-type]
        return sorted(task.title for task in tasks.all.values() if wanted.matches(task, tasks, TODAY))

    assert found(due=frozenset({Due.LATE})) == ["late", "late and high"]
    assert found(due=frozenset({Due.LATE, Due.NONE})) == ["from a note", "late", "late and high"]
    assert found(due=frozenset({Due.LATE}), priorities=frozenset({3})) == ["late and high"]
    assert found(sources=frozenset({"note"})) == ["from a note"]
    assert found(sources=frozenset({OWN}), hide_done=True) == ["late", "late and high"]
    assert found(tags=frozenset({"ama"})) == ["late and high"]
    assert found(words="HIGH late") == ["late and high"]
    assert not TaskFilter()


def test_groups_come_in_their_order_with_what_is_still_to_be_done(store: Store, tasks: Tasks):
    add(store, "late", due=date(2027, 3, 1), effort=1.0)
    add(store, "today", due=TODAY, effort=0.5)
    finish(store, [add(store, "done", due=TODAY, effort=0.25)])
    add(store, "whenever")

    by_due = grouped(tasks.all.values(), tasks, "due", TODAY)
    assert [(group.key, len(group.tasks), group.open, group.hours) for group in by_due] == [
        ("late", 1, 1, 1.0),
        ("today", 2, 1, 0.5),
        ("none", 1, 1, 0.0),
    ]
    by_column = grouped(tasks.all.values(), tasks, "column", TODAY)
    assert [group.name for group in by_column] == [say("tasks.column.todo"), say("tasks.column.done")]
    assert [group.key for group in grouped(tasks.all.values(), tasks, "owner", TODAY)] == [""]
    assert len(grouped(tasks.all.values(), tasks, "", TODAY)) == 1


def test_a_task_whose_owner_is_gone_is_still_shown(store: Store, tasks: Tasks):
    add(store, "orphan", owner="nobody")
    (group,) = grouped(tasks.all.values(), tasks, "owner", TODAY)
    assert (group.name, len(group.tasks)) == (say("tasks.group.other"), 1)


def test_what_another_program_may_have_written_is_shown_all_the_same(store: Store, tasks: Tasks):
    one = add(store, "odd", priority=99, repeat="FREQ=YEARLY;BYYEARDAY=100", parent="nobody", effort=-3.0)
    two = add(store, "circle", parent=one, column=columns(store)["doing"])
    with store.change(say("step.add", title="odd")):
        store.of(Task).save([replace(get(store, one), parent=two, column="nowhere")])

    odd = get(store, one)
    assert tasks.in_column(columns(store)["todo"]) == [odd]
    assert tasks.came_from(odd) == [Origin("task", two, "circle")]
    for by in ("due", "column", "priority", "owner", "program", ""):
        assert sum(len(group.tasks) for group in grouped(tasks.all.values(), tasks, by, TODAY)) == 2
    assert b"odd" in tasks_csv(tasks, [odd], lambda message: message.id)
    finish(store, [one])
    assert store.of(Task).count() == 2
    delete(store, [one])
    assert store.of(Task).count() == 0
