"""Makes the pages and connects what some of them ask the window for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from widgets.common.desk import Desk
from widgets.common.page import Page
from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.looks import Looks
from widgets.shell.opening import Opening, show_folder
from widgets.shell.pages import EVERY, make

if TYPE_CHECKING:
    from widgets.playbook.recovery_page import RecoveryPage


class PageFactory:
    """Knows which page needs more than the desk."""

    def __init__(self, desk: Desk, opening: Opening, looks: Looks, folders: tuple[Path, Path], version: str) -> None:
        self._desk = desk
        self._opening = opening
        self._looks = looks
        self._config, self._logs = folders
        self._version = version

    def make(self, id: str) -> Page:
        """Make a page."""
        match id:
            case "start":
                return self._start()
            case "settings":
                return self._settings()
            case "recovery":
                return self._recovery()
            case _:
                return make(EVERY[id], self._desk)

    def _start(self) -> Page:
        from widgets.playbook.start_page import StartPage
        from widgets.shell.offers import offers

        page = StartPage(self._desk, offers)
        page.template_chosen.connect(self._opening.begin)
        page.sample_requested.connect(self._opening.begin_sample)
        page.open_requested.connect(self._opening.ask_file)
        page.import_requested.connect(lambda: self._desk.go("import", ""))
        page.empty_requested.connect(lambda: self._opening.begin(""))
        page.recent_chosen.connect(lambda file: self._opening.open_file(Path(file)))
        page.language_chosen.connect(self._looks.choose_language)
        page.theme_chosen.connect(self._looks.choose_theme)
        if isinstance(self._desk.settings, ComputerSettings):
            page.show_recent([file for file in self._desk.settings.recent() if file.exists()])
        return page

    def _settings(self) -> Page:
        from widgets.settings.page import SettingsPage

        page = SettingsPage(self._desk, datetime.now().astimezone().date(), self._version)
        page.config_folder_requested.connect(lambda: show_folder(self._config))
        page.logs_requested.connect(lambda: show_folder(self._logs))
        return page

    def _recovery(self) -> Page:
        from widgets.playbook.recovery_page import RecoveryPage

        page = RecoveryPage(self._desk, datetime.now().astimezone())
        page.restore_requested.connect(lambda backup: self._opening.restore(Path(backup)))
        page.read_only_requested.connect(self._opening.look_at_damaged)
        page.closed.connect(self._on_damaged_left)
        page.other_folder_requested.connect(self._opening.look_for_backups)
        page.export_requested.connect(lambda: self._on_export(page))
        page.show_file_requested.connect(self._opening.show_damaged)
        return page

    def _on_export(self, page: RecoveryPage) -> None:
        if exported := self._opening.export_readable():
            page.show_salvaged(*exported)

    def _on_damaged_left(self) -> None:
        self._opening.close_file()
        self._desk.go("start", "")
