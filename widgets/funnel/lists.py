"""Outline and table of the map; both share the selection with the mind map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
)
from typing_extensions import override

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import paint_focus
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.funnel.canvas.keys import asked_by
from widgets.funnel.table_model import TableModel
from widgets.funnel.tree_model import TreeModel

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


class OutlineView(QTreeView):
    """The map as an outline that can be walked, typed in, folded and dragged.

    Signals:
        selection_changed: other rows are selected (ids, the current one last).
        asked: a key asked for an action (its id).
        fold_requested: a row was folded or unfolded (id, folded).
        menu_requested: the menu of the selection is wanted (place on the screen).
    """

    selection_changed = Signal(list)
    asked = Signal(str)
    fold_requested = Signal(str, bool)
    menu_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.tree = TreeModel()
        self.setModel(self.tree)
        self._showing = False
        self._funnel = FunnelMap()
        self.setEditTriggers(EDITS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformRowHeights(True)
        self.setProperty("look", "sheet")
        self.setItemDelegate(RowDelegate(self))
        self.setIndentation(22)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, 190)
        self.setColumnWidth(2, 220)
        self._ring = KeyboardFocus(self)
        self.expanded.connect(lambda index: self._on_folded(index, folded=False))
        self.collapsed.connect(lambda index: self._on_folded(index, folded=True))
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(tr("funnel.outline"))
        self.tree.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def show_map(self, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date) -> None:
        """Show a map; what is folded there is folded here."""
        self._showing = True
        self._funnel = funnel
        self.tree.show_map(funnel, results, today)
        for key in funnel.in_order():
            if funnel.forest.children(key):
                index = self.tree.index_of(key)
                if self.isExpanded(index) == funnel.folded(key):
                    self.setExpanded(index, not funnel.folded(key))
        self._showing = False

    def select(self, ids: Sequence[str]) -> None:
        """Select rows, the last of them with the keyboard."""
        self._showing = True
        _select(self, [self.tree.index_of(key) for key in ids])
        self._showing = False

    def edit_current(self) -> None:
        """Type in the row with the keyboard."""
        self.edit(self.currentIndex().siblingAtColumn(0))

    def end_typing(self) -> None:
        """Keep what is being typed in a row."""
        _end_typing(self)

    def _on_folded(self, index: QModelIndex, *, folded: bool) -> None:
        key = self.tree.id_of(index)
        if not self._showing and self._funnel.folded(key) != folded:
            self.fold_requested.emit(key, folded)

    def _on_selection_changed(self) -> None:
        if not self._showing:
            self.selection_changed.emit([self.tree.id_of(index) for index in _selected(self)])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = asked_by(event)
        if self.state() != QAbstractItemView.State.EditingState and action and self.currentIndex().isValid():
            self.asked.emit(action)
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())


def _select(view: QAbstractItemView, rows: Sequence[QModelIndex]) -> None:
    """Select rows, and put the keyboard on the last one."""
    chosen = QItemSelection()
    for index in rows:
        if index.isValid():
            chosen.select(index, index)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().select(chosen, flags)
    last = rows[-1] if rows else QModelIndex()
    view.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
    if last.isValid():
        view.scrollTo(last)


def _selected(view: QAbstractItemView) -> list[QModelIndex]:
    """Return the selected rows, the one with the keyboard last."""
    now = view.currentIndex().siblingAtColumn(0)
    return sorted(view.selectionModel().selectedRows(), key=lambda index: index == now)


def _end_typing(view: QAbstractItemView) -> None:
    field = view.indexWidget(view.currentIndex().siblingAtColumn(0)) or QApplication.focusWidget()
    if view.state() == QAbstractItemView.State.EditingState and field is not None and view.isAncestorOf(field):
        view.commitData(field)
        view.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)


class TableOfBranches(QTableView):
    """All branches as a table.

    Signals:
        selection_changed: other rows are selected (ids, the current one last).
        menu_requested: the menu of the selection is wanted (place on the screen).
    """

    selection_changed = Signal(list)
    menu_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.table = TableModel()
        self.setModel(self.table)
        self._showing = False
        self.setEditTriggers(EDITS)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setProperty("look", "sheet")
        self.setItemDelegate(RowDelegate(self))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        for column, width in enumerate((240, 136, 168, 96, 128, 62, 86)):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._ring = KeyboardFocus(self)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(tr("funnel.table"))
        self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.table.columnCount() - 1)

    def show_map(self, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date) -> None:
        """Show the branches of a map."""
        self._showing = True
        self.table.show_map(funnel, results, today)
        self._showing = False

    def select(self, ids: Sequence[str]) -> None:
        """Select rows, the last of them with the keyboard."""
        self._showing = True
        _select(self, [self.table.index_of(key) for key in ids])
        self._showing = False

    def edit_current(self) -> None:
        """Type in the row with the keyboard."""
        self.edit(self.currentIndex().siblingAtColumn(0))

    def end_typing(self) -> None:
        """Keep what is being typed in a row."""
        _end_typing(self)

    def _on_selection_changed(self) -> None:
        if not self._showing:
            self.selection_changed.emit([self.table.id_of(index) for index in _selected(self)])

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())
