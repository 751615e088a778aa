"""What a person does with tasks: add, edit, move, finish, delete; each is one step that undo takes back."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Gone
from app.message import say
from app.playbook.becoming import make_task, origins_of
from app.store import Store
from app.tasks.checklist import add_step, make_part, move_step, remove_step, rename_step, steps_of, tick_step
from app.tasks.editing import delete, edit, set_own, tag
from app.tasks.finishing import finish, reopen
from app.tasks.moving import move
from app.tasks.own_fields import add_field, change_field, delete_field, fields_of
from app.tasks.task import Column, FieldShape, OwnField, Priority, Task
from tests.tasks.builders import add, columns, get, titles


def test_the_first_task_brings_the_four_columns_in_the_same_step(store: Store):
    task = add(store, "Ask Petya")

    assert list(columns(store)) == ["todo", "doing", "waiting", "done"]
    assert get(store, task).column == columns(store)["todo"]
    assert store.undo() == say("tasks.step.add", title="Ask Petya")
    assert (store.of(Task).count(), store.of(Column).count()) == (0, 0)


def test_one_edit_of_several_tasks_is_one_step(store: Store):
    ids = [add(store, title) for title in ("One", "Two", "Three")]
    edit(store, ids, due=date(2027, 3, 12), priority=Priority.HIGH)

    assert {get(store, one).due for one in ids} == {date(2027, 3, 12)}
    assert store.undo() == say("tasks.step.edit.many", n=3)
    assert {get(store, one).due for one in ids} == {None}


def test_typing_a_title_is_one_step(store: Store):
    task = add(store, "A")
    for title in ("As", "Ask"):
        edit(store, [task], title=title)

    store.undo()
    assert get(store, task).title == "A"


def test_hours_that_are_no_number_are_refused(store: Store):
    task = add(store, "Ask Petya")
    with pytest.raises(ValueError, match="nan"):
        edit(store, [task], effort=float("nan"))


def test_a_task_cannot_be_a_part_of_its_own_part(store: Store):
    whole = add(store, "Whole")
    part = add(store, "Part", parent=whole)
    edit(store, [whole], parent=part)

    assert get(store, whole).parent == ""


def test_tags_are_added_to_all_and_taken_from_all(store: Store):
    one, two = add(store, "One", tags=("ama",)), add(store, "Two")
    tag(store, [one, two], add=["swap", "ama"])
    tag(store, [one, two], remove=["ama"])

    assert (get(store, one).tags, get(store, two).tags) == (("swap",), ("swap",))


def test_deleting_takes_parts_and_checklist_along_and_undo_brings_them_back(store: Store):
    whole = add(store, "Whole")
    part = add(store, "Part", parent=add(store, "Middle", parent=whole))
    add_step(store, part, "Step")
    delete(store, [whole])
    assert store.of(Task).count() == 0

    store.undo()
    assert [step.text for step in steps_of(store, part)] == ["Step"]
    with pytest.raises(Gone):
        delete(store, ["nobody"])


def test_tasks_go_in_front_of_another_and_keep_their_order(store: Store):
    ids = {title: add(store, title) for title in "ABCD"}
    move(store, [ids["D"], ids["A"]], columns(store)["todo"], before=ids["C"])
    assert titles(store, "todo") == ["B", "D", "A", "C"]
    assert store.undo() == say("tasks.step.edit.many", n=2)

    move(store, [ids["B"]], columns(store)["doing"])
    assert (titles(store, "todo"), titles(store, "doing")) == (["A", "C", "D"], ["B"])
    assert store.next_undo() == say("tasks.step.move", title="B")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=25))
def test_any_row_of_moves_does_what_a_list_would_do(store: Store, moves: list[tuple[int, int, bool]]):
    names = [add(store, str(number)) for number in range(6)]
    todo, doing = columns(store)["todo"], columns(store)["doing"]
    here: dict[str, list[str]] = {todo: names.copy(), doing: []}
    for which, before, to_doing in moves:
        goal = doing if to_doing else todo
        front = names[before] if names[before] in here[goal] and before != which else ""
        move(store, [names[which]], goal, before=front)
        for column in here.values():
            if names[which] in column:
                column.remove(names[which])
        here[goal].insert(here[goal].index(front) if front else len(here[goal]), names[which])

    for column, wanted in here.items():
        found = sorted(store.of(Task).where(column=column), key=lambda task: (task.position, task.id))
        assert [task.id for task in found if task.id in names] == wanted
    delete(store, names)


def test_a_finished_task_goes_to_the_column_that_finishes_and_back(store: Store):
    task = add(store, "Host office hours")
    finish(store, [task])
    assert (get(store, task).column, get(store, task).finished > 0) == (columns(store)["done"], True)
    assert store.next_undo() == say("tasks.step.finish", title="Host office hours")

    reopen(store, [task])
    assert (get(store, task).column, get(store, task).finished) == (columns(store)["todo"], 0)


def test_a_drag_into_the_last_column_finishes_and_a_drag_out_reopens(store: Store):
    task = add(store, "Host office hours")
    move(store, [task], columns(store)["done"])
    assert get(store, task).finished > 0
    move(store, [task], columns(store)["doing"])
    assert get(store, task).finished == 0


@pytest.mark.parametrize(
    ("due", "rule", "following"),
    [
        (date(2027, 3, 10), "FREQ=WEEKLY", date(2027, 3, 17)),
        (date(2027, 2, 17), "FREQ=WEEKLY", date(2027, 3, 10)),  # late: not before today
        (date(2027, 2, 15), "FREQ=WEEKLY", date(2027, 3, 15)),
        (date(2027, 1, 31), "FREQ=MONTHLY", date(2027, 3, 31)),
        (None, "FREQ=DAILY", date(2027, 3, 11)),
    ],
)
def test_one_that_repeats_leaves_the_next_one(store: Store, due: date | None, rule: str, following: date):
    task = make_task(store, [("note", "n")], "Digest", due=due, due_at=time(9), repeat=rule, effort=1.0)
    tick_step(store, add_step(store, task, "Collect links"), done=True)
    finish(store, [task])

    (new,) = (it for it in store.of(Task).all() if it.id != task)
    assert (new.due, new.due_at, new.repeat, new.finished) == (following, time(9), rule, 0)
    assert [(step.text, step.done) for step in steps_of(store, new.id)] == [("Collect links", False)]
    assert [link.from_id for link in origins_of(store, "task", new.id)] == ["n"]
    assert get(store, task).repeat == ""
    store.undo()
    assert [it.repeat for it in store.of(Task).all()] == [rule]


def test_finishing_twice_makes_one_next_task(store: Store):
    task = add(store, "Digest", repeat="FREQ=WEEKLY", due=date(2027, 3, 10))
    for work in (finish, reopen, finish, finish):
        work(store, [task])

    assert store.of(Task).count() == 2


def test_a_checklist_is_ticked_worded_ordered_and_shortened(store: Store):
    task = add(store, "AMA")
    ids = [add_step(store, task, text) for text in ("Guest", "Questions", "Recap")]
    tick_step(store, ids[0], done=True)
    rename_step(store, ids[1], "5 questions")
    move_step(store, ids[2], 0)
    assert [(step.text, step.done) for step in steps_of(store, task)] == [
        ("Recap", False), ("Guest", True), ("5 questions", False),
    ]  # fmt: skip
    remove_step(store, ids[0])
    assert [step.position for step in steps_of(store, task)] == [0, 1]


def test_a_step_becomes_a_part_of_its_task(store: Store):
    task = add(store, "AMA", due=date(2027, 3, 12), column=(add(store, "x") and columns(store)["doing"]))
    step, ticked = add_step(store, task, "Ask a guest"), add_step(store, task, "Pick a day")
    tick_step(store, ticked, done=True)
    part, done = get(store, make_part(store, step)), get(store, make_part(store, ticked))

    assert (part.parent, part.due, part.column) == (task, date(2027, 3, 12), columns(store)["doing"])
    assert (done.parent, done.finished > 0) == (task, True)
    assert steps_of(store, task) == []
    assert store.undo() == say("tasks.step.checklist.part", title="Pick a day")
    assert [step.text for step in steps_of(store, task)] == ["Pick a day"]


def test_own_fields_are_made_filled_and_deleted(store: Store):
    task = add(store, "AMA")
    guest, size = add_field(store, "Guest"), add_field(store, "Size", FieldShape.CHOICE, ["S", "M"])
    set_own(store, [task], guest, "Petya S.")
    set_own(store, [task], size, "M")
    set_own(store, [task], size, "")
    change_field(store, OwnField(guest, "task", "Speaker"))

    assert get(store, task).own == ((guest, "Petya S."),)
    assert [field.name for field in fields_of(store)] == ["Speaker", "Size"]
    delete_field(store, guest)
    assert [field.name for field in fields_of(store)] == ["Size"]
    assert store.undo() == say("tasks.step.field.delete", title="Speaker")
    with pytest.raises(Gone):
        change_field(store, OwnField("nobody", "task", "x"))
