"""The tactics as Qt sees them: a heading for each family, then its tactics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.calendar.kind import Kind
from app.tactics.tactic import Tactic
from widgets.calendar.wording import FAMILY_TEXTS, tactic_line
from widgets.common.drag_data import TACTIC_MIME, drag_data
from widgets.common.elided_label import plain_tooltip
from widgets.common.theme import FAMILIES
from widgets.common.words import tr

Index = QModelIndex | QPersistentModelIndex
TACTIC_ID: Final = Qt.ItemDataRole.UserRole
FAMILY: Final = Qt.ItemDataRole.UserRole + 1
ICON: Final = Qt.ItemDataRole.UserRole + 2
DETAIL: Final = Qt.ItemDataRole.UserRole + 3
NOWHERE: Final = QModelIndex()


class PaletteModel(QAbstractListModel):
    """Tactics in the order of their families; a heading has no id and cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tactics: list[Tactic] = []
        self._kinds: dict[str, Kind] = {}
        self._words: tuple[str, ...] = ()
        self._rows: list[str | Tactic] = []

    def show_tactics(self, tactics: Iterable[Tactic], kinds: Mapping[str, Kind]) -> None:
        """Show tactics under the families of their kinds."""
        self._kinds = dict(kinds)
        self._tactics = sorted(tactics, key=lambda tactic: (FAMILIES.index(self.family(tactic)), tactic.position))
        self._fill()

    def search(self, text: str) -> None:
        """Keep only tactics whose words begin with each of the words typed."""
        self._words = tuple(text.casefold().split())
        self._fill()

    def family(self, tactic: Tactic) -> str:
        """Return the colour category of a tactic."""
        kind = self._kinds.get(tactic.kind)
        return kind.family if kind and kind.family in FAMILIES else "ops"

    def row_of(self, tactic_id: str) -> int:
        """Return the row of a tactic, or -1."""
        rows = (row for row, thing in enumerate(self._rows) if isinstance(thing, Tactic) and thing.id == tactic_id)
        return next(rows, -1)

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = []
        head = ""
        for tactic in filter(self._matches, self._tactics):
            text = tr(FAMILY_TEXTS[self.family(tactic)])
            if text != head:
                head = text
                self._rows.append(text)
            self._rows.append(tactic)
        self.endResetModel()

    def _matches(self, tactic: Tactic) -> bool:
        kind = self._kinds.get(tactic.kind)
        text = f" {tactic.title} {tactic.short} {kind.name if kind else ''}".casefold()
        return all(f" {word}" in text or f"-{word}" in text for word in self._words)

    def _of_tactic(self, tactic: Tactic, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tactic.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{tactic.title}, {tactic_line(tactic)}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip("\n".join(filter(None, (tactic.title, tactic_line(tactic), tactic.success))))
            case _ if role == TACTIC_ID:
                return tactic.id
            case _ if role == FAMILY:
                return self.family(tactic)
            case _ if role == ICON:
                kind = self._kinds.get(tactic.kind)
                return kind.icon if kind else "circle"
            case _ if role == DETAIL:
                return tactic_line(tactic)
        return None

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        thing = self._rows[index.row()]
        if isinstance(thing, Tactic):
            return self._of_tactic(thing, role)
        return thing if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Tactic):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return Qt.ItemFlag.NoItemFlags

    @override
    def mimeTypes(self) -> list[str]:
        return [TACTIC_MIME]

    @override
    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # stubs want a Sequence
        return drag_data(TACTIC_MIME, str(indexes[0].data(TACTIC_ID)))
