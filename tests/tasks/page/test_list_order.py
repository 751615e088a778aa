"""The list put together, sorted, searched; tasks dropped on a group get what makes them belong to it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from app.tasks.task import Priority
from tests.tasks.builders import columns, get
from widgets.common.drag_data import tasks_data
from widgets.tasks.rows import HeadRow, TaskRow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(setup):
    setup.page.open_view("list")
    setup.page.focus_tasks()
    return setup.page


def shown(page) -> list[str]:
    return [row.face.title for row in page.list.model.rows() if isinstance(row, TaskRow)]


def drop(page, ids: list[str], on: str) -> bool:
    """Drop tasks on the head of a group, or on a row with that title."""
    rows = page.list.model.rows()
    at = next(at for at, row in enumerate(rows) if on in {getattr(row, "name", ""), shown_title(row)})
    lines = page.list.list
    place, data = lines.visualRect(page.list.model.index(at, 0)).center(), tasks_data(ids)
    over = QDragMoveEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE)
    lines.dragMoveEvent(over)
    event = QDropEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE)
    lines.dropEvent(event)
    return over.isAccepted()


def shown_title(row) -> str:
    return "" if isinstance(row, HeadRow) else row.face.title


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("Today", date(2027, 3, 10)),
        ("Later", date(2027, 3, 15)),
        ("No date", None),
        ("Late", date(2027, 3, 5)),  # nothing becomes late by a drop
    ],
)
def test_a_task_dropped_on_a_due_group_is_due_so(setup, page, on: str, due: date | None):
    assert drop(page, [setup.ids["Late"]], on)
    assert get(setup.store, setup.ids["Late"]).due == due


def test_in_this_week_it_is_due_on_friday(setup, page):
    page.edits.edit([setup.ids["Later"]], {"due": date(2027, 3, 11)})
    drop(page, [setup.ids["Doing"]], "Later")  # the row of that title, in "This week"
    assert get(setup.store, setup.ids["Doing"]).due == date(2027, 3, 12)


def test_groups_of_other_sides_give_column_priority_and_owner(setup, page):
    page.set_group("column")
    drop(page, [setup.ids["Late"], setup.ids["Today"]], "Doing")
    assert {get(setup.store, setup.ids[name]).column for name in ("Late", "Today")} == {columns(setup.store)["doing"]}
    page.set_group("priority")
    drop(page, [setup.ids["Today"]], "High")
    assert get(setup.store, setup.ids["Today"]).priority == Priority.HIGH
    page.edits.edit([setup.ids["Doing"]], {"owner": "mila"})
    page.set_group("owner")
    drop(page, [setup.ids["Later"]], "Mila D.")
    assert get(setup.store, setup.ids["Later"]).owner == "mila"


def test_what_is_no_task_cannot_be_dropped(page):
    data = tasks_data([])  # the event does not keep it
    event = QDropEvent(QPoint(100, 100), Qt.DropAction.MoveAction, data, LEFT, NONE)
    page.list.list.dropEvent(event)
    assert page.list.list.delegate.target is None


def test_a_press_on_a_name_sorts_by_it_and_a_second_one_the_other_way_round(setup, page):
    page.set_group("")
    assert shown(page) == ["Late", "Today", "Later", "Doing", "Done"]
    names = page.list.names
    place = next(rect.center() for by, rect, _ in names._names() if by == "title")
    QTest.mouseClick(names, LEFT, NONE, place)
    assert shown(page) == ["Doing", "Late", "Later", "Today", "Done"]
    QTest.mouseClick(names, LEFT, NONE, place)
    assert shown(page) == ["Today", "Later", "Late", "Doing", "Done"]
    actions = {action.id: action for action in page.page_actions()}
    actions["tasks_sort_effort"].handler()
    assert shown(page)[0] == "Late"
    page.open_view("board")
    assert not actions["tasks_sort_effort"].enabled()


@pytest.mark.parametrize("view", ["list", "board"])
def test_search_leaves_what_holds_the_words_and_steps_through_it(setup, page, view: str, qtbot):
    page.open_view(view)
    page.finder.open()
    qtbot.keyClicks(page.finder.bar.field, "late")
    qtbot.keyClick(page.finder.bar.field, Qt.Key.Key_Return)
    assert page.current.ids() == [setup.ids["Late"], setup.ids["Later"]]
    page.finder.step(1)
    page.finder.step(1)
    assert page.selection() == [setup.ids["Later"]]
    page.finder.step(1)
    assert page.selection() == [setup.ids["Late"]]
    page.finder.close()
    assert len(page.current.ids()) == 5
    assert not page.filter
