"""When typed text is taken over: half a second after the last key, and on leaving the field."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

PAUSE: Final = 500  # ms


class TypingPause(QObject):
    """Watches a text field; while it holds text that is not taken over, undo and redo are the field's own.

    Signals:
        paused: the text is to be taken over.
    """

    paused = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.pending = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)
        field.installEventFilter(self)

    def touch(self) -> None:
        """Begin to wait anew: a key was typed."""
        self.pending = True
        self._timer.start()

    def flush(self) -> None:
        """Take over at once what is pending."""
        self._timer.stop()
        if self.pending:
            self.pending = False
            self.paused.emit()

    def forget(self) -> None:
        """Drop what is pending."""
        self._timer.stop()
        self.pending = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        elif event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and not self.pending:
            return isinstance(event, QKeyEvent) and self._leaves_to_window(event)
        return False

    def _leaves_to_window(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return True
        return False
