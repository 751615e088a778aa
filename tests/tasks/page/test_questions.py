"""What the page asks beside what it is about: due dates, columns and their limits, own fields, bulk edits."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QPushButton

from app.tasks.own_fields import fields_of
from app.tasks.task import Column, FieldShape, Priority
from tests.tasks.builders import columns, get, titles
from widgets.common.choice import Choice
from widgets.common.day_field import DayField
from widgets.common.popover import Popover
from widgets.common.small_panel import SmallPanel
from widgets.common.text_field import TextField


@pytest.fixture
def page(setup):
    return setup.page


def panel(page) -> SmallPanel:
    """Return the question that is open."""
    return [it for it in page.window().findChildren(SmallPanel) if it.isVisible()][-1]


def fields(page, kind):
    return [it for it in panel(page).findChildren(kind) if it.isVisible()]


def answer(page) -> None:
    panel(page).accept.click()


def is_open(page) -> bool:
    return any(popover.isVisible() for popover in page.window().findChildren(Popover))


def test_a_due_date_is_asked_beside_the_task_and_given_to_all_that_are_meant(setup, page):
    ids = [setup.ids["Late"], setup.ids["Doing"]]
    page.select(ids)
    page.questions.due()
    fields(page, DayField)[0].show_day(date(2027, 4, 1))
    answer(page)
    assert {get(setup.store, one).due for one in ids} == {date(2027, 4, 1)}
    assert not is_open(page)


def test_nobody_is_asked_when_nothing_is_meant(setup, page):
    page.edits.delete(list(page.tasks.all))
    page.questions.due()
    assert not is_open(page)


def test_a_column_is_renamed_and_an_empty_name_is_no_answer(setup, page):
    doing = columns(setup.store)["doing"]
    page.questions.about_column("rename", doing)
    (name,) = fields(page, TextField)
    assert name.text() == "Doing"
    name.setText(" ")
    answer(page)
    assert is_open(page)
    name.setText("In the works")
    answer(page)
    assert setup.store.of(Column).get(doing).name == "In the works"


def test_a_limit_is_a_whole_number_or_none(setup, page):
    doing = columns(setup.store)["doing"]
    page.questions.about_column("limit", doing)
    (limit,) = fields(page, TextField)
    for typed, kept in (("many", 0), ("3", 3)):
        limit.setText(typed)
        answer(page)
        assert setup.store.of(Column).get(doing).limit == kept
    page.questions.about_column("limit", doing)
    fields(page, TextField)[0].setText("")
    answer(page)
    assert setup.store.of(Column).get(doing).limit == 0


def test_a_column_is_added(setup, page):
    page.questions.about_column("add", columns(setup.store)["todo"])
    fields(page, TextField)[0].setText("Review")
    answer(page)
    assert list(columns(setup.store)) == ["todo", "doing", "waiting", "Review", "done"]
    assert [column.face.name for column in page.board.columns.values()][3] == "Review"


def test_before_a_column_with_tasks_goes_it_is_asked_where_they_go(setup, page):
    goal = columns(setup.store)
    page.questions.about_column("delete", goal["todo"])
    (where,) = fields(page, Choice)
    assert where.value() == goal["doing"]
    where.show_value(goal["waiting"])
    answer(page)
    assert "todo" not in columns(setup.store)
    assert titles(setup.store, "waiting") == ["Late", "Today", "Later"]


def test_the_last_column_for_open_tasks_stays_and_that_is_said(setup, page):
    for key in ("doing", "waiting"):
        page.edits.move([], columns(setup.store)["todo"], "")
        page.questions.about_column("delete", columns(setup.store)[key])
        if is_open(page):
            answer(page)
    page.questions.about_column("delete", columns(setup.store)["todo"])
    answer(page)
    assert "todo" in columns(setup.store)
    assert setup.asked.failed.pop().what.id == "tasks.error.last_column"


def test_an_own_field_is_made_changed_and_deleted(setup, page):
    page.show_thing(setup.ids["Today"])
    page.questions.about_field("", page.inspector.own.add)
    answer(page)
    assert is_open(page)  # it needs a name
    name, *_ = fields(page, TextField)
    name.setText("Size")
    shape = fields(page, Choice)[0]
    shape.show_value(FieldShape.CHOICE.value)
    shape.chosen.emit(FieldShape.CHOICE.value)
    fields(page, TextField)[1].setText("S, M , ")
    answer(page)
    (field,) = fields_of(setup.store)
    assert (field.name, field.shape, field.choices) == ("Size", FieldShape.CHOICE, ("S", "M"))

    page.questions.about_field(field.id, page.inspector.own.add)
    fields(page, TextField)[0].setText("Amount")
    answer(page)
    assert fields_of(setup.store)[0].name == "Amount"
    page.questions.about_field(field.id, page.inspector.own.add)
    next(it for it in panel(page).findChildren(QPushButton) if it.property("look") == "danger").click()
    assert fields_of(setup.store) == []


def test_many_get_a_priority_or_a_column_from_the_menu_of_the_bar(setup, page):
    ids = [setup.ids["Late"], setup.ids["Today"]]
    page.select(ids)
    page.bar.buttons["priority"].click()
    menu = page.findChildren(QMenu)[-1]
    menu.actions()[2].trigger()
    menu.close()
    assert {get(setup.store, one).priority for one in ids} == {Priority.LOW}
    entries = page.questions.entries("column", ids)
    assert [text for _, text, _ in entries] == ["To do", "Doing", "Waiting", "Done"]
    entries[3][2]()
    assert all(get(setup.store, one).finished for one in ids)


def test_the_bar_asks_when_all_of_them_are_due_and_ends_the_selection(setup, page):
    page.select([setup.ids["Late"], setup.ids["Today"]])
    page.bar.buttons["due"].click()
    assert panel(page).title.text() == "When are these 2 tasks due?"
    answer(page)
    page.bar.close_button.click()
    assert page.selection() == []
    assert not page.bar.isVisible()


def test_a_screen_reader_finds_what_can_be_done_with_many(setup):
    page = setup.page
    page.select([setup.ids["Late"], setup.ids["Today"]])
    bar = QAccessible.queryAccessibleInterface(page.bar)
    over = bar.parent()
    assert bar.object() in [over.child(at).object() for at in range(over.childCount())]
