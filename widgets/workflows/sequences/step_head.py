"""The head of a step: icon, name, what it is about, how often it was sent; it opens, is dragged and walked by keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from widgets.common.keyboard_focus import REASONS
from widgets.common.painting import RIGHT, paint_focus, paint_icon, paint_text, paint_tile
from widgets.common.theme import FAMILIES, theme
from widgets.common.words import tr

HEIGHT: Final = 50
TILE: Final = 28


class StepHead(QWidget):
    """50 px.

    Signals:
        pressed: it is to be opened, or closed.
        shifted: the step is to stand further up or down (by how many).
        deleted: the step is to go.
        dragged: the step is held at a height of the screen.
        dropped: the step is let go, or with False is to stay where it was.
        menu_requested: the menu of the step is wanted (place on the screen).
    """

    pressed = Signal()
    shifted = Signal(int)
    deleted = Signal()
    dragged = Signal(int)
    dropped = Signal(bool)
    menu_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ("", "", "")
        self._icon, self._family, self._open = "send", FAMILIES[0], False
        self._held: QPoint | None = None
        self._dragging = self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._fit()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda place: self.menu_requested.emit(self.mapToGlobal(place)))
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(round(HEIGHT * max(1.0, theme().text_scale)))
        self.update()

    def show_step(self, name: str, about: str, sent: str, icon: str, place: int, *, opened: bool) -> None:
        """Show what is said of a step; its place gives the colour."""
        self._texts, self._icon, self._open = (name, about, sent), icon or "send", opened
        self._family = FAMILIES[place % len(FAMILIES)]
        self.setAccessibleName(f"{name}, {about}, {sent}")
        self.setAccessibleDescription(tr("sequences.card.opened") if opened else tr("sequences.card.closed"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, (name, about, sent) = self.rect(), self._texts
        tile = QRect(12, (rect.height() - TILE) // 2, TILE, TILE)
        paint_tile(painter, tile, self._family, self._icon, 16)
        sign = QRect(rect.right() - 30, rect.top(), 18, rect.height())
        paint_icon(painter, sign, "chevron-up" if self._open else "chevron-down", "text_muted", 16)
        font = theme().font("caption")
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(sent)
        paint_text(painter, QRect(sign.left() - wide - 10, 0, wide + 2, rect.height()), sent, font, "text_2", RIGHT)
        left = tile.right() + 11
        room = sign.left() - wide - 22 - left
        half = rect.height() // 2
        paint_text(painter, QRect(left, 7, room, half - 6), name, theme().font("body", 600), "text")
        paint_text(painter, QRect(left, half, room, half - 8), about, font, "text_muted")
        if self.hasFocus() and self._by_keyboard:
            paint_focus(painter, rect.adjusted(2, 2, -2, -2), 6)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in REASONS
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._dragging = event.position().toPoint(), False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        moved = (event.position().toPoint() - self._held).manhattanLength()
        if self._dragging or moved >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint().y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        dragging, self._held = self._dragging, None
        self._end_drag()
        if dragging:
            self.dropped.emit(True)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def _end_drag(self) -> None:
        self._dragging = False
        self.unsetCursor()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Escape if self._dragging:
                self._held = None
                self._end_drag()
                self.dropped.emit(False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.pressed.emit()
            case Qt.Key.Key_Delete:
                self.deleted.emit()
            case Qt.Key.Key_Up if alt:
                self.shifted.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.shifted.emit(1)
            case _:
                super().keyPressEvent(event)
