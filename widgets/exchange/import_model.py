"""The lines of the preview as Qt sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.exchange.ics.merge import Fate
from widgets.common.elided_label import plain_tooltip
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.exchange.import_lines import Line

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = 3
TICKED: Final = frozenset({Fate.NEW, Fate.UPDATED})
HEAD_TEXTS: Final = {
    Fate.NEW: ("import.head.event", "import.head.when", "import.head.repeats"),
    Fate.UPDATED: ("import.head.event", "import.head.when", "import.head.changes"),
    Fate.UNCHANGED: ("import.head.event", "import.head.when", "import.head.repeats"),
    Fate.OLDER: ("import.head.where", "import.head.why", "import.head.you_can"),
}


class ImportModel(QAbstractTableModel):
    """One line an event; what comes in has a tick that can be taken away.

    Signals:
        ticked: other events are ticked.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._fate = Fate.NEW
        self.unticked: set[str] = set()  # ids of events

    @property
    def fate(self) -> Fate:
        """Which lines are shown."""
        return self._fate

    def show_lines(self, lines: Sequence[Line], fate: Fate) -> None:
        """Show the lines of one fate."""
        self.beginResetModel()
        self._lines, self._fate = lines, fate
        self.endResetModel()

    def tick(self, row: int, *, on: bool) -> None:
        """Let an event come in, or not."""
        event = self._lines[row].event
        if event is None or self._fate not in TICKED:
            return
        if on:
            self.unticked.discard(event.id)
        else:
            self.unticked.add(event.id)
        self.dataChanged.emit(self.index(row, 0), self.index(row, COLUMNS - 1))
        self.ticked.emit()

    def texts(self, row: int) -> tuple[str, str, str]:
        """Return what a line says, column by column."""
        line = self._lines[row]
        if self._fate is Fate.OLDER:
            place = tr("import.line", line=line.place)
            return f"{place} · {line.title}" if line.title else place, line.about(), line.way_out()
        return line.title, line.when(), line.about()

    def _check(self, row: int) -> Qt.CheckState | None:
        event = self._lines[row].event
        if event is None or self._fate not in TICKED:
            return None
        return Qt.CheckState.Unchecked if event.id in self.unticked else Qt.CheckState.Checked

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else COLUMNS

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 and self._fate in TICKED else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self.texts(index.row())[index.column()].split())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.texts(index.row())[index.column()])
            case Qt.ItemDataRole.CheckStateRole if index.column() == 0:
                return self._check(index.row())
            case Qt.ItemDataRole.ForegroundRole:
                strong = 1 if self._fate is Fate.OLDER else 0
                return theme().color("text" if index.column() == strong else "text_2")
            case Qt.ItemDataRole.FontRole:
                strong = 1 if self._fate is Fate.OLDER else 0
                return theme().font("small", 500 if index.column() == strong else None)
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick(index.row(), on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEAD_TEXTS[self._fate][section])
        return None
