"""The cards of one column of the board: its keys, what is dragged from it and dropped on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.drag_data import dragged_tasks
from widgets.common.painting import paint_text
from widgets.common.theme import theme
from widgets.tasks.card_delegate import GAP, CardDelegate
from widgets.tasks.rows import RowsModel, TaskRow
from widgets.tasks.task_lines import TaskLines

STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
HALO: Final = 6


class ColumnList(TaskLines):
    """Space ticks, Enter opens, Alt+arrows move the card, arrows walk, Delete deletes.

    Signals:
        opened: Enter or a double click.
        walked: the keyboard leaves for the column at the left (-1) or at the right (1).
        shifted: the selection is to go (columns, rows) on.
        deleted: the selection is to go.
        dropped: tasks were dropped (list of ids, the task that they stand before or "").
        hovered: tasks are held over a place (ids, row), or no more (none, -1).
        lifted: tasks are being dragged (ids), or no more.
    """

    opened = Signal()
    walked = Signal(int)
    shifted = Signal(int, int)
    deleted = Signal()
    dropped = Signal(object, str)
    hovered = Signal(object, int)
    lifted = Signal(object)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._gap = -1  # row before which what is held would be dropped
        self._nothing = ""
        self.cards = CardDelegate(self)
        self.setItemDelegate(self.cards)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def set_nothing(self, words: str) -> None:
        """Say what shows while the column is empty."""
        self._nothing = words
        self.viewport().update()

    def gap_at(self, place: QPoint) -> int:
        """Return before which row something held at a place would be dropped."""
        for row in range(self.rows.rowCount()):
            rect = self.visualRect(self.rows.index(row, 0))
            if place.y() < rect.center().y() - GAP // 2:
                return row
        return self.rows.rowCount()

    def _show_gap(self, row: int, ids: list[str]) -> None:
        if row != self._gap:
            self._gap = row
            self.viewport().update()
        self.hovered.emit(ids, row)

    def _gap_line(self) -> int:
        count = self.rows.rowCount()
        if not count:
            return 2
        last = self._gap >= count
        rect = self.visualRect(self.rows.index(count - 1 if last else self._gap, 0))
        return rect.bottom() - GAP // 2 + 1 if last else max(1, rect.top() - GAP // 2)

    def _picture(self, row: TaskRow, size: QRect, more: int) -> QPixmap:
        """Return the card that is dragged, with the shadow of what is held."""
        ratio = self.devicePixelRatioF()
        card = self.cards.card_rect(size, row.face).translated(QPoint(HALO, HALO) - size.topLeft())
        picture = QPixmap(round((card.width() + 2 * HALO) * ratio), round((card.height() + 3 * HALO) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(theme().color("shadow"))
        shadow.setAlpha(shadow.alpha() // 5)
        painter.setBrush(shadow)
        for spread in range(HALO, 0, -1):
            painter.drawRoundedRect(card.adjusted(-spread, 4 - spread, spread, 4 + spread), 8 + spread, 8 + spread)
        held, self.cards.held = self.cards.held, frozenset()
        self.cards.paint_card(painter, card, row.face)
        self.cards.held = held
        painter.setPen(QPen(theme().color("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if more:
            badge = QRect(card.right() - 30, card.top() + 6, 24, 18)
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(badge, 9, 9)
            paint_text(painter, badge, f"+{more}", theme().font_px(11, 600), "on_accent", Qt.AlignmentFlag.AlignCenter)
        painter.end()
        return picture

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        current = self.rows.row_at(self.currentIndex())
        if not isinstance(current, TaskRow):
            return
        ids = [current.key, *(one for one in self.chosen() if one != current.key)]
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData(self.selectedIndexes() or [self.currentIndex()]))
        drag.setPixmap(self._picture(current, self.visualRect(self.currentIndex()), len(ids) - 1))
        drag.setHotSpot(QPoint(HALO - 12, HALO - 8))
        self.cards.held = frozenset(ids)
        self.lifted.emit(ids)
        self.viewport().update()
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        self.cards.held = frozenset()
        self.lifted.emit([])
        self.viewport().update()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        ids = dragged_tasks(event.mimeData())
        if ids:
            self._show_gap(self.gap_at(event.position().toPoint()), ids)
        event.setAccepted(bool(ids))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_gap(-1, [])

    @override
    def dropped_on(self, event: QDropEvent) -> None:
        ids, row = dragged_tasks(event.mimeData()), self.gap_at(event.position().toPoint())
        self._show_gap(-1, [])
        if not ids:
            return
        event.acceptProposedAction()
        after = (one.key for one in self.rows.rows()[row:] if isinstance(one, TaskRow) and one.key not in ids)
        self.dropped.emit(ids, next(after, ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(*step)
        elif step and step[0] and not event.modifiers():
            self.walked.emit(step[0])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.rows.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # titles break elsewhere

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self.rows.rowCount() and self._gap < 0:
            place = QRect(10, 8, self.viewport().width() - 20, 20)
            paint_text(painter, place, self._nothing, theme().font("small"), "text_muted")
        if self._gap < 0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self._gap_line()
        painter.fillRect(8, y - 1, self.viewport().width() - 8, 2, theme().color("accent"))
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.setBrush(theme().color("raised"))
        painter.drawEllipse(QRectF(1, y - 4, 8, 8))
