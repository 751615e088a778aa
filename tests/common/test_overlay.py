import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.overlay import Overlay


class Panel(QWidget):
    def __init__(self):
        super().__init__()
        column = QVBoxLayout(self)
        column.addWidget(QPushButton("first"))
        column.addWidget(QPushButton("last"))

    @override
    def sizeHint(self):
        return QSize(400, 300)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(800, 600)
    window.field = QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    return window


def opened(window, **options):
    overlay = Overlay(Panel(), window, **options)
    overlay.open()
    return overlay


def test_it_covers_the_window_with_the_panel_in_the_middle(window):
    overlay = opened(window)

    assert overlay.geometry() == window.rect()
    assert (overlay.panel.geometry().center() - overlay.rect().center()).manhattanLength() <= 2


def test_it_follows_the_window(window):
    overlay = opened(window)

    window.resize(1000, 500)

    assert overlay.size() == window.size()


def test_a_panel_is_never_higher_than_the_window_less_a_margin(window):
    window.resize(800, 200)

    assert opened(window).panel.height() <= 200 - 48


def test_escape_closes_and_gives_the_focus_back(window, qtbot):
    overlay = opened(window)

    with qtbot.waitSignals([overlay.dismissed, overlay.closed]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert window.field.hasFocus()


def test_a_locked_one_stays(window, qtbot):
    overlay = opened(window)
    overlay.locked = True

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert overlay.isVisible()


def test_tab_goes_round_inside(window, qtbot):
    opened(window)

    seen = []
    for _ in range(3):
        seen.append(QApplication.focusWidget().text())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert seen == ["first", "last", "first"]


@pytest.mark.parametrize("closes", [True, False])
def test_a_press_beside_the_panel_closes_it_where_that_is_wanted(window, qtbot, closes):
    overlay = opened(window, press_closes=closes)

    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert overlay.isHidden() is closes if not closes else True
    assert not closes or window.field.hasFocus()


def test_it_takes_the_focus_when_nobody_has_it(window, qtbot):
    window.field.clearFocus()
    assert QApplication.focusWidget() is None

    overlay = opened(window)

    qtbot.waitUntil(lambda: overlay.isAncestorOf(QApplication.focusWidget() or window))
