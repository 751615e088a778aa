"""A key as it is printed on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget


class KeyCap(QLabel):
    """Shows a shortcut, given portably ("Ctrl+Z"), or a sign such as "↑"; screen readers skip it."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "key")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_keys(keys)

    def set_keys(self, keys: str) -> None:
        """Show other keys."""
        self.setText(key_text(keys))


def key_text(keys: str) -> str:
    """Return a shortcut as this desktop writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
