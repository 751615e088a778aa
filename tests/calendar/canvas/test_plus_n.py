"""A day that is too full lists everything below its "+n"."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.calendar.canvas.builders import LEFT, NONE, Heard, an_event, change, hear, mar, on_day
from widgets.calendar.canvas.plus_n_popover import PlusNPopover

DAY = mar(18)


@pytest.fixture
def canvas(show):
    timed = [an_event(f"t{n}", f"Timed {n}", day=DAY, at=time(18 - n), minutes=30) for n in range(5)]
    return show(*timed, *(an_event(f"e{n:02}", f"Any {n:02}", day=DAY, kind="thread") for n in range(15)))


@pytest.fixture
def listed(canvas):
    QTest.mouseClick(canvas, LEFT, NONE, canvas.places.plus_rect(DAY).center())
    return canvas.window().findChild(PlusNPopover)


def titles(listed):
    model = listed.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_day_tells_how_many_are_not_drawn(canvas):
    place = canvas.places.grid.place(DAY)

    assert canvas.model.faces[place[0]].days[place[1]].hidden == 18
    assert canvas.places.day_rect(DAY).contains(canvas.places.plus_rect(DAY))


def test_a_click_lists_all_of_them_timed_ones_first(canvas, listed):
    assert titles(listed)[:6] == ["Timed 4", "Timed 3", "Timed 2", "Timed 1", "Timed 0", "Any 00"]
    assert len(titles(listed)) == 20
    assert listed.list.hasFocus()
    assert listed.list.height() <= 12 * 28
    assert canvas.state.opened == DAY


def test_enter_on_it_opens_the_same_list(canvas):
    canvas.set_cursor(DAY, None, on_plus=True)

    QTest.keyClick(canvas, Qt.Key.Key_Return)

    assert canvas.window().findChild(PlusNPopover).day == DAY


def test_escape_closes_it_and_gives_the_focus_back(canvas, listed, qtbot):
    QTest.keyClick(listed.list, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: canvas.hasFocus() and canvas.state.opened is None)


def test_a_second_click_on_it_closes_it(canvas, listed, qtbot):
    QTest.mouseClick(canvas, LEFT, NONE, canvas.places.plus_rect(DAY).center())

    qtbot.waitUntil(lambda: canvas.window().findChild(PlusNPopover) is None)


def test_walking_selects_and_enter_opens(canvas, listed):
    heard = Heard(canvas, "selection_changed", "open_requested")

    QTest.keyClick(listed.list, Qt.Key.Key_Down)
    QTest.keyClick(listed.list, Qt.Key.Key_Return)

    assert heard.all == [("selection_changed", [("t3", "")]), ("open_requested", ("t3", ""))]


def test_keys_move_and_delete_the_listed_event_and_the_list_follows(canvas, listed):
    heard = hear(canvas)
    canvas.move_requested.connect(
        lambda _keys, day, _place: change(canvas, an_event("t4", "Timed 4", day=day, at=time(14), minutes=30))
    )

    QTest.keyClick(listed.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(listed.list, Qt.Key.Key_Delete)

    assert heard.intents() == [("move_requested", [("t4", "")], mar(19)), ("delete_requested", [("t3", "")])]
    assert len(titles(listed)) == 19


def test_an_event_is_dragged_out_onto_another_day(canvas, listed, qtbot):
    heard, rows = hear(canvas), listed.list.viewport()
    start = listed.list.visualRect(listed.list.model().index(2, 0)).center()

    QTest.mousePress(rows, LEFT, NONE, start)
    QTest.mouseMove(rows, start + QPoint(2, 8))
    qtbot.waitUntil(lambda: canvas.window().findChild(PlusNPopover) is None)
    QTest.mouseMove(canvas, on_day(canvas, mar(24)))
    QTest.mouseRelease(canvas, LEFT, NONE, on_day(canvas, mar(24)))

    assert heard.intents() == [("move_requested", [("t2", "")], mar(24))]


def test_the_foot_leads_to_the_day_and_the_head_adds_to_it(canvas, listed):
    heard = Heard(canvas, "view_requested", "add_requested")

    listed.open_day.click()
    canvas.open_list(DAY)
    QApplication.processEvents()
    canvas.window().findChildren(PlusNPopover)[-1].add.click()

    assert heard.all == [("view_requested", DAY), ("add_requested", DAY)]


def test_everything_in_it_has_a_name(listed):
    for control in (listed.add, listed.close_button, listed.open_day, listed.list):
        assert control.accessibleName()
    index = listed.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Timed 4, Thu 18 March, 14:00, planned"
