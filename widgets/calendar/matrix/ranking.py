"""The things of the matrix as a list: those with a score in their order, then those that wait for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.calendar.ranking import Ref, Scored
from widgets.calendar.matrix.held import SCORED_MIME, scored_data
from widgets.common.words import day, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
ROW: Final = Qt.ItemDataRole.UserRole + 1  # Scored, or the words of a heading
RANK: Final = ROW + 1
WHEN: Final = ROW + 2


class RankingModel(QAbstractListModel):
    """Headings are rows that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Scored | str] = []
        self._ranks: dict[Ref, int] = {}

    def show_things(self, things: Sequence[Scored]) -> None:
        """Show what is weighed, the best first."""
        rated = [it for it in things if it.rated]
        waiting = [it for it in things if not it.rated]
        rows: list[Scored | str] = [tr("calendar.matrix.ranking"), *rated] if rated else []
        if waiting:
            rows += [tr("calendar.matrix.tray", n=len(waiting)), *waiting]
        self._take(rows, {it.ref: rank for rank, it in enumerate(rated, 1)})

    def show_only(self, things: Sequence[Scored], ranks: Mapping[Ref, int]) -> None:
        """Show just some things without a heading, with the ranks that they have among all."""
        self._take(list(things), ranks)

    def _take(self, rows: list[Scored | str], ranks: Mapping[Ref, int]) -> None:
        self._ranks = dict(ranks)
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, ref: Ref | None) -> int:
        """Return the row of a thing, or -1."""
        return next((n for n, it in enumerate(self._rows) if isinstance(it, Scored) and it.ref == ref), -1)

    def thing(self, row: int) -> Scored | None:
        """Return the thing of a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Scored) else None

    def things(self) -> list[Scored]:
        """Return the things from top to bottom."""
        return [it for it in self._rows if isinstance(it, Scored)]

    def _when(self, thing: Scored) -> str:
        if thing.event is None:
            return tr("calendar.matrix.program")
        if thing.day is None:
            return tr("calendar.matrix.later")
        return tr("calendar.matrix.series") if thing.event.repeats else day(thing.day, "d MMM")

    def _spoken(self, thing: Scored) -> str:
        if not thing.rated:
            return f"{thing.title}, {self._when(thing)}, {tr('calendar.matrix.unscored')}"
        rank = self._ranks[thing.ref]
        score = tr("calendar.matrix.score", impact=thing.impact, ease=thing.ease, rank=rank)
        return f"{thing.title}, {self._when(thing)}, {score}"

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case _ if role == RANK:
                return self._ranks.get(row.ref, 0)
            case _ if role == WHEN:
                return self._when(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.thing(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [SCORED_MIME]

    @override
    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # stubs want a Sequence
        thing = self.thing(indexes[0].row())
        return scored_data(thing.ref) if thing else QMimeData()
