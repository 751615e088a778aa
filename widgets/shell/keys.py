"""Which keys are shortcuts now: not the page's while one types, and letters under keyboards of Cyrillic too.

Where a Latin layout stands beside the Bulgarian one, Qt finds the Latin letter itself. With a Bulgarian layout alone
it does not, so the place of the key decides, and where that is unknown (tests, some input methods) the letter's sound.
A sound never quits: what sounds like Q stands elsewhere on another layout, and the comma of the standard one, which
stands at the place of Q, opens the settings like every Ctrl+comma.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from typing_extensions import override

from widgets.shell.action_set import ActionSet

ROWS: Final = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
FIRSTS: Final = {"windows": (16, 30, 44)}  # scan codes of the first keys of the rows; X11 and Wayland: 8 more
X11: Final = (24, 38, 52)
SOUNDS: Final = dict(zip("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮ", "ABWGDEVZIJKLMNOPRSTUFHC`[]YX\\", strict=True))
CYRILLIC: Final = range(0x400, 0x530)
COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
OURS: Final = COMMANDS | Qt.KeyboardModifier.ShiftModifier


@cache
def places(platform: str) -> dict[int, str]:
    """Return the Latin letters by the scan codes that a window system tells."""
    firsts = FIRSTS.get(platform, X11)
    return {first + at: letter for first, row in zip(firsts, ROWS, strict=True) for at, letter in enumerate(row)}


def latin_key(key: int, scan_code: int, platform: str = "xcb") -> Qt.Key | None:
    """Return the Latin key at the place of a Cyrillic one, or None when it is not Cyrillic."""
    if key not in CYRILLIC:
        return None
    letter = places(platform).get(scan_code) or SOUNDS.get(chr(key).upper())
    return Qt.Key(ord(letter)) if letter else None


def _pressed_button(event: QKeyEvent) -> bool:
    """Let Enter press the focused button, as Space does; whether Qt does so by itself depends on the desktop."""
    button = QApplication.focusWidget()
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not plain:
        return False
    if not isinstance(button, QPushButton | QToolButton):
        return False
    button.click()
    return True


class Keys(QObject):
    """Leaves keys to the text field that has the focus, and gives Cyrillic commands their Latin letter."""

    def __init__(self, window: QWidget, actions: ActionSet) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        window.installEventFilter(self)
        self._listen_to_handle()

    def _listen_to_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _translate(self, event: QKeyEvent) -> bool:
        key = latin_key(event.key(), event.nativeScanCode(), QGuiApplication.platformName())
        if key is None:
            return False
        combination = QKeyCombination(event.modifiers() & OURS, key)
        if self._actions.press(QKeySequence(combination)):
            return True
        target = QApplication.focusWidget()
        if target is None:
            return False
        again = QKeyEvent(event.type(), key, event.modifiers(), "", event.isAutoRepeat())
        QCoreApplication.sendEvent(target, again)
        return again.isAccepted()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.Show and watched.isWidgetType():
                self._listen_to_handle()
            return False
        if event.type() == QEvent.Type.ShortcutOverride and watched.isWidgetType():
            keys = QKeySequence(event.keyCombination())
            self._actions.ask_anew(keys)
            event.setAccepted(self._actions.belongs_to_field(keys))
            return event.isAccepted()
        # The window gets a key first, its controls after it: here it can still become another one.
        if event.type() == QEvent.Type.KeyPress and watched.isWindowType() and _pressed_button(event):
            return True
        is_command = event.type() == QEvent.Type.KeyPress and bool(event.modifiers() & COMMANDS)
        return is_command and watched.isWindowType() and self._translate(event)
