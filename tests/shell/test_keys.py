import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from widgets.shell.keys import latin_key, places

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
    assert len(set(places("xcb").values())) == 26
    assert set(places("windows").values()) == set(places("xcb").values())


def test_on_windows_keys_have_other_numbers():
    assert latin_key(ord("Ю"), 44, "windows") == Qt.Key.Key_Z
    assert latin_key(ord("Д"), 24, "windows") == Qt.Key.Key_O  # the place of Q elsewhere


def test_a_letter_that_only_sounds_like_q_does_not_quit():
    assert latin_key(ord("Я"), 0) is None
    assert latin_key(ord("Я"), 61) is None  # where the standard layout has it
    assert latin_key(ord("Я"), 24) == Qt.Key.Key_Q  # the phonetic layout


@pytest.mark.parametrize("code", [0, 24])
def test_the_comma_at_the_place_of_q_opens_the_settings_and_does_not_quit(sample, qtbot, code):
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)
    assert latin_key(Qt.Key.Key_Comma, code) is None

    qtbot.keyClick(sample.frame.windowHandle(), Qt.Key.Key_Comma, CONTROL)

    assert sample.window.pages.current_id == "settings"
    assert sample.frame.isVisible()


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


def test_enter_presses_the_button_that_has_the_focus(sample, qtbot):
    button, pressed = QPushButton("Save", sample.window), []
    button.clicked.connect(lambda: pressed.append(1))
    button.show()
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)
    button.setFocus()

    QApplication.sendEvent(
        sample.frame.windowHandle(),
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"),
    )

    assert pressed == [1]
