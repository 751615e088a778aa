"""Members as rows, as Qt sees them: only ids are kept here, whoever is looked at is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.members.member import Member
from app.members.snapshot import Members
from widgets.common.elided_label import plain_tooltip
from widgets.common.words import day, tr

Index = QModelIndex | QPersistentModelIndex
MEMBER: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()


class MemberRows(QAbstractListModel):
    """Thousands of rows that cost nothing until they are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.members = Members()
        self._ids: list[str] = []
        self._row_of: dict[str, int] | None = None

    def show_members(self, members: Members, ids: Sequence[str]) -> None:
        """Show other rows; those that stay keep their selection and the view its place."""
        self.members = members
        old, new = self._ids, list(ids)
        begin = 0
        while begin < min(len(old), len(new)) and old[begin] == new[begin]:
            begin += 1
        end = 0
        while end < min(len(old), len(new)) - begin and old[-1 - end] == new[-1 - end]:
            end += 1
        self._row_of = None
        if begin < len(old) - end:
            self.beginRemoveRows(NOWHERE, begin, len(old) - end - 1)
            self._ids = old[:begin] + old[len(old) - end :]
            self.endRemoveRows()
        if begin < len(new) - end:
            self.beginInsertRows(NOWHERE, begin, len(new) - end - 1)
            self._ids = new
            self.endInsertRows()

    def tell_changed(self, ids: Iterable[str]) -> None:
        """Tell that members say something else; a few at once, for a view lays all rows anew for a range."""
        for row in self.rows_of(ids):
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def ids(self) -> list[str]:
        """Return who is shown, in order."""
        return self._ids

    def member(self, index: Index) -> Member | None:
        """Return who stands in a row."""
        return self.members.all.get(self._ids[index.row()]) if index.isValid() else None

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Return the rows in which members stand, as far as they are shown."""
        if self._row_of is None:
            self._row_of = {one: row for row, one in enumerate(self._ids)}
        return [self._row_of[one] for one in ids if one in self._row_of]

    def persona_name(self, member: Member) -> str:
        """Return the persona of a member in words."""
        if not member.persona:
            return tr("members.persona.none")
        persona = self.members.personas.get(member.persona)
        return persona.name if persona else tr("members.persona.deleted")

    def state_name(self, member: Member) -> str:
        """Return the state of a member in words, "" for none."""
        state = self.members.states.get(member.state)
        return state.name if state else ""

    def _spoken(self, member: Member) -> str:
        parts = [member.name, self.persona_name(member), self.state_name(member)]
        if member.joined:
            parts.append(tr("members.joined.on", day=day(member.joined, "d MMMM yyyy")))
        return ", ".join(part for part in parts if part)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        member = self.member(index)
        if member is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return member
            case Qt.ItemDataRole.DisplayRole:
                return member.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(member)
            case Qt.ItemDataRole.ToolTipRole:
                known = (f"{source}: {name}" if source else name for source, name in member.handles)
                return plain_tooltip("\n".join((member.name, *known, *member.emails)))
        return None
