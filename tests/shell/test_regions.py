import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from widgets.shell.regions import Regions


@pytest.fixture
def front(sample, qtbot):
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)
    sample.rename("so that the strip has something to press")
    sample.window.rail._buttons["calendar"].setFocus()
    return sample


def region(shell):
    focus = QApplication.focusWidget()
    for number, widget in enumerate(shell.program._region_widgets()):
        if widget is focus or widget.isAncestorOf(focus):
            return number
    return None


def f6(shell, qtbot, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, modifiers)
    return region(shell)


def test_f6_leads_round_all_regions(front, qtbot):
    count = len(front.program._region_widgets())

    seen = [region(front)] + [f6(front, qtbot) for _ in range(count)]

    assert seen == [*range(count), 0]


def test_shift_f6_leads_back(front, qtbot):
    last = len(front.program._region_widgets()) - 1

    assert f6(front, qtbot, Qt.KeyboardModifier.ShiftModifier) == last


def test_a_region_remembers_where_the_focus_was(front, qtbot):
    front.window.rail.search.setFocus()
    f6(front, qtbot)
    f6(front, qtbot, Qt.KeyboardModifier.ShiftModifier)

    assert front.window.rail.search.hasFocus()


def test_a_region_inside_another_is_left_too(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    wall, side = QPlainTextEdit(), QPushButton()
    tool = QPushButton(wall)  # floats over the wall
    for widget in (wall, side):
        column.addWidget(widget)
    qtbot.addWidget(window)
    regions = Regions(window, lambda: [wall, tool, side])
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wall.setFocus()

    seen = []
    for by in (1, 1, 1, -1, -1, -1):
        regions.step(by)
        seen.append(QApplication.focusWidget())

    assert seen == [tool, side, wall, side, tool, wall]
