"""A list of cards that can be dragged onto the calendar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QWidget
from typing_extensions import override

from widgets.calendar.side.card_delegate import CardDelegate
from widgets.calendar.side.palette_model import FAMILY, ICON, TACTIC_ID
from widgets.common.chip_picture import chip_picture
from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.steady_scroll_bar import WIDTH, steady_scroll_bar
from widgets.common.theme import theme


class CardList(QListView):
    """Cards below each other; Enter takes one, dragging carries its chip.

    Signals:
        taken: Enter on a card (its id).
        opened: a double click on a card (its id).
    """

    taken = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(_own_viewport())
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(CardDelegate(self))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        KeyboardFocus(self)
        steady_scroll_bar(self)  # in the margin of the panel
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(TACTIC_ID))))
        theme().changed.connect(self.viewport().update)

    def current_id(self) -> str:
        """Return the id of the card that is chosen, or ""."""
        return str(self.currentIndex().data(TACTIC_ID) or "")

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        picture = (str(index.data()), str(index.data(FAMILY)), str(index.data(ICON)))
        drag.setPixmap(chip_picture(*picture, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(8 - 12, 0))  # the chip lies 12 px right of and 8 px below the pointer
        drag.exec(Qt.DropAction.CopyAction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self.taken.emit(self.current_id())
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # cards are lower in a low window


def beside_scroll_bar(part: QWidget) -> QWidget:
    """Return a part of a panel as wide as the cards of its list, which leave room for the scroll bar."""
    if isinstance(part, CardList):
        return part
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, WIDTH, 0)
    row.addWidget(part)
    return host


def _own_viewport() -> QWidget:
    """Return a viewport as Qt makes it.

    WORKAROUND PySide6 6.11: asked for a widget that it did not make, it looks through all of QtWidgets for its class,
    which costs a start 7 ms.
    """
    own = QWidget()
    own.setObjectName("qt_scrollarea_viewport")
    own.setBackgroundRole(QPalette.ColorRole.Base)
    own.setAutoFillBackground(True)
    return own
