"""A list of small records as Qt sees it: kinds, personas, stages and so on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from typing_extensions import override

from widgets.common.dots import dot
from widgets.common.icons import icon
from widgets.common.theme import theme

Index = QModelIndex | QPersistentModelIndex
RECORD_ID: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()
ROW: Final = 28


class RecordModel(QAbstractListModel):
    """Records in their order; a name is written anew in place.

    Signals:
        rename_requested: a record is to have another name (the record, the name).
    """

    rename_requested = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: list[Any] = []

    def show_records(self, records: Sequence[Any]) -> None:
        """Show records; the view keeps its place when only what they say changed."""
        if [it.id for it in records] == [it.id for it in self._records]:
            self._records = list(records)
            if records:
                self.dataChanged.emit(self.index(0, 0), self.index(len(records) - 1, 0))
            return
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def record(self, row: int) -> Any:
        """Return the record of a row, or None."""
        return self._records[row] if 0 <= row < len(self._records) else None

    def row_of(self, record_id: str) -> int:
        """Return the row of a record, or -1."""
        return next((row for row, it in enumerate(self._records) if it.id == record_id), -1)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record(index.row()) if index.isValid() else None
        if record is None:
            return None
        names = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in names:
            return record.name
        if role == RECORD_ID:
            return record.id
        if role == Qt.ItemDataRole.SizeHintRole:  # said here: the list is laid out before it wears its style
            return QSize(0, round(ROW * theme().text_scale))
        if role == Qt.ItemDataRole.DecorationRole:
            if hasattr(record, "family"):
                return icon(record.icon, f"category.{record.family}.solid")
            return dot(f"category.{record.colour}.solid") if hasattr(record, "colour") else None
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.record(index.row()) if index.isValid() else None
        name = str(value).strip()
        if record is None or role != Qt.ItemDataRole.EditRole or name in ("", record.name):
            return False
        self.rename_requested.emit(record, name)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
