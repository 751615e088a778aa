"""Columns of the board: added, named, limited, ordered, deleted; their tasks are never lost."""

from __future__ import annotations

import pytest

from app.errors import KnownError
from app.message import say
from app.store import Store
from app.tasks.board import add_column, delete_column, move_column, rename_column, set_done, set_limit
from app.tasks.columns import name_of
from app.tasks.finishing import finish
from app.tasks.task import Column
from tests.tasks.builders import add, columns, get, titles


def test_a_new_column_stands_before_the_one_that_finishes(store: Store):
    new = add_column(store, "Review")

    assert list(columns(store)) == ["todo", "doing", "waiting", "Review", "done"]
    move_column(store, new, 0)
    assert next(iter(columns(store))) == "Review"


def test_a_built_in_column_is_called_in_the_language_of_the_screen_until_it_is_named(store: Store):
    add(store, "AMA")
    doing = store.of(Column).get(columns(store)["doing"])
    assert name_of(doing) == say("tasks.column.doing")

    rename_column(store, doing.id, "In the works")
    set_limit(store, doing.id, 3)
    changed = store.of(Column).get(doing.id)
    assert (name_of(changed), changed.limit) == ("In the works", 3)


def test_the_tasks_of_a_deleted_column_go_where_they_are_sent(store: Store):
    there = [add(store, title) for title in ("A", "B")]
    goal = columns(store)
    delete_column(store, goal["todo"], goal["done"])

    assert titles(store, "done") == ["A", "B"]
    assert all(get(store, one).finished for one in there)
    assert store.undo() == say("tasks.step.column.delete", title=say("tasks.column.todo"))
    assert titles(store, "todo") == ["A", "B"]


def test_a_column_for_open_tasks_always_stays(store: Store):
    add(store, "A")
    goal = columns(store)
    for key in ("doing", "waiting"):
        delete_column(store, goal[key], goal["todo"])
    with pytest.raises(KnownError):
        delete_column(store, goal["todo"], goal["done"])
    with pytest.raises(KnownError):
        set_done(store, goal["todo"], done=True)
    delete_column(store, goal["done"], goal["todo"])
    assert list(columns(store)) == ["todo"]


def test_without_a_column_that_finishes_a_task_is_finished_where_it_stands(store: Store):
    task = add(store, "A")
    goal = columns(store)
    delete_column(store, goal["done"], goal["todo"])
    finish(store, [task])

    assert (get(store, task).column, get(store, task).finished > 0) == (goal["todo"], True)


def test_a_column_that_begins_to_finish_finishes_what_is_in_it(store: Store):
    task = add(store, "A", column=(add(store, "x") and columns(store)["waiting"]))
    set_done(store, columns(store)["waiting"], done=True)
    assert get(store, task).finished > 0
    set_done(store, columns(store)["waiting"], done=False)
    assert get(store, task).finished == 0
