"""The board by mouse and by keyboard: tick, walk, drag between columns, reorder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.message import say
from app.playbook.becoming import make_task
from app.tasks.board import rename_column, set_limit
from app.tasks.task import Task
from tests.tasks.builders import add, columns, get, titles
from widgets.common.drag_data import dragged_tasks, tasks_data
from widgets.tasks.board_column import BoardColumn

ALT, CTRL, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def column(setup):
    def find(key: str) -> BoardColumn:
        return setup.page.board.columns[columns(setup.store)[key]]

    return find


def card(column: BoardColumn, task: str) -> QPoint:
    """Return the middle of a card in its list."""
    (row,) = column.model.rows_of([task])
    return column.list.visualRect(column.model.index(row, 0)).center()


def click(column: BoardColumn, place: QPoint, modifier=NONE) -> None:
    QTest.mouseClick(column.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def held_over(column: BoardColumn, ids: list[str], place: QPoint):
    """Hold tasks over a place as Qt does: enter, move."""
    data, viewport = tasks_data(ids), column.list
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, action, data, button, NONE)
    viewport.dragEnterEvent(enter)
    over = QDragMoveEvent(place, action, data, button, NONE)
    viewport.dragMoveEvent(over)
    return data, enter.isAccepted() and over.isAccepted()


def drop(column: BoardColumn, ids: list[str], place: QPoint) -> None:
    data, _ = held_over(column, ids, place)
    column.list.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE))


def test_every_model_behaves_as_qt_expects(setup, column):
    testers = [
        QAbstractItemModelTester(column(key).model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for key in ("todo", "doing", "waiting", "done")
    ]
    task = add(setup.store, "Another")
    drop(column("doing"), [task, setup.ids["Late"]], QPoint(20, 5))
    setup.store.undo()
    setup.page.edits.delete([task])

    assert testers
    assert titles(setup.store, "todo") == ["Late", "Today", "Later"]


def test_columns_say_how_many_tasks_and_hours_they_hold(setup, column):
    set_limit(setup.store, columns(setup.store)["todo"], 5)

    assert (column("todo").count.text(), column("todo").head.hours.text()) == ("3 of 5", "1.5 h")
    assert column("done").count.text() == "1 in 7 days"
    assert column("waiting").count.text() == "0"


def test_a_press_on_the_box_finishes_the_task_and_the_card_goes_over(setup, column):
    todo, late = column("todo"), setup.ids["Late"]
    rect = todo.list.visualRect(todo.model.index(0, 0))
    click(todo, todo.list.cards.box(rect).center())

    assert get(setup.store, late).finished
    assert column("done").model.ids()[0] in {late, setup.ids["Done"]}
    assert setup.store.undo() == say("tasks.step.finish", title="Late")
    assert column("todo").model.ids()[0] == late


def test_space_ticks_and_enter_opens(setup, column, qtbot):
    setup.page.board.reveal(setup.ids["Today"])
    qtbot.keyClick(column("todo").list, Qt.Key.Key_Space)
    assert get(setup.store, setup.ids["Today"]).finished

    setup.page.board.reveal(setup.ids["Later"])
    qtbot.keyClick(column("todo").list, Qt.Key.Key_Return)
    assert setup.page.inspector.ids == [setup.ids["Later"]]


def test_alt_and_arrows_move_a_card_between_columns_and_up_and_down(setup, column, qtbot):
    board, today = setup.page.board, setup.ids["Today"]
    board.reveal(today)
    qtbot.keyClick(column("todo").list, Qt.Key.Key_Up, ALT)
    assert titles(setup.store, "todo") == ["Today", "Late", "Later"]
    qtbot.keyClick(column("todo").list, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(column("todo").list, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(column("todo").list, Qt.Key.Key_Down, ALT)
    assert titles(setup.store, "todo") == ["Late", "Later", "Today"]

    qtbot.keyClick(column("todo").list, Qt.Key.Key_Right, ALT)
    assert titles(setup.store, "doing") == ["Doing", "Today"]
    assert board.current_id() == today
    assert board.selection() == [today]
    for key in ("doing", "waiting"):
        qtbot.keyClick(column(key).list, Qt.Key.Key_Right, ALT)
    assert get(setup.store, today).finished


def test_arrows_walk_over_columns_and_empty_ones_are_passed(setup, column, qtbot):
    setup.page.board.reveal(setup.ids["Late"])
    qtbot.keyClick(column("todo").list, Qt.Key.Key_Right)
    assert setup.page.board.current_id() == setup.ids["Doing"]
    qtbot.keyClick(column("doing").list, Qt.Key.Key_Right)
    assert setup.page.board.current_id() == setup.ids["Done"]


def test_a_card_dropped_in_front_of_another_stands_there(setup, column):
    todo = column("todo")
    drop(todo, [setup.ids["Later"]], card(todo, setup.ids["Late"]) - QPoint(0, 20))
    assert titles(setup.store, "todo") == ["Later", "Late", "Today"]

    drop(column("doing"), [setup.ids["Late"], setup.ids["Today"]], QPoint(20, 300))
    assert titles(setup.store, "doing") == ["Doing", "Late", "Today"]
    assert setup.store.undo() == say("tasks.step.move.many", n=2)


def test_while_a_card_is_held_the_column_says_what_it_would_hold(setup, column):
    set_limit(setup.store, columns(setup.store)["doing"], 1)
    doing = column("doing")
    _, accepted = held_over(doing, [setup.ids["Late"]], QPoint(20, 300))

    assert accepted
    assert doing.count.text() == "1 → 2 of 1"
    assert doing.count.property("look") == "warning-small"
    assert setup.page.board.tip.text() == "Doing, place 2 · 2 of 1"
    doing.list.dragLeaveEvent(QDragLeaveEvent())
    assert doing.count.text() == "1 of 1"


def test_what_is_dragged_are_the_selected_cards_in_their_order(setup, column):
    todo = column("todo")
    setup.page.select([setup.ids["Today"], setup.ids["Late"]])
    data = todo.model.mimeData(todo.list.selectedIndexes())

    assert dragged_tasks(data) == [setup.ids["Late"], setup.ids["Today"]]
    assert not held_over(column("doing"), [], QPoint(5, 5))[1]


def test_a_press_in_one_column_ends_the_selection_of_another_and_ctrl_keeps_it(setup, column):
    click(column("todo"), card(column("todo"), setup.ids["Late"]))
    click(column("doing"), card(column("doing"), setup.ids["Doing"]))
    assert setup.page.selection() == [setup.ids["Doing"]]


def test_a_chip_leads_to_what_the_task_comes_from(setup, column):
    task = make_task(setup.store, [("event", "ama")], "Prepare questions")
    todo = column("todo")
    (row,) = todo.model.rows_of([task])
    rect = todo.list.visualRect(todo.model.index(row, 0)).adjusted(0, 0, 0, -8)
    ((place, _),) = todo.list.cards.chips(todo.model.rows()[row].face, rect)
    click(todo, place.center())

    assert setup.asked.gone == [("calendar", "ama")]


def test_a_renamed_column_is_called_so(setup, column):
    rename_column(setup.store, columns(setup.store)["doing"], "In the works")
    assert column("doing").name.text() == "In the works"


def test_a_column_says_what_can_be_done_with_it(setup, column, qtbot):
    board = setup.page.board
    doing = columns(setup.store)["doing"]
    board.column_asked.emit("left", doing)
    assert list(columns(setup.store))[:2] == ["doing", "todo"]
    board.column_asked.emit("delete", columns(setup.store)["waiting"])  # empty: no question
    assert "waiting" not in columns(setup.store)
    board.column_asked.emit("done", doing)
    assert get(setup.store, setup.ids["Doing"]).finished


def test_a_task_added_in_a_column_stands_in_it(setup, column, qtbot):
    column("waiting").plus.click()
    assert setup.page.line.text.hasFocus()
    qtbot.keyClicks(setup.page.line.text, "Ask Stoyan tomorrow")
    qtbot.keyClick(setup.page.line.text, Qt.Key.Key_Return)

    (task,) = (it for it in setup.store.of(Task).all() if it.title == "Ask Stoyan")
    assert task.column == columns(setup.store)["waiting"]
    assert setup.page.selection() == [task.id]  # where it went shows, and the next one can be typed
    assert setup.page.line.text.hasFocus()


def test_finished_tasks_of_long_ago_are_in_the_list(setup, column):
    with setup.store.change(say("step.add", title="")):
        old = get(setup.store, setup.ids["Done"])
        setup.store.of(Task).save([replace(old, finished=1_700_000_000_000_000)])
    assert column("done").model.rowCount() == 0
    column("done").older.click()
    assert setup.page.view == "list"
    assert setup.ids["Done"] in setup.page.list.model.ids()
