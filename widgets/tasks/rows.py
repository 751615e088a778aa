"""Rows of tasks as Qt sees them: heads of groups and tasks, changed with as little stir as possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from widgets.common.drag_data import tasks_data
from widgets.common.elided_label import plain_tooltip
from widgets.tasks.face import Face

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()
HEAD: Final = "head:"  # begins the key of a head


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The head of a group; `late` when all in it are late."""

    key: str
    name: str
    detail: str
    folded: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task; the first and the last of a group close its card."""

    face: Face
    opens: bool = True
    closes: bool = True
    group: str = ""

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.face.id


Row = HeadRow | TaskRow


class RowsModel(QAbstractListModel):
    """Rows that can be ticked; it tells what is wanted and changes nothing itself.

    Signals:
        tick_requested: a task is to be finished, or not (its id, whether).
    """

    tick_requested = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; those that stay keep their selection and the view its place."""
        old, new = [row.key for row in self._rows], [row.key for row in rows]
        begin = 0
        while begin < min(len(old), len(new)) and old[begin] == new[begin]:
            begin += 1
        end = 0
        while end < min(len(old), len(new)) - begin and old[-1 - end] == new[-1 - end]:
            end += 1
        if begin < len(old) - end:
            self.beginRemoveRows(NOWHERE, begin, len(old) - end - 1)
            del self._rows[begin : len(old) - end]
            self.endRemoveRows()
        if begin < len(new) - end:
            self.beginInsertRows(NOWHERE, begin, len(new) - end - 1)
            self._rows[begin:begin] = rows[begin : len(new) - end]
            self.endInsertRows()
        self._replace(rows)

    def _replace(self, rows: Sequence[Row]) -> None:
        changed = [at for at, row in enumerate(rows) if row is not self._rows[at] and row != self._rows[at]]
        self._rows = list(rows)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))

    def row_at(self, index: Index) -> Row | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rows(self) -> list[Row]:
        """Return all rows."""
        return self._rows

    def ids(self) -> list[str]:
        """Return the tasks in their order."""
        return [row.key for row in self._rows if isinstance(row, TaskRow)]

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Return the rows of tasks."""
        wanted = set(ids)
        return [at for at, row in enumerate(self._rows) if isinstance(row, TaskRow) and row.key in wanted]

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.face.title if isinstance(row, TaskRow) else f"{row.name} {row.detail}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.face.spoken() if isinstance(row, TaskRow) else f"{row.name}, {row.detail}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(row.face.spoken()) if isinstance(row, TaskRow) else None
            case Qt.ItemDataRole.CheckStateRole if isinstance(row, TaskRow):
                return Qt.CheckState.Checked if row.face.done else Qt.CheckState.Unchecked
            case _ if role == ROW:
                return row
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, TaskRow):
            return False
        self.tick_requested.emit(row.key, not row.face.done)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if isinstance(row, TaskRow):
            can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            return can | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled if row else Qt.ItemFlag.ItemIsDropEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction  # a move would let the view remove the rows itself

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted(index.row() for index in indexes)
        return tasks_data([row.key for at in rows if isinstance(row := self._rows[at], TaskRow)])
