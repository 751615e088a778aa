"""What outline and table have in common: how rows look, are selected and typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from widgets.common.keyboard_focus import shows_focus
from widgets.common.painting import paint_focus
from widgets.common.theme import theme

ROW: Final = 34
EDITS: Final = QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed


class RowDelegate(QStyledItemDelegate):
    """Rows of one height; the cell with the keyboard has a ring while keys are used."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ring = shows_focus(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if ring:
            paint_focus(painter, option.rect, 4)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(round(ROW * theme().text_scale), size.height()))


class Steady:
    """Keeps a view where it is while its model is filled anew: the row with the keyboard stays at its height.

    Where that is out of sight, or goes, the first row that shows and stays is held instead.
    """

    def __init__(self, view: QAbstractItemView, id_of: Callable[[QModelIndex], str]) -> None:
        self._view = view
        self._chosen = [id_of(index) for index in selected_rows(view)]
        room = view.viewport().rect()
        self._seen: list[tuple[str, int]] = []
        for index in (view.currentIndex().siblingAtColumn(0), *_shown(view)):
            rect = view.visualRect(index) if index.isValid() else QRect()
            if rect.isValid() and rect.bottom() > room.top() and rect.top() < room.bottom():
                self._seen.append((id_of(index), rect.top()))

    def restore(self, index_of: Callable[[str], QModelIndex]) -> None:
        """Select again what was selected, and bring what was looked at to where it was."""
        view, bar = self._view, self._view.verticalScrollBar()
        there = [index for index in map(index_of, self._chosen) if index.isValid()]
        if there and there != selected_rows(view):
            choose(view, there)
        for key, top in self._seen:
            index = index_of(key)
            rect = view.visualRect(index) if index.isValid() else QRect()
            if rect.isValid():
                bar.setValue(bar.value() + rect.top() - top)
                return


def in_view(view: QAbstractItemView, index: QModelIndex) -> bool:
    """Return whether a row can be seen where the view stands now."""
    rect = view.visualRect(index) if index.isValid() else QRect()
    return rect.isValid() and view.viewport().rect().contains(view.viewport().rect().center().x(), rect.center().y())


def _shown(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """Yield the rows that are in view, from the top."""
    room, y = view.viewport().rect(), 0
    while y <= room.bottom():
        index = view.indexAt(QPoint(room.left() + 1, y)).siblingAtColumn(0)
        if not index.isValid():
            return
        yield index
        y = max(y, view.visualRect(index).bottom()) + 1


def choose(view: QAbstractItemView, rows: Sequence[QModelIndex]) -> None:
    """Select rows, the last one with the keyboard; the view stays where it is."""
    chosen = QItemSelection()
    for index in rows:
        if index.isValid():
            chosen.select(index, index)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    scrolls = view.hasAutoScroll()
    view.setAutoScroll(False)
    view.selectionModel().select(chosen, flags)
    last = rows[-1] if rows else QModelIndex()
    view.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
    view.setAutoScroll(scrolls)


def select_rows(view: QAbstractItemView, rows: Sequence[QModelIndex]) -> None:
    """Select rows, the last one with the keyboard, and bring that into view."""
    choose(view, rows)
    if rows and rows[-1].isValid():
        view.scrollTo(rows[-1])


def selected_rows(view: QAbstractItemView) -> list[QModelIndex]:
    """Return the selected rows, the one with the keyboard last."""
    now = view.currentIndex().siblingAtColumn(0)
    return sorted(view.selectionModel().selectedRows(), key=lambda index: index == now)


def end_typing(view: QAbstractItemView) -> None:
    """Keep what is being typed in a row."""
    field = view.indexWidget(view.currentIndex().siblingAtColumn(0)) or QApplication.focusWidget()
    if view.state() == QAbstractItemView.State.EditingState and field is not None and view.isAncestorOf(field):
        view.commitData(field)
        view.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)
