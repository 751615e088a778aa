"""What this computer remembers, and what the program never does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from widgets.common.desk import Settings
from widgets.common.icons import icon, put_icon
from widgets.common.words import tr
from widgets.settings.section import Section


class PrivacySection(Section):
    """Recent files, logs, and the promise about the network.

    Signals:
        logs_requested: the folder of the log is to be shown.
    """

    logs_requested = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._clear, self._logs = QPushButton(), QPushButton()
        put_icon(self._logs, icon("folder-open"), 14)
        for button in (self._clear, self._logs):
            button.setProperty("look", "small")
        self._recent_row = self.add_row(self._clear)
        self._log_row = self.add_row(self._logs)
        self._network_row = self.add_row()
        self._clear.clicked.connect(lambda: settings.set("recent", []))
        self._logs.clicked.connect(self.logs_requested)

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("settings.privacy"))
        self._recent_row.set_texts(tr("settings.privacy.recent"), tr("settings.privacy.recent.note"))
        self._log_row.set_texts(tr("settings.privacy.log"), tr("settings.privacy.log.note"))
        self._network_row.set_texts(tr("settings.privacy.network"), tr("settings.privacy.network.note"))
        self._clear.setText(tr("settings.privacy.clear"))
        self._logs.setText(tr("settings.backups.show"))
        self._logs.setAccessibleName(f"{tr('settings.backups.show')}: {tr('settings.privacy.log')}")


class AboutSection(Section):
    """Version and licences."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self._version = version
        self._row = self.add_row()

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("settings.about"))
        self._row.set_texts(tr("settings.about.version", version=self._version), tr("settings.about.note"))
