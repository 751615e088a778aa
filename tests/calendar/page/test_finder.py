import pytest
from PySide6.QtCore import QPoint, Qt

from tests.calendar.page.builders import mar
from widgets.common.shadow import MARGIN


@pytest.fixture
def bar(page):
    page.finder.open()
    return page.finder.bar


def test_hits_are_counted_and_stepped_through_around_the_end(page, bar, qtbot):
    qtbot.keyClicks(bar.field, "weekly")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 6")
    assert page.selection() == [("prompt", "2027-03-02")]

    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 6"
    assert page.cursor_day() == mar(9)

    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "6 of 6"


def test_f3_goes_on_from_the_page(page, bar, qtbot):
    qtbot.keyClicks(bar.field, "weekly")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    by_id = {action.id: action for action in page.page_actions()}
    by_id["calendar_find_next"].handler()
    by_id["calendar_find_previous"].handler()

    assert bar.count.text() == "1 of 6"


def test_nothing_found_is_said(bar, qtbot):
    qtbot.keyClicks(bar.field, "zzz")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)

    assert bar.count.text() == "Nothing found"


def test_esc_closes_the_bar_and_takes_the_marks_away(page, bar, qtbot):
    qtbot.keyClicks(bar.field, "weekly")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)

    assert bar.isHidden()
    assert page.views.current.hasFocus()


def test_the_bar_hides_nothing_of_the_days(page, bar):
    below = bar.mapTo(page, bar.rect().bottomLeft()).y() - MARGIN

    assert below <= page.views.mapTo(page, QPoint(0, 0)).y()
