import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from widgets.shell.keys import PLACES, latin_key

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BDS = {"K": ("Н", 45), "Z": ("Ю", 52), "Y": ("Щ", 29), "D": ("А", 40)}  # letter at the place, and X11 key code
PHONETIC = {"K": ("К", 45), "Z": ("З", 52), "D": ("Д", 40)}


def press(shell, letter, code, modifiers=CONTROL):
    """Press a key as the window system tells it under a Cyrillic layout."""
    window = shell.frame.windowHandle()
    event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), modifiers, code, 0, 0, "")
    QApplication.sendEvent(window, event)
    return event


@pytest.mark.parametrize("layout", [BDS, PHONETIC])
def test_the_place_of_a_key_decides_under_both_bulgarian_layouts(layout):
    assert {latin: latin_key(ord(letter), code) for latin, (letter, code) in layout.items()} == {
        latin: Qt.Key(ord(latin)) for latin in layout
    }


def test_without_a_place_the_sound_decides():
    assert latin_key(ord("К"), 0) == Qt.Key.Key_K
    assert latin_key(ord("к"), 0) == Qt.Key.Key_K


def test_latin_keys_stay_what_they_are():
    assert latin_key(ord("K"), 45) is None
    assert len(set(PLACES.values())) == 26


@pytest.mark.parametrize("layout", [BDS, PHONETIC])
def test_control_k_opens_the_palette_under_a_bulgarian_layout(sample, qtbot, layout):
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)

    press(sample, *layout["K"])

    assert len(sample.window.overlays()) == 1


def test_undo_and_redo_work_under_a_bulgarian_layout(sample, qtbot):
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)
    sample.rename("Another")

    press(sample, *BDS["Z"])
    assert sample.program.can_redo()
    press(sample, *BDS["Z"], CONTROL | SHIFT)
    assert sample.program.can_undo()


def test_copy_and_paste_in_a_field_work_under_a_bulgarian_layout(sample, qtbot):
    field = QLineEdit("Седянка", sample.window)
    field.show()
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)
    field.setFocus()
    field.selectAll()

    press(sample, "Ъ", 54)  # the key C of BDS
    field.clear()
    press(sample, "Э", 55)  # the key V

    assert field.text() == "Седянка"


def test_letters_without_control_are_left_to_be_typed(sample, qtbot):
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)

    press(sample, "К", 45, Qt.KeyboardModifier.NoModifier)

    assert sample.window.overlays() == []
