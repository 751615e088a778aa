"""A line of text that gives its value by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from widgets.common.mixed import mark_mixed
from widgets.common.typing_pause import TypingPause


class TextField(QLineEdit):
    """One line; Enter, leaving it and half a second of rest give the text, Esc brings back the old one.

    Signals:
        committed: the text that was typed.
    """

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: str | None = ""
        self._pause = TypingPause(self)
        self._pause.paused.connect(self._on_paused)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._pause.flush)

    def show_value(self, text: str | None) -> None:
        """Show a value, None for several different ones; what is being typed stays."""
        self._value = text
        mark_mixed(self, text is None)
        if self._pause.pending:
            return
        self.setPlaceholderText(self._hint())
        if self.text() != (text or ""):
            self.setText(text or "")
            self.setCursorPosition(len(text or "") if self.hasFocus() else 0)

    def set_hint(self, text: str) -> None:
        """Say in the empty field what belongs there."""
        self.setProperty("hint", text)
        self.setPlaceholderText(self._hint())

    def flush(self) -> None:
        """Give what was typed, now."""
        self._pause.flush()

    def _hint(self) -> str:
        return str(self.property("mixed_text") or self.property("hint") or "")

    def _on_edited(self) -> None:
        self._pause.touch()

    def _on_paused(self) -> None:
        text, place = self.text(), self.cursorPosition()
        self.setText(text)  # empties the field's own undo: from here on it is the window's
        self.setCursorPosition(place)
        if text != self._value:
            self._value = text
            self.committed.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pause.pending:
            self._pause.forget()
            self.show_value(self._value)
            return
        super().keyPressEvent(event)
