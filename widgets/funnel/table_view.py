"""All branches as a table; it shares the selection with the mind map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.words import tr
from widgets.funnel.rows import EDITS, RowDelegate, Steady, end_typing, in_view, select_rows, selected_rows
from widgets.funnel.table_model import TableModel


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
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setProperty("look", "sheet")
        self.setItemDelegate(RowDelegate(self))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        for column, width in enumerate((240, 130, 160, 90, 160, 62, 80)):
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
        steady = Steady(self, self.table.id_of)
        self.table.show_map(funnel, results, today)
        steady.restore(self.table.index_of)
        self._showing = False

    def select(self, ids: Sequence[str]) -> None:
        """Select rows, the last of them with the keyboard."""
        self._showing = True
        select_rows(self, [self.table.index_of(key) for key in ids])
        self._showing = False

    def sees(self, id: str) -> bool:
        """Return whether a row can be seen."""
        return in_view(self, self.table.index_of(id))

    def edit_current(self, typed: str = "") -> None:
        """Type in the row with the keyboard; letters typed on a row search it."""
        self.edit(self.currentIndex().siblingAtColumn(0))

    def end_typing(self) -> None:
        """Keep what is being typed in a row."""
        end_typing(self)

    def _on_selection_changed(self) -> None:
        if not self._showing:
            self.selection_changed.emit([self.table.id_of(index) for index in selected_rows(self)])

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())
