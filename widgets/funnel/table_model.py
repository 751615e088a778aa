"""The map as a table: one row a branch, sorted by any column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.dots import dot
from widgets.common.elided_label import plain_tooltip
from widgets.funnel.columns import Column, shown_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
COLUMNS: Final = (
    Column.TEXT, Column.STAGE, Column.GROUP, Column.PERSONAS, Column.DATES, Column.DONE, Column.NOTES,
)  # fmt: skip
ID: Final = Qt.ItemDataRole.UserRole
SHOWN: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
EDITED: Final = SHOWN | Qt.ItemFlag.ItemIsEditable


class TableModel(QAbstractTableModel):
    """Reads the map that it is shown and changes nothing itself.

    Signals:
        rename_requested: another text was typed (id, text).
    """

    rename_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._funnel = FunnelMap()
        self._results: Mapping[str, Sequence[Result]] = {}
        self._today = date(2027, 1, 1)
        self._ids: list[str] = []
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def show_map(self, funnel: FunnelMap, results: Mapping[str, Sequence[Result]], today: date) -> None:
        """Show a map, in the order that was chosen."""
        ids = [key for key in funnel.in_order() if funnel.branch(key)]
        self._funnel, self._results, self._today = funnel, results, today
        ordered = self._in_order(ids)
        if ordered != self._ids:
            self.beginResetModel()
            self._ids = ordered
            self.endResetModel()
        elif ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(COLUMNS) - 1))

    def id_of(self, index: Index) -> str:
        """Return the branch of a row."""
        return self._ids[index.row()] if index.isValid() else ""

    def index_of(self, id: str) -> QModelIndex:
        """Return the row of a branch."""
        return self.index(self._ids.index(id), 0) if id in self._ids else QModelIndex()

    def _value(self, id: str, column: Column) -> str:
        return shown_of(self._funnel, self._results.get(id, ()), self._today, id, column)

    def _in_order(self, ids: list[str]) -> list[str]:
        section, order = self._sorted
        if not 0 <= section < len(COLUMNS):
            return ids
        column = COLUMNS[section]

        def key(id: str) -> Any:
            if column is Column.DATES:
                days = [day for result in self._results.get(id, ()) for day in result.days if day >= self._today]
                return min(days, default=date.max)
            return self._value(id, column).casefold()

        return sorted(ids, key=key, reverse=order is Qt.SortOrder.DescendingOrder)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order)
        self.beginResetModel()
        self._ids = self._in_order([key for key in self._funnel.in_order() if self._funnel.branch(key)])
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return EDITED if index.column() == 0 else SHOWN

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title()
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key, column = self._ids[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._value(key, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._funnel.text(key)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STAGE:
            return dot(f"category.{self._funnel.colour(key)}.solid")
        if role == Qt.ItemDataRole.ToolTipRole and column in (Column.DATES, Column.NOTES):
            return plain_tooltip(self._value(key, column))
        return key if role == ID else None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.rename_requested.emit(self.id_of(index), str(value).strip())
        return True
