"""A list of the home page: its rows lead to what they show, tasks can be ticked where they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import paint_focus
from widgets.common.theme import theme
from widgets.home.painting import box_of, copy_of, height_of, paint_row
from widgets.home.rows import NOWHERE, MessageLine, Row, TaskLine

Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()
ROW: Final = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractListModel):
    """Rows; it tells what is wanted and changes nothing itself.

    Signals:
        tick_requested: a task is to be finished, or not (its id, whether).
    """

    tick_requested = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only their looks changed, the view keeps its place."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            changed = list(rows) != self._rows
            self._rows = list(rows)
            if changed:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[Row]:
        """Return all rows."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(row.spoken) if row.goal != NOWHERE else None
            case Qt.ItemDataRole.CheckStateRole if isinstance(row, TaskLine):
                return Qt.CheckState.Checked if row.done else Qt.CheckState.Unchecked
            case _ if role == ROW:
                return row
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, TaskLine):
            return False
        self.tick_requested.emit(row.key, not row.done)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or row.goal == NOWHERE:
            return Qt.ItemFlag.NoItemFlags
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return can | Qt.ItemFlag.ItemIsUserCheckable if isinstance(row, TaskLine) else can


def in_box(row: Row | None, rect: QRect, event: QMouseEvent) -> bool:
    """Return whether the mouse is on the box of a task."""
    near = box_of(rect).adjusted(-12, -10, 8, 10)
    return isinstance(row, TaskLine) and near.contains(event.position().toPoint())


class RowList(QListView):
    """Arrows walk, Enter or a click opens, Space or a click on the box ticks.

    Signals:
        opened: what a row leads to is wanted (id of a page, id of a thing).
        tick_requested: a task is to be finished, or not (its id, whether).
        copy_requested: a message is to be copied (the id of its task).
    """

    opened = Signal(str, str)
    tick_requested = Signal(str, bool)
    copy_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        KeyboardFocus(self)
        self._on_box, self._on_copy = False, False  # where the mouse went down
        self.clicked.connect(self._on_clicked)
        self.rows.tick_requested.connect(self.tick_requested)
        theme().changed.connect(self._on_theme_changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the keyboard stays on the row that it was on, or near it."""
        before = self.currentIndex().row()
        key = current.key if (current := self.rows.row_at(self.currentIndex())) else ""
        self.rows.show_rows(rows)
        if before < 0 or not rows:
            return
        row = next((at for at, it in enumerate(rows) if it.key == key), min(before, len(rows) - 1))
        self.setCurrentIndex(self.rows.index(row, 0))

    def message_meant(self) -> str:
        """Return the task of the message that the keyboard is on, or of the first one, "" when there is none."""
        there = [self.rows.row_at(self.currentIndex()), *self.rows.rows()]
        return next((row.key for row in there if isinstance(row, MessageLine)), "")

    def natural_height(self) -> int:
        """Return how high all rows are together."""
        scale = max(1.0, theme().text_scale)
        return sum(round(height_of(row) * scale) for row in self.rows.rows())

    def _open(self, index: Index) -> None:
        row = self.rows.row_at(index)
        if row is not None and row.goal != NOWHERE:
            self.opened.emit(*row.goal)

    def _on_clicked(self, index: Index) -> None:
        row = self.rows.row_at(index)
        if self._on_copy and row is not None:
            self.copy_requested.emit(row.key)
        elif not self._on_box:
            self._open(index)

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row, rect = self.rows.row_at(index), self.visualRect(index)
        self._on_box = in_box(row, rect, event)
        self._on_copy = isinstance(row, MessageLine) and copy_of(rect).contains(event.position().toPoint())
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and bare:
            if not self.rows.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole):
                self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver) and row.goal != NOWHERE
        paint_row(painter, option.rect, row, hovered=over)
        if shows_focus(option):
            paint_focus(painter, option.rect, 4)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, round(height_of(index.data(ROW)) * max(1.0, theme().text_scale)))

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if not isinstance(event, QMouseEvent) or not in_box(index.data(ROW), option.rect, event):
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return True
