"""The list of a day: its rows can be dragged out onto the calendar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.calendar.occurrence import Key
from widgets.calendar.canvas.chip import paint_chip, paint_outline
from widgets.calendar.canvas.mouse import START_AFTER
from widgets.calendar.canvas.plus_n_model import LOOK, Index, PlusNModel
from widgets.common.icons import pixmap
from widgets.common.theme import theme

ROW: Final = 28
CHIP: Final = 22
LEFT: Final = 10
RIGHT: Final = 30  # px right of the chip, where the grip is
GRIP: Final = 14


class PlusNList(QListView):
    """Arrows walk, Enter opens; every other key is told to whoever knows what it means on the calendar.

    Signals:
        current_changed: another event is current by key or mouse (key).
        opened: an event is to be edited (key).
        taken_out: an event is being dragged (key, place on the screen).
        key_pressed: a key that is none of the list's (the event; accepted when somebody used it).
    """

    current_changed = Signal(object)
    opened = Signal(object)
    taken_out = Signal(object, QPoint)
    key_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = PlusNModel(self)
        self.setModel(self.events)
        self.setItemDelegate(_Rows(self))
        self.setProperty("look", "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._pressed: tuple[QPoint, Key] | None = None

    def current_key(self) -> Key | None:
        """Return the event that is current."""
        return self.events.key_at(self.currentIndex())

    def set_current_key(self, key: Key | None) -> None:
        """Make an event current, or the first one when it is not here."""
        row = max(0, self.events.row_of(key))
        self.selectionModel().setCurrentIndex(
            self.events.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and previous.isValid():
            self.current_changed.emit(self.events.key_at(current))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        key = self.events.key_at(self.indexAt(event.position().toPoint()))
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (event.globalPosition().toPoint(), key) if key and left else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        place = event.globalPosition().toPoint()
        start, key = self._pressed
        if (place - start).manhattanLength() >= START_AFTER:
            self._pressed = None
            self.taken_out.emit(key, place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.events.key_at(self.indexAt(event.position().toPoint()))
        if key:
            self.opened.emit(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        walks = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key():
            self.opened.emit(self.current_key())
        elif plain and (walks or event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)):
            super().keyPressEvent(event)
        else:
            event.ignore()
            self.key_pressed.emit(event)


class _Rows(QStyledItemDelegate):
    """Paints a chip in each row, and a grip while the mouse is on it."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = QRect(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme().color("hover"))
            grip = pixmap("grip-vertical", theme().color("text_muted"), GRIP, painter.device().devicePixelRatioF())
            painter.drawPixmap(row.right() - 8 - GRIP, row.y() + (ROW - GRIP) // 2, grip)
        chip = QRect(row.x() + LEFT, row.y() + (ROW - CHIP) // 2, row.width() - LEFT - RIGHT, CHIP)
        paint_chip(painter, chip, index.data(LOOK))
        if state & QStyle.StateFlag.State_Selected:
            paint_outline(painter, chip.toRectF(), "accent")
