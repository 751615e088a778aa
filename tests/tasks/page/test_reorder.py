"""Columns of the board and own fields are put in order by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from app.message import say
from app.tasks.board import set_limit
from app.tasks.own_fields import add_field, fields_of
from tests.tasks.builders import add, columns

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def drag(handle: QWidget, to: QPoint, *, let_go: bool = True) -> None:
    """Drag with the mouse from the middle of a handle to a place on the screen."""
    begin = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=begin)
    QTest.mouseMove(handle, begin + QPoint(8, 0))
    QTest.mouseMove(handle, handle.mapFromGlobal(to))
    if let_go:
        QTest.mouseRelease(handle, LEFT, pos=handle.mapFromGlobal(to))


@pytest.fixture
def board(setup):
    return setup.page.board


@pytest.fixture
def column(setup, board):
    return lambda key: board.columns[columns(setup.store)[key]]


def right_of(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(widget.width() - 20, 100))


def left_of(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(20, 100))


def test_a_column_is_dragged_by_its_head_behind_another_in_one_step(setup, column):
    drag(column("todo").head, right_of(column("waiting")))

    assert list(columns(setup.store)) == ["doing", "waiting", "todo", "done"]
    assert setup.store.next_undo() == say("tasks.step.column.move", title=say("tasks.column.todo"))
    QCoreApplication.processEvents()  # what was put elsewhere stands there now
    drag(column("done").name, left_of(column("doing")))
    assert list(columns(setup.store)) == ["done", "doing", "waiting", "todo"]


def test_while_it_is_held_a_line_shows_where_and_esc_leaves_everything(setup, board, column):
    line = board._dragged.line
    drag(column("todo").name, right_of(column("doing")), let_go=False)
    assert line.isVisible()
    assert column("doing").geometry().right() < line.geometry().center().x() < column("waiting").geometry().left()
    QTest.mouseMove(column("todo").name, column("todo").name.mapFromGlobal(left_of(column("doing"))))
    assert not line.isVisible()  # it stands there already
    QTest.keyClick(setup.page, Qt.Key.Key_Escape)
    QTest.mouseRelease(column("todo").name, LEFT, pos=QPoint(500, 5))

    assert not board._dragged._held.isVisible()
    assert list(columns(setup.store)) == ["todo", "doing", "waiting", "done"]


def test_a_press_on_the_name_that_stays_opens_the_menu(column):
    QTest.mouseClick(column("todo").name, LEFT)

    (menu,) = [it for it in column("todo").findChildren(QMenu) if it.isVisible()]
    menu.close()


def test_alt_and_arrows_on_the_name_move_the_column_and_keep_the_keyboard(setup, column):
    name = column("doing").name
    name.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(name, Qt.Key.Key_Right, ALT)
    QTest.keyClick(name, Qt.Key.Key_Right, ALT)
    QTest.keyClick(name, Qt.Key.Key_Right, ALT)

    assert list(columns(setup.store)) == ["todo", "waiting", "done", "doing"]
    assert name.hasFocus()
    QTest.keyClick(name, Qt.Key.Key_Left, ALT)
    assert list(columns(setup.store)) == ["todo", "waiting", "doing", "done"]


def test_a_column_above_its_limit_turns_amber_with_a_sign(setup, column):
    head = column("todo").head
    set_limit(setup.store, columns(setup.store)["todo"], 3)
    assert (head.count.text(), head.full.isVisible()) == ("3 of 3", False)
    set_limit(setup.store, columns(setup.store)["todo"], 2)

    assert (head.count.text(), head.count.property("look"), head.full.isVisible()) == ("3 of 2", "warning-small", True)


def test_a_column_that_finishes_tasks_has_no_limit(setup, column):
    set_limit(setup.store, columns(setup.store)["done"], 1)
    add(setup.store, "Another", column=columns(setup.store)["done"])

    assert not column("done").head.full.isVisible()
    column("done").show_menu()
    (menu,) = [it for it in column("done").findChildren(QMenu) if it.isVisible()]
    assert "Limit…" not in [action.text() for action in menu.actions()]
    menu.close()


@pytest.fixture
def own(setup):
    for name in ("Size", "Guest", "Budget"):
        add_field(setup.store, name)
    setup.page.show_thing(setup.ids["Today"])
    group = setup.page.inspector.own
    setup.page.inspector.area.ensureWidgetVisible(group)
    return group


def names(setup) -> list[str]:
    return [field.name for field in fields_of(setup.store)]


def row(own, name: str):
    return next(it for field, it in own._made.items() if field.name == name)


def test_an_own_field_is_dragged_by_its_name(setup, own):
    below = row(own, "Budget")
    drag(row(own, "Size").label, below.mapToGlobal(QPoint(10, below.height() - 3)))

    assert names(setup) == ["Guest", "Budget", "Size"]
    assert setup.store.undo() == say("tasks.step.field.move", title="Size")
    assert names(setup) == ["Size", "Guest", "Budget"]
    drag(row(own, "Budget").grip, row(own, "Size").mapToGlobal(QPoint(10, 2)))
    assert names(setup) == ["Budget", "Size", "Guest"]


def test_alt_and_arrows_on_its_grip_move_a_field_and_the_keyboard_goes_along(setup, own):
    row(own, "Budget").grip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row(own, "Budget").grip, Qt.Key.Key_Up, ALT)
    assert names(setup) == ["Size", "Budget", "Guest"]
    assert row(own, "Budget").grip.hasFocus()
    QTest.keyClick(row(own, "Budget").grip, Qt.Key.Key_Up, ALT)
    QTest.keyClick(row(own, "Budget").grip, Qt.Key.Key_Up, ALT)

    assert names(setup) == ["Budget", "Size", "Guest"]


def test_the_menu_of_a_field_moves_it_too_and_leads_to_its_name(setup, own):
    row(own, "Guest").grip.click()
    menu = next(it for it in own.findChildren(QMenu) if it.isVisible())
    menu.actions()[2].trigger()
    menu.close()
    assert names(setup) == ["Size", "Budget", "Guest"]

    asked: list[str] = []
    own.field_requested.connect(lambda field, _: asked.append(field))
    row(own, "Size").label.customContextMenuRequested.emit(QPoint(3, 3))
    menu = next(it for it in own.findChildren(QMenu) if it.isVisible())
    assert not menu.actions()[1].isEnabled()
    menu.close()
