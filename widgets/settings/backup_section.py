"""Copies of the playbook that the program makes by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from app.errors import KnownError
from app.message import say
from app.playbook.files import Backup
from app.store import Store
from widgets.common.desk import Desk
from widgets.common.icons import icon, put_icon
from widgets.common.switch import Switch
from widgets.common.words import locale, show, tr
from widgets.settings.section import Section


class BackupSection(Section):
    """Automatic backups, where they lie, and the last one.

    Signals:
        folder_requested: the folder is to be shown to the person (its path).
    """

    folder_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._store: Store | None = None
        self._folder: Path | None = None
        self._automatic = Switch()
        self._show, self._now = QPushButton(), QPushButton()
        put_icon(self._show, icon("folder-open"), 14)
        put_icon(self._now, icon("shield-check"), 14)
        for button in (self._show, self._now):
            button.setProperty("look", "small")
        self._automatic_row = self.add_row(self._automatic)
        self._folder_row = self.add_row(self._show)
        self._last_row = self.add_row(self._now)
        self._automatic.toggled.connect(lambda on: desk.settings.set("automatic_backup", on))
        self._show.clicked.connect(lambda: self.folder_requested.emit(str(self._folder)))
        self._now.clicked.connect(self._on_now)

    def show_store(self, store: Store | None) -> None:
        """Show the backups of a playbook."""
        self._store = store
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen and what is there."""
        self._automatic.blockSignals(True)
        self._automatic.setChecked(bool(self._desk.settings.get("automatic_backup", True)))
        self._automatic.blockSignals(False)
        backups = self._desk.playbooks.backups(self._store.path) if self._store is not None else ()
        self._folder = backups[0].file.parent if backups else None
        self._now.setEnabled(self._store is not None)
        self._show.setEnabled(self._folder is not None)
        size = locale().formattedDataSize(
            sum(backup.bytes for backup in backups), 1, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        where = str(self._folder) if self._folder else "–"
        self._folder_row.set_texts(
            tr("settings.backups.folder"), tr("settings.backups.folder.note", n=len(backups), folder=where, size=size)
        )
        self._last_row.set_texts(tr("settings.backups.last"), _told(backups[0] if backups else None))

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("settings.backups"))
        self._automatic_row.set_texts(tr("settings.backups.auto"), tr("settings.backups.auto.note"))
        self._automatic.setAccessibleName(tr("settings.backups.auto"))
        self._show.setText(tr("settings.backups.show"))
        self._now.setText(tr("settings.backups.now"))
        self.refresh()

    def _on_now(self) -> None:
        if self._store is None:
            return
        try:
            self._desk.playbooks.back_up(self._store.path, "manual")
        except KnownError as error:
            self._desk.fail(error)
            return
        self._desk.tell(say("settings.backups.made"))
        self.refresh()


def _told(backup: Backup | None) -> str:
    if backup is None:
        return tr("settings.backups.last.none")
    return tr("settings.backups.last.note", when=show(backup.made.astimezone()))
