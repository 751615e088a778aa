"""The list beside the field of the matrix: who ranks where, and what waits to be scored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.calendar.event import Event
from app.calendar.ranking import Scored
from widgets.calendar.matrix.ranking import RANK, ROW, WHEN, RankingModel
from widgets.common.chip_picture import chip_picture
from widgets.common.dots import paint_dot
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import RIGHT, paint_focus, paint_text
from widgets.common.steady_scroll_bar import steady_scroll_bar
from widgets.common.theme import theme

LINE: Final = 42
HEAD: Final = 34
NUMBER: Final = 20
SCORE: Final = 24


class RankingDelegate(QStyledItemDelegate):
    """Rank, dot, title, when, score."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.family: Callable[[Event | None], str] = lambda _: "ops"

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, LINE if isinstance(index.data(ROW), Scored) else HEAD)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, rect = index.data(ROW), option.rect
        painter.save()
        if isinstance(row, Scored):
            self._paint_thing(painter, option, index, row)
        else:
            paint_text(painter, rect.adjusted(12, 8, -4, 0), str(row), theme().font("caption", 600), "text_muted")
        painter.restore()

    def _paint_thing(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        row: Scored,
    ) -> None:
        rect = option.rect.adjusted(4, 0, 0, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("selection" if chosen else "hover"))
            painter.drawRoundedRect(rect, 6, 6)
        if shows_focus(option):
            paint_focus(painter, rect)
        x, small = rect.left() + 4, theme().font("caption")
        rank = index.data(RANK)
        paint_text(painter, QRect(x, rect.top(), NUMBER, rect.height()), str(rank or ""), small, "text_muted", RIGHT)
        centre = QPoint(x + NUMBER + 12, rect.center().y() + 1)
        paint_dot(painter, centre, f"category.{self.family(row.event)}.solid", ring=not row.rated)
        right = rect.right() - 8
        if row.rated:
            place = QRect(right - SCORE, rect.top(), SCORE, rect.height())
            paint_text(painter, place, str(row.score), theme().font("body", 600), "text", RIGHT)
            right -= SCORE + 6
        left = x + NUMBER + 22
        title = QRect(left, rect.top() + 4, right - left, 18)
        paint_text(painter, title, row.title, theme().font("body", 500), "text")
        paint_text(painter, title.translated(0, 17), str(index.data(WHEN)), small, "text_muted")


class RankingList(QListView):
    """Enter opens, Alt+arrows score, dragging carries a thing onto the field.

    Signals:
        opened: something is to be looked at (Scored).
        nudged: what is chosen is to have another score (levels of impact, levels of ease).
        cleared: what is chosen is to have no score.
        taken_out: what is chosen begins to be dragged.
        put_down: the drag is over.
    """

    opened = Signal(object)
    nudged = Signal(int, int)
    cleared = Signal()
    taken_out = Signal()
    put_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RankingModel(self)
        self.delegate = RankingDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        KeyboardFocus(self)
        steady_scroll_bar(self)
        self.doubleClicked.connect(lambda index: self._tell_opened(index.row()))
        theme().changed.connect(self.viewport().update)

    def _tell_opened(self, row: int) -> None:
        thing = self.rows.thing(row)
        if thing:
            self.opened.emit(thing)

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        thing = self.rows.thing(self.currentIndex().row())
        if thing is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData([self.currentIndex()]))
        picture = chip_picture(thing.title, self.delegate.family(thing.event), "circle-dot", self.devicePixelRatioF())
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(8 - 12, 0))
        self.taken_out.emit()
        drag.exec(Qt.DropAction.CopyAction)
        self.put_down.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0),
        }  # fmt: skip
        if alt and key in steps:
            self.nudged.emit(*steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell_opened(self.currentIndex().row())
        elif key == Qt.Key.Key_Backspace:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
