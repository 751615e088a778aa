"""The backlog as Qt sees it: events that wait for a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt
from typing_extensions import override

from app.calendar.event import Event
from app.calendar.kind import Kind
from widgets.calendar.side.palette_model import DETAIL, FAMILY, ICON, NOWHERE, TACTIC_ID, Index
from widgets.calendar.wording import effort, length
from widgets.common.drag_data import EVENT_MIME, drag_data
from widgets.common.elided_label import plain_tooltip

EVENT_ID = TACTIC_ID


class BacklogModel(QAbstractListModel):
    """Events without a day, in order of title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: Sequence[Event] = ()  # as they came
        self._events: list[Event] = []
        self._kinds: dict[str, Kind] = {}

    def show_events(self, events: Sequence[Event], kinds: Mapping[str, Kind]) -> None:
        """Show events; only those that are new, gone or changed are told to the view when their order stays."""
        if events == self._given and kinds == self._kinds:
            return
        self._given = events
        shown = sorted(events, key=lambda event: event.title.casefold())
        same = [event.id for event in shown] == [event.id for event in self._events]
        self._kinds = dict(kinds)
        if same and shown:
            self._events = shown
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, 0))
            return
        self.beginResetModel()
        self._events = shown
        self.endResetModel()

    def row_of(self, event_id: str) -> int:
        """Return the row of an event, or -1."""
        return next((row for row, event in enumerate(self._events) if event.id == event_id), -1)

    def _detail(self, event: Event) -> str:
        kind = self._kinds.get(event.kind)
        parts = [effort(event.effort), length(event.length) if event.length > 1 else "", kind.name if kind else ""]
        return " · ".join(filter(None, parts))

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._events)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        event = self._events[index.row()]
        kind = self._kinds.get(event.kind)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return event.title
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                all_of_it = f"{event.title}, {self._detail(event)}"
                return plain_tooltip(all_of_it) if role == Qt.ItemDataRole.ToolTipRole else all_of_it
            case _ if role == EVENT_ID:
                return event.id
            case _ if role == FAMILY:
                return kind.family if kind else "ops"
            case _ if role == ICON:
                return kind.icon if kind else "circle"
            case _ if role == DETAIL:
                return self._detail(event)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [EVENT_MIME]

    @override
    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # stubs want a Sequence
        return drag_data(EVENT_MIME, str(indexes[0].data(EVENT_ID)))
