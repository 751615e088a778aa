"""A list of cards that can be dragged onto the calendar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from widgets.calendar.card_delegate import CardDelegate
from widgets.calendar.painting import paint_icon, paint_text
from widgets.calendar.palette_model import FAMILY, ICON, TACTIC_ID
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
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(CardDelegate(self))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(TACTIC_ID))))
        theme().changed.connect(self.viewport().update)

    def current_id(self) -> str:
        """Return the id of the card that is chosen, or ""."""
        return str(self.currentIndex().data(TACTIC_ID) or "")

    def chip(self, row: int) -> QPixmap:
        """Return the picture that is dragged: the chip as it will lie on its day, with the shadow of what is held."""
        index = self.model().index(row, 0)
        font = theme().font_px(11, 500)
        width = min(200, self.fontMetrics().horizontalAdvance(str(index.data())) + 44)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round((width + 16) * ratio), round(40 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = theme().color("shadow")
        shadow.setAlpha(shadow.alpha() // 5)
        painter.setBrush(shadow)
        for spread in range(6, 0, -1):
            painter.drawRoundedRect(
                QRect(8 - spread, 8 + 4 - spread, width + 2 * spread, 18 + 2 * spread), 4 + spread, 4
            )
        family = str(index.data(FAMILY))
        painter.setBrush(theme().family(family, "tint"))
        painter.drawRoundedRect(8, 8, width, 18, 4, 4)
        painter.setBrush(theme().family(family))
        painter.drawRoundedRect(8, 8, 3, 18, 1, 1)
        paint_icon(painter, QRect(17, 8, 12, 18), str(index.data(ICON)), f"category.{family}.solid", 12)
        paint_text(painter, QRect(33, 8, width - 30, 18), str(index.data()), font, "text")
        painter.end()
        return picture

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(self.chip(index.row()))
        drag.setHotSpot(QPoint(8 - 12, 8 - 8))  # the chip lies 12 px right of and 8 px below the pointer
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
