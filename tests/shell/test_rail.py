import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from widgets.common.drag_data import EVENT_MIME, drag_data
from widgets.shell.pages import PAGES
from widgets.shell.window import Window


@pytest.fixture
def window(qtbot):
    window = Window(PAGES)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    return window


def place(widget):
    corner = widget.mapTo(widget.window(), widget.rect().topLeft())
    return corner.x(), corner.y(), widget.width(), widget.height()


def test_it_stands_where_it_is_drawn(window):
    rail = window.rail

    assert place(rail) == (0, 0, 208, 872)
    assert place(window.strip) == (0, 872, 1440, 28)
    assert place(rail.community) == (8, 12, 191, 44)
    assert place(rail._buttons[PAGES[0].id]) == (8, 96, 191, 32)
    assert place(rail._buttons["settings"])[1] == 832
    assert place(rail.search)[1] == 799


def test_it_narrows_by_itself_in_a_small_window(window):
    window.resize(1359, 800)
    assert window.rail.width() == 56

    window.resize(1360, 800)
    assert window.rail.width() == 208


def test_the_choice_of_a_person_holds_until_the_window_crosses_the_border(window, qtbot):
    with qtbot.waitSignal(window.rail.narrowed) as told:
        window.rail.toggle()
    assert told.args == [True]

    window.resize(1400, 800)
    assert window.rail.width() == 56
    window.resize(1300, 800)
    window.resize(1400, 800)
    assert window.rail.width() == 208


def test_a_narrow_rail_names_its_pages_in_tooltips(window):
    window.resize(1200, 800)

    assert window.rail._buttons["calendar"].toolTip() == "Calendar"
    assert window.rail._buttons["calendar"].accessibleName() == "Calendar"


def test_arrows_walk_over_what_can_be_reached(window, qtbot):
    window.activateWindow()
    window.rail._buttons[PAGES[-1].id].setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert window.rail.search.hasFocus()
    for _ in (*PAGES, "search"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert window.rail._buttons["settings"].hasFocus()


def test_pages_that_need_a_file_wait_for_one(window):
    window.rail.set_file_open(is_open=False)

    assert not window.rail._buttons["calendar"].isEnabled()
    assert not window.rail.search.isEnabled()
    assert window.rail._buttons["settings"].isEnabled()


def drag_over(button, data: QMimeData) -> QDragEnterEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(20, 10), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(button, event)
    return event


def test_what_is_held_over_a_page_opens_it(window, qtbot):
    button, data = window.rail._buttons["calendar"], drag_data(EVENT_MIME, "e1")
    button.setEnabled(True)

    with qtbot.waitSignal(window.rail.page_requested, timeout=3000) as asked:
        drag_over(button, data)

    assert asked.args == ["calendar"]


def test_what_only_passes_a_page_opens_nothing(window, qtbot):
    button, data, words = window.rail._buttons["calendar"], drag_data(EVENT_MIME, "e1"), QMimeData()
    button.setEnabled(True)
    words.setText("words of somebody else")

    with qtbot.assertNotEmitted(window.rail.page_requested, wait=800):
        drag_over(button, data)
        QApplication.sendEvent(button, QDragLeaveEvent())
        drag_over(button, words)
