"""The line in which one card after the other is typed right where it will stand."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.text.from_html import markdown_from_html
from app.text.light_markdown import plain

MOST_AT_ONCE = 50


class AddLine(QLineEdit):
    """Enter gives a card and waits for the next, Esc leaves; several lines that are pasted are several cards.

    Signals:
        added: texts of new cards, in order.
        left: it is to go.
    """

    added = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "small")
        self.setMinimumWidth(180)
        self._going = False

    def take(self) -> None:
        """Give what was typed, if there is something."""
        text = self.text().strip()
        self.clear()
        if text:
            self.added.emit([text])

    def _leave(self) -> None:
        if not self._going:
            self._going = True
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.take()
            else:
                self._leave()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._leave()
        elif (
            event.matches(QKeySequence.StandardKey.Paste)
            and len(lines := pasted(QGuiApplication.clipboard().mimeData())) > 1
        ):
            self.clear()
            self.added.emit(lines)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.take()
            self._leave()


def pasted(data: QMimeData | None) -> list[str]:
    """Return the lines of what is on the clipboard, without marks of lists."""
    if data is None:
        return []
    text = plain(data.text()) if data.hasText() else plain(markdown_from_html(data.html()))
    lines = (line.strip().lstrip("•").strip() for line in text.splitlines())
    return [line for line in lines if line][:MOST_AT_ONCE]
