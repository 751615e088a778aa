"""The events of one day as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.calendar.occurrence import Key, Occurrence
from widgets.calendar.canvas.accessible_names import details, event_name
from widgets.calendar.canvas.chip import ChipLook
from widgets.calendar.canvas.chip_looks import ChipLooks
from widgets.common.elided_label import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
LOOK = Qt.ItemDataRole.UserRole


class PlusNModel(QAbstractListModel):
    """Timed events first, then the rest by title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Occurrence, ChipLook, str]] = []

    def show_events(self, occurrences: Sequence[Occurrence], looks: ChipLooks) -> None:
        """Show other events."""
        self.beginResetModel()
        ordered = sorted(occurrences, key=lambda it: (it.at is None, it.at, it.event.title.casefold()))
        self._rows = [(it, looks.single(it), details(it, looks.plan)) for it in ordered]
        self.endResetModel()

    def key_at(self, index: Index) -> Key | None:
        """Return what names the event of a row."""
        return self._rows[index.row()][0].key if index.isValid() else None

    def row_of(self, key: Key | None) -> int:
        """Return in which row an event is, -1 when in none."""
        return next((row for row, (it, _, _) in enumerate(self._rows) if it.key == key), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        occurrence, look, all_of_it = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return occurrence.event.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return event_name(occurrence)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(all_of_it)
            case _ if role == LOOK:
                return look
        return None
