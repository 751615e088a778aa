"""A checklist as Qt sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
STEP_ID: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()
STEP_MIME: Final = "application/x-sedyanka-step"


class Step(Protocol):
    """One line of a checklist."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def text(self) -> str:
        """What is to be done."""

    @property
    def done(self) -> bool:
        """Whether it is done."""


class ChecklistModel(QAbstractListModel):
    """Lines that can be ticked, written anew and put elsewhere; it tells what is wanted and changes nothing itself.

    Signals:
        tick_requested: a line is to be ticked or not (its id, whether).
        rename_requested: a line is to be written anew (its id, the text).
        place_requested: a line is to stand elsewhere (its id, the place).
    """

    tick_requested = Signal(str, bool)
    rename_requested = Signal(str, str)
    place_requested = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show lines; the view keeps its place when only what they say changed."""
        if [step.id for step in steps] == [step.id for step in self._steps]:
            self._steps = list(steps)
            if steps:
                self.dataChanged.emit(self.index(0, 0), self.index(len(steps) - 1, 0))
            return
        self.beginResetModel()
        self._steps = list(steps)
        self.endResetModel()

    def row_of(self, step_id: str) -> int:
        """Return the row of a line, or -1."""
        return next((row for row, step in enumerate(self._steps) if step.id == step_id), -1)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._steps)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return step.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(step.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return step.text
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if step.done else Qt.CheckState.Unchecked
            case _ if role == STEP_ID:
                return step.id
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick_requested.emit(step.id, not step.done)
            return True
        if role == Qt.ItemDataRole.EditRole and str(value).strip() not in ("", step.text):
            self.rename_requested.emit(step.id, str(value).strip())
            return True
        return False

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return can | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction  # a move would let the view remove the row itself

    @override
    def mimeTypes(self) -> list[str]:
        return [STEP_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(STEP_MIME, str(indexes[0].data(STEP_ID)).encode())
        return data

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        step_id = bytes(data.data(STEP_MIME).data()).decode()
        held = self.row_of(step_id)
        place = row if row >= 0 else len(self._steps)
        if held < 0:
            return False
        self.place_requested.emit(step_id, place - 1 if place > held else place)
        return True
