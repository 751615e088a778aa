import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from widgets.common.action import MENUS


@pytest.fixture
def bar(sample, qtbot):
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)
    sample.window.rail._buttons["calendar"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F10)
    return sample.frame.menuBar()


def entries(bar, name):
    menu = next(entry.menu() for entry in bar.actions() if entry.objectName() == name)
    menu.aboutToShow.emit()
    return [entry.objectName() for entry in menu.actions() if not entry.isSeparator()]


def test_f10_shows_the_menus(bar):
    assert bar.isVisible()
    assert next(entry.text() for entry in bar.actions() if entry.isVisible()) == "File"


def test_escape_hides_them_and_the_focus_goes_back(bar, sample, qtbot):
    if QApplication.activePopupWidget():
        QApplication.activePopupWidget().close()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)

    assert bar.isHidden()
    assert sample.window.rail._buttons["calendar"].hasFocus()


def test_an_action_that_was_taken_hides_them(bar, sample):
    sample.program.actions.get("larger").trigger()
    bar.triggered.emit(sample.program.actions.get("larger"))

    assert bar.isHidden()
    sample.program.looks.resize_text(0)


def test_every_action_with_a_menu_is_in_it(bar, sample):
    in_menus = {entry for name in MENUS for entry in entries(bar, name)}

    assert {record.id for record in sample.program.actions.records() if record.menu} == in_menus


def test_what_always_works_stands_before_what_works_on_this_page(bar, sample):
    here = [sample.program.actions.of_page(entry) for entry in entries(bar, "file")]

    assert here == sorted(here)


def test_every_shortcut_is_unique(sample):
    shortcuts = [keys for record in sample.program.actions.records() for keys in record.shortcuts]
    of_page = {keys for record in sample.window.pages.page.page_actions() for keys in record.shortcuts}

    twice = {keys for keys in shortcuts if shortcuts.count(keys) > 1}
    assert twice <= of_page & {"Ctrl+F"}  # the page's own find takes the place of the window's


def test_every_action_can_be_reached(sample):
    lost = [record.id for record in sample.program.actions.records() if not record.menu and not record.shortcuts]

    assert lost == []


def test_the_menu_of_playbooks_offers_files_used_before(sample, qtbot):
    other = sample.make("Other & more")
    sample.settings.remember(other)
    sample.program.overlays.show_playbooks()
    menu = QApplication.activePopupWidget()

    texts = [entry.text() for entry in menu.actions()]
    assert texts[0] == "Other && more"
    assert "Kestrel Circle" not in texts
    menu.close()
