"""A text typed where it stands on a wall."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from widgets.common.typing_pause import TypingPause
from widgets.common.wall.view import WallView


def usual_end(event: QKeyEvent) -> str:
    """Return why a key ends the typing, "" when it does not: Esc is "done", Tab and Ctrl+Enter are "next"."""
    if event.key() == Qt.Key.Key_Escape:
        return "done"
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if event.key() == Qt.Key.Key_Tab or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
        return "next"
    return ""


class WallEditor(QPlainTextEdit):
    """Floats over the wall without paper of its own, follows it when it is moved or zoomed, and keeps what is typed.

    Signals:
        typed: a text is to be kept, half a second after the last key and at the end.
        changed: there is another text, not yet to be kept (for what grows with it).
        ended: the typing is over (why: "done", "next", "left", or what `ends` returned).
    """

    typed = Signal(str)
    changed = Signal(str)
    ended = Signal(str)

    def __init__(self, view: WallView, ends: Callable[[QKeyEvent], str] = usual_end) -> None:
        super().__init__(view)
        self._wall, self._ends = view, ends
        self._part = QRectF()
        self._font = QFont()
        self._kept = ""
        self._showing = False
        self.setProperty("look", "wall")
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._pause = TypingPause(self)
        self._pause.paused.connect(self._on_paused)
        self.textChanged.connect(self._on_changed)
        view.moved.connect(self._follow)
        self.hide()

    def open(self, part: QRectF, text: str, font: QFont, name: str, *, select: bool = False) -> None:
        """Begin to type in a part of the wall; `font` is that of 100 %, `name` is for screen readers."""
        self._part, self._font, self._kept = part, font, text
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        self._pause.forget()
        self.setAccessibleName(name)
        self._follow(always=True)
        self.show()
        self.raise_()
        self.moveCursor(QTextCursor.MoveOperation.End)
        if select:
            self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_part(self, part: QRectF) -> None:
        """Move to another part of the wall, as when a note grows."""
        self._part = part
        self._follow(always=True)

    def flush(self) -> None:
        """Give what was typed, now."""
        self._pause.flush()

    def end(self, why: str = "done") -> None:
        """Keep the text and go."""
        if self.isHidden():
            return
        self._pause.flush()
        self.hide()
        self.ended.emit(why)

    def _follow(self, *, always: bool = False) -> None:
        if self.isHidden() and not always:
            return
        font = QFont(self._font)
        px = max(1.0, self._font.pixelSize() * self._wall.zoom())
        font.setPointSizeF(px * 72 / self.logicalDpiY())  # pixels would be whole ones, and lines break elsewhere
        if self.font() != font:
            self.setFont(font)
        place = self._wall.part_on_view(self._part)
        self.setGeometry(place.toAlignedRect().translated(self._wall.viewport().mapTo(self._wall, QPoint(0, 0))))

    def _on_changed(self) -> None:
        if not self._showing:
            self._pause.touch()
            self.changed.emit(self.toPlainText())

    def _on_paused(self) -> None:
        text = self.toPlainText()
        self.document().clearUndoRedoStacks()  # from here on undo is the window's
        if text != self._kept:
            self._kept = text
            self.typed.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        why = self._ends(event)
        if why:
            self.end(why)
            if self.isHidden():  # who heard that it ended may have begun the next text at once
                self._wall.setFocus(Qt.FocusReason.OtherFocusReason)
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._ends(event):
            self.keyPressEvent(event)  # Tab too, which would else go to the next field
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.end("left")
