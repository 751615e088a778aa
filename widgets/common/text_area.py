"""Lines of text that give their value by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from widgets.common.mixed import mark_mixed
from widgets.common.typing_pause import TypingPause

AROUND = 15  # px of edge, padding and margin, above and below together
MOST = 9  # lines before it scrolls


class TextArea(QPlainTextEdit):
    """Plain text; leaving it and half a second of rest give the text, Tab leaves it, Esc brings back the old one.

    It is as high as its text, from so many lines on.

    Signals:
        committed: the text that was typed.
    """

    committed = Signal(str)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel: it is meant for the page below
        self._value: str | None = ""
        self._showing = False
        self._pause = TypingPause(self)
        self._pause.paused.connect(self._on_paused)
        self.textChanged.connect(self._on_changed)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()

    def show_value(self, text: str | None) -> None:
        """Show a value, None for several different ones; what is being typed stays."""
        self._value = text
        mark_mixed(self, text is None)
        if self._pause.pending:
            return
        self.setPlaceholderText(str(self.property("mixed_text") or self.property("hint") or ""))
        if self.toPlainText() != (text or ""):
            self._set(text or "", len(text or "") if self.hasFocus() else 0)

    def set_hint(self, text: str) -> None:
        """Say in the empty field what belongs there."""
        self.setProperty("hint", text)
        self.setPlaceholderText(str(self.property("mixed_text") or text))

    def _fit(self) -> None:
        """Be as high as the lines of the text are in the font that is worn now."""
        lines = max(self._lines, min(MOST, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + AROUND)

    def flush(self) -> None:
        """Give what was typed, now."""
        self._pause.flush()

    def _set(self, text: str, place: int) -> None:
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)), QTextCursor.MoveMode.MoveAnchor)
        self.setTextCursor(cursor)

    def _on_changed(self) -> None:
        self._fit()
        if not self._showing:
            self._pause.touch()

    def _on_paused(self) -> None:
        text = self.toPlainText()
        self.document().clearUndoRedoStacks()  # from here on undo is the window's
        if text != self._value:
            self._value = text
            self.committed.emit(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pause.pending:
            self._pause.forget()
            self.show_value(self._value)
            return
        super().keyPressEvent(event)
