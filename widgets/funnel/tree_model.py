"""The map as a tree: stages at the top, branches below; for the outline and for screen readers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.dots import dot
from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import icon
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.funnel.canvas.faces import face_of
from widgets.funnel.columns import Column, shown_of

MIME: Final = "application/x-sedyanka-branches"
ID: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
COLUMNS: Final = (Column.TEXT, Column.DATES, Column.PERSONAS)
SHOWN: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
DRAGGED: Final = SHOWN | Qt.ItemFlag.ItemIsDragEnabled
FLAGS: Final = {  # (a branch, in the first column): Qt asks for them by the ten thousand, and adding flags up is slow
    (False, False): SHOWN,
    (False, True): SHOWN | Qt.ItemFlag.ItemIsEditable,
    (True, False): DRAGGED,
    (True, True): DRAGGED | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable,
}


class TreeModel(QAbstractItemModel):
    """Reads the map that it is shown and changes nothing itself.

    Signals:
        rename_requested: another text was typed (id, text).
        done_requested: a branch was ticked or not (id, done).
        move_requested: branches were dropped (ids, onto, row).
    """

    rename_requested = Signal(str, str)
    done_requested = Signal(str, bool)
    move_requested = Signal(list, str, int)

    def __init__(self) -> None:
        super().__init__()
        self._funnel = FunnelMap()
        self._results: Mapping[str, Sequence[Result]] = {}
        self._today = date(2027, 1, 1)
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._shape: list[tuple[str, str]] = []
        self._rows: dict[str, int] = {}
        self._below: dict[str, list[str]] = {"": []}

    def show_map(self, funnel: FunnelMap, results: Mapping[str, Sequence[Result]], today: date) -> bool:
        """Show a map; return whether its branches hang otherwise than before."""
        shape = [(key, funnel.up(key)) for key in funnel.in_order()]
        same = shape == self._shape and funnel is self._funnel
        if not same:
            self.beginResetModel()
        self._funnel, self._results, self._today, self._shape = funnel, results, today, shape
        if not same:
            self._ids = [key for key, _ in shape]
            self._numbers = {key: number for number, key in enumerate(self._ids)}
            self._rows = {key: row for up in ["", *self._ids] for row, key in enumerate(self._children(up))}
            self._below = {up: list(self._children(up)) for up in ["", *self._ids]}
            self.endResetModel()
            return True
        for up in dict.fromkeys(up for _, up in shape):
            children = self._below[up]
            self.dataChanged.emit(self.index_of(children[0]), self.index_of(children[-1], len(COLUMNS) - 1))
        return False

    def id_of(self, index: Index) -> str:
        """Return what a row shows."""
        return self._ids[index.internalId()] if index.isValid() else ""

    def index_of(self, id: str, column: int = 0) -> QModelIndex:
        """Return where something is shown."""
        number = self._numbers.get(id)
        return QModelIndex() if number is None else self.createIndex(self._rows[id], column, number)

    def _children(self, id: str) -> Sequence[str]:
        return self._funnel.forest.children(id) if id else list(self._funnel.stages)

    # --- the contract of Qt ---

    @override
    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        below = self._below.get(self.id_of(parent), ()) if self._ids else ()
        if parent.column() > 0 or not (0 <= row < len(below)) or not (0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, self._numbers[below[row]])

    @override
    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        up = self._shape[index.internalId()][1] if index.isValid() else ""
        return self.index_of(up) if up else QModelIndex()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.column() > 0 or not self._ids:
            return 0
        return len(self._below.get(self.id_of(parent), ()))

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        of_branch = self.id_of(index) in self._funnel.forest.branches
        return FLAGS[of_branch, index.column() == 0]

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title()
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key, column = self.id_of(index), COLUMNS[index.column()]
        branch = self._funnel.branch(key)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_of(self._funnel, self._results.get(key, ()), self._today, key, column)
            case Qt.ItemDataRole.EditRole:
                return self._funnel.text(key)
            case Qt.ItemDataRole.FontRole:
                return theme().font("body", 600) if branch is None else None
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(branch.notes[:1_000]) if branch and branch.notes else None
        if role == ID:
            return key
        return self._of_text(key, role) if column is Column.TEXT else None

    def _of_text(self, id: str, role: int) -> Any:
        """Return what goes with the text of a row."""
        branch = self._funnel.branch(id)
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(id)
            case Qt.ItemDataRole.CheckStateRole if branch:
                return Qt.CheckState.Checked if branch.done else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole if branch and branch.done:
                return theme().color("text_muted")
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(id)
        return None

    def _picture(self, id: str) -> Any:
        branch = self._funnel.branch(id)
        if branch is None:
            return dot(f"category.{self._funnel.colour(id)}.solid")
        face = face_of(self._funnel, self._results.get(id, ()), branch, self._today)
        return icon(face.icon, face.role) if face.icon else None

    def _spoken(self, id: str) -> str:
        branch, text = self._funnel.branch(id), self._funnel.text(id)
        if self._funnel.folded(id):
            return f"{text}, {tr('funnel.hidden', n=self._funnel.hidden(id))}"
        return f"{text}, {tr('funnel.done')}" if branch and branch.done else text

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.id_of(index)
        if role == Qt.ItemDataRole.EditRole and str(value).strip():
            self.rename_requested.emit(key, str(value).strip())
            return True
        if role == Qt.ItemDataRole.CheckStateRole and self._funnel.branch(key):
            self.done_requested.emit(key, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        return False

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = list(dict.fromkeys(self.id_of(index) for index in indexes))
        data.setData(MIME, json.dumps(ids).encode())
        return data

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        onto = self.id_of(parent)
        if onto and data.hasFormat(MIME):
            ids = [str(it) for it in json.loads(bytes(data.data(MIME).data()))]
            self.move_requested.emit(ids, onto, row if row >= 0 else len(self._below[onto]))
        return False  # nothing is taken out here: the store tells what became of it
