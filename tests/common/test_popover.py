import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from widgets.common.popover import Popover
from widgets.common.shadow import MARGIN


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(800, 600)
    window.anchor = QPushButton("anchor", window)
    window.anchor.setGeometry(300, 100, 120, 24)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.anchor.setFocus()
    return window


def a_popover(window, rows=2):
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(rows):
        column.addWidget(QPushButton(f"row {number}"))
    return Popover(content, window)


def opened(window, rows=2):
    popover = a_popover(window, rows)
    popover.open_at(window.anchor.rect(), window.anchor)
    return popover


def panel(popover):
    return popover._panel().toRect().translated(popover.pos())


def test_it_opens_below_its_anchor(window):
    popover = opened(window)

    assert panel(popover).top() >= window.anchor.geometry().bottom()
    assert abs(panel(popover).center().x() - window.anchor.geometry().center().x()) <= 1


def test_it_flips_above_where_there_is_no_room_below(window):
    window.anchor.move(300, 560)

    popover = opened(window)

    assert panel(popover).bottom() <= window.anchor.geometry().top()


def test_it_never_leaves_the_window(window):
    window.anchor.move(760, 100)

    assert window.rect().contains(panel(opened(window)))


def test_the_first_row_gets_the_focus_and_escape_gives_it_back(window, qtbot):
    popover = opened(window)
    assert QApplication.focusWidget().text() == "row 0"

    with qtbot.waitSignals([popover.dismissed, popover.closed]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert window.anchor.hasFocus()


def test_tab_stays_inside(window, qtbot):
    opened(window)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert QApplication.focusWidget().text() == "row 0"


def test_a_press_outside_closes_it(window, qtbot):
    popover = opened(window)

    with qtbot.waitSignal(popover.dismissed):
        qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(20, 560))


def test_a_press_inside_does_not_close_it(window, qtbot):
    popover = opened(window)

    qtbot.mouseClick(popover.content, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    assert popover.isVisible()


def test_it_goes_when_the_window_changes_its_size(window):
    popover = opened(window)

    window.resize(700, 500)

    assert not popover.isVisible()


def test_its_shadow_has_room(window):
    popover = opened(window)

    assert popover.rect().contains(QRect(popover._panel().toRect()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
