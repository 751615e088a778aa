"""The line in which a task is typed; what is understood of it has a ground of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from app.tasks.quick_add import Mark
from widgets.common.theme import theme

HEIGHT: Final = 24
LONGEST: Final = 500


class QuickText(QPlainTextEdit):
    """One line; Backspace behind a mark makes it plain text, Enter takes the line, Esc empties or leaves it.

    Signals:
        entered: the line is to be added (whether the task is to be opened).
        plain_requested: a piece is to be plain text (the piece).
        left: Esc on an empty line.
        focus_changed: the keyboard came or went.
    """

    entered = Signal(bool)
    plain_requested = Signal(str)
    left = Signal()
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: Sequence[Mark] = ()
        self.setProperty("look", "quick")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._keep_one_line)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(HEIGHT * max(1.0, theme().text_scale)))
        self._paint_marks()

    def line(self) -> str:
        """Return what was typed."""
        return self.toPlainText()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Give what was understood its ground."""
        self._marks = marks
        self._paint_marks()

    def _paint_marks(self) -> None:
        pieces = []
        for mark in self._marks:
            look = QTextCharFormat()
            look.setBackground(theme().color("accent_soft"))
            look.setForeground(theme().color("accent_soft_text"))
            look.setFontWeight(QFont.Weight.Medium)
            piece = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(mark.begin)
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
            piece.cursor, piece.format = cursor, look
            pieces.append(piece)
        self.setExtraSelections(pieces)

    def _keep_one_line(self) -> None:
        text = self.toPlainText()
        if "\n" in text or len(text) > LONGEST:
            self.setPlainText(" ".join(text.split())[:LONGEST])
            self.moveCursor(QTextCursor.MoveOperation.End)

    def _mark_before(self) -> Mark | None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return None
        return next((mark for mark in self._marks if mark.end == cursor.position()), None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            case Qt.Key.Key_Backspace if not event.modifiers() and (mark := self._mark_before()):
                self.plain_requested.emit(self.line()[mark.begin : mark.end])
            case Qt.Key.Key_Escape if self.line():
                self.clear()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
