"""The settings page: sections in one column, a list of them at the left, a preview at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.playbook import settings as playbook_settings
from app.playbook.playbook import PLAYBOOK_ID, Playbook, WeekCapacity
from app.store import Changes, Store
from widgets.common.desk import Desk
from widgets.common.empty_state import EmptyState
from widgets.common.icons import icon, put_icon
from widgets.common.page import Page
from widgets.common.page_header import PageHeader
from widgets.common.popover import Popover
from widgets.common.search_field import SearchField
from widgets.common.words import tr
from widgets.settings.backup_section import BackupSection
from widgets.settings.calendar_section import CalendarSection
from widgets.settings.countries import Countries
from widgets.settings.look_section import LookSection
from widgets.settings.preview_panel import PreviewPanel
from widgets.settings.privacy_section import AboutSection, PrivacySection
from widgets.settings.section import Section

LIST_WIDTH, ENTRY = 216, 33
USUAL: Final = {"theme": "system", "text_scale": 1.0, "reduce_motion": False, "weekend_columns": "narrow"}
ROOM_FOR_PREVIEW = 1180
ICONS = ("palette", "calendar", "shield-check", "lock", "info")


class SettingsPage(Page):
    """What can be set for this computer and for the playbook.

    Signals:
        config_folder_requested, logs_requested: a folder of the program is to be shown.
    """

    config_folder_requested = Signal()
    logs_requested = Signal()

    def __init__(self, desk: Desk, today: date, version: str) -> None:
        super().__init__(desk)
        self._store: Store | None = None
        self._unsubscribe = _nothing
        self._look = LookSection(desk.settings)
        self._calendar = CalendarSection(desk.settings)
        self._backups = BackupSection(desk)
        self._privacy = PrivacySection(desk.settings)
        self._about = AboutSection(version)
        self._preview = PreviewPanel(today)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    @override
    def refresh(self) -> None:
        """Show what is chosen now; the window calls this when a setting of the computer changed."""
        self._look.refresh()
        self._calendar.refresh()
        self._backups.refresh()
        self._preview.refresh(equal=self.desk.settings.get("weekend_columns", "narrow") == "equal")

    def _sections(self) -> Sequence[Section]:
        return (self._look, self._calendar, self._backups, self._privacy, self._about)

    def _build(self) -> None:
        self._header = PageHeader()
        self._folder = QPushButton()
        put_icon(self._folder, icon("folder-open"))
        self._folder.setProperty("look", "ghost")
        self._search = SearchField()
        self._list = QListWidget()
        self._list.setProperty("look", "nav")
        self._list.setIconSize(QSize(16, 16))
        for name in ICONS:
            QListWidgetItem(icon(name, "text_muted", "accent"), "", self._list).setSizeHint(QSize(0, ENTRY))
        self._list.setCurrentRow(0)
        self._nothing = EmptyState()
        self._nothing.hide()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("bg")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _arrange(self) -> None:
        self._header.add_action(self._folder)
        left = QWidget()
        left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 12, 8, 12)
        around = QHBoxLayout()
        around.setContentsMargins(2, 0, 2, 2)
        around.addWidget(self._search)
        column.addLayout(around)
        column.addWidget(self._list, 1)
        inner = QWidget()
        inner.setObjectName("bg")
        sections = QVBoxLayout(inner)
        sections.setContentsMargins(28, 16, 28, 16)
        sections.setSpacing(0)
        for section in self._sections():
            section.setMaximumWidth(820)
            sections.addWidget(section)
        sections.addWidget(self._nothing)
        sections.addStretch()
        self._scroll.setWidget(inner)
        body = QHBoxLayout()
        body.setSpacing(0)
        edge = QFrame()
        edge.setProperty("look", "line")
        edge.setFixedWidth(1)
        body.addWidget(left)
        body.addWidget(edge)
        body.addWidget(self._scroll, 1)
        body.addWidget(self._preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self._folder.clicked.connect(self.config_folder_requested)
        self._privacy.logs_requested.connect(self.logs_requested)
        self._backups.folder_requested.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
        self._calendar.countries_requested.connect(self._on_countries_requested)
        self._search.textChanged.connect(self._on_searched)
        self._preview.usual_requested.connect(self._on_usual_requested)
        self._nothing.asked.connect(self._search.clear)
        self._list.currentRowChanged.connect(self._on_section_chosen)

    def _on_usual_requested(self) -> None:
        for name, value in USUAL.items():
            self.desk.settings.set(name, value)
        self.refresh()

    def _on_section_chosen(self, row: int) -> None:
        if row >= 0:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(min(bar.maximum(), self._sections()[row].y() - 16))

    def _on_searched(self, words: str) -> None:
        found = [section.show_matching(words) for section in self._sections()]
        self._nothing.setVisible(not any(found))
        self._nothing.set_texts(tr("settings.nothing", words=words), tr("settings.clear"))

    def _on_countries_requested(self, button: QWidget) -> None:
        if self._store is None:
            return
        store = self._store
        chosen = store.of(Playbook).get(PLAYBOOK_ID).holidays
        countries = Countries(chosen)
        countries.chosen.connect(lambda codes: playbook_settings.set_holidays(store, codes))
        Popover(countries, self).open_at(button.rect(), button)

    def _on_store_changed(self, changes: Changes) -> None:
        if Playbook in changes or WeekCapacity in changes:
            self._calendar.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._preview.setVisible(self.width() >= ROOM_FOR_PREVIEW)
        super().resizeEvent(event)

    @override
    def attach(self, store: Store | None) -> None:
        self._unsubscribe()
        self._unsubscribe = store.subscribe(self._on_store_changed) if store is not None else _nothing
        self._store = store
        self._calendar.show_store(store)
        self._backups.show_store(store)

    @override
    def retranslate(self) -> None:
        self._header.set_texts(tr("settings.title"), tr("settings.subtitle"))
        self._folder.setText(tr("settings.folder.config"))
        self._search.set_texts(tr("settings.find"))
        self._list.setAccessibleName(tr("settings.sections"))
        for section in self._sections():
            section.retranslate()
        for row, section in enumerate(self._sections()):
            self._list.item(row).setText(section.heading.text())
        self._preview.retranslate()
        self.refresh()


def _nothing() -> None:
    """Stand where there is nothing to end."""
