"""Backups as Qt sees them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from typing_extensions import override

from app.playbook.files import Backup, BackupState
from widgets.common.elided_label import plain_tooltip
from widgets.common.words import clock, day, locale, tr

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = 5
LOOK: Final = Qt.ItemDataRole.UserRole  # (icon, colour role, whether it can be restored)
STATE_TEXTS: Final = {
    BackupState.VERIFIED: "recovery.state.verified",
    BackupState.UNCHECKED: "recovery.state.unchecked",
    BackupState.UNREADABLE: "recovery.state.unreadable",
}
STATE_LOOKS: Final = {
    BackupState.VERIFIED: ("shield-check", "success_text"),
    BackupState.UNCHECKED: ("shield", "text_muted"),
    BackupState.UNREADABLE: ("shield-x", "danger_text"),
}
REASON_TEXTS: Final = {
    "automatic": "recovery.reason.automatic",
    "close": "recovery.reason.close",
    "manual": "recovery.reason.manual",
    "migration": "recovery.reason.migration",
    "restore": "recovery.reason.restore",
    "import": "recovery.reason.import",
}
COUNT_TEXTS: Final = {
    "event": "recovery.count.events",
    "persona": "recovery.count.personas",
    "program": "recovery.count.programs",
    "tactic": "recovery.count.tactics",
    "kpi": "recovery.count.kpis",
}
HEAD_TEXTS: Final = (
    "recovery.head.made",
    "recovery.head.size",
    "recovery.head.holds",
    "recovery.head.lost",
    "recovery.head.state",
)


class BackupModel(QAbstractTableModel):
    """One row a backup: when and why, size, what it holds, what would be lost, whether it can be trusted."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._backups: list[Backup] = []

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show backups, newest first."""
        self.beginResetModel()
        self._backups = list(backups)
        self.endResetModel()

    def backup(self, row: int) -> Backup | None:
        """Return the backup of a row."""
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _text(self, backup: Backup, column: int) -> str:
        match column:
            case 0:
                reason = tr(REASON_TEXTS.get(backup.reason, "recovery.reason.automatic"))
                return f"{_moment(backup.made.astimezone(), self._now.astimezone())}\n{reason}"
            case 1:
                return size_in_words(backup.bytes)
            case 2:
                unreadable = backup.state == BackupState.UNREADABLE
                return tr("recovery.holds.nothing") if unreadable else counts_in_words(backup.counts)
            case 3:
                return self._lost(backup)
            case _:
                return tr(STATE_TEXTS[backup.state])

    def _lost(self, backup: Backup) -> str:
        if backup.steps_lost is not None:
            return tr("recovery.loses", n=backup.steps_lost) if backup.steps_lost else tr("recovery.loses.nothing")
        if backup.state == BackupState.UNREADABLE:
            return ""
        return tr("recovery.older", n=max(1, (self._now - backup.made).days))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._backups)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        backup = self._backups[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(backup, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._text(backup, index.column()).replace("\n", ", ")
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self._text(backup, index.column()))
            case _ if role == LOOK:
                return (*STATE_LOOKS[backup.state], backup.state != BackupState.UNREADABLE)
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(80, 44)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEAD_TEXTS[section])
        return None


def counts_in_words(counts: Sequence[tuple[str, int]]) -> str:
    """Say what a file holds: "69 events, 3 personas"."""
    return ", ".join(tr(COUNT_TEXTS[name], n=number) for name, number in counts if name in COUNT_TEXTS and number)


def size_in_words(size: int) -> str:
    """Say how large a file is: "6.4 MB"."""
    return locale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _moment(made: datetime, now: datetime) -> str:
    at = clock(made.time())
    if made.date() == now.date():
        return tr("recovery.today", at=at)
    if made.date() == now.date() - timedelta(days=1):
        return tr("recovery.yesterday", at=at)
    return f"{day(made.date(), 'ddd d MMM')} {at}"
