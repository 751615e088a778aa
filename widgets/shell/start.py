"""Starts the program with a window: it is painted first, everything slow is imported afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.frame import Frame
from widgets.shell.instance_name import may_have_window

if TYPE_CHECKING:
    from app.playbook.files import Playbooks
    from widgets.shell.program import Program

NAME: Final = "sedyanka"


@dataclass(frozen=True, slots=True)
class Lent:
    """What `main` lends to the window."""

    load: Callable[[], Playbooks]  # imports storage: slow, so it runs in a thread
    launch: Sequence[str]  # how a window of its own is started
    version: str
    mark: Callable[[str], None]  # is told "painted" and "ready", for who measures


def run(path: Path | None, lent: Lent) -> int:
    """Show the window of a playbook, by default of the one used last, until it closes; return the exit code."""
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    settings = ComputerSettings(config_folder() / "settings.json")
    path = path.absolute() if path is not None else _last(settings)
    if may_have_window() and _raised(path):
        return 0
    start = Start(app, settings, path, lent)
    start.show()
    return app.exec()


def config_folder() -> Path:
    """Return where the settings of this computer are."""
    return platformdirs.user_config_path(NAME, appauthor=False)


class Start:
    """A window that is shown, and the program that fills it after its first paint."""

    def __init__(self, app: QApplication, settings: ComputerSettings, path: Path | None, lent: Lent) -> None:
        self._app = app
        self._settings = settings
        self._path = path
        self._lent = lent
        self.frame = Frame(settings)
        self.program: Program | None = None

    def show(self) -> None:
        """Show the frame, where it was when it was closed."""
        self.frame.painted.connect(self._fill)
        self.frame.show_at_place(self._settings)

    def _fill(self) -> None:
        self._lent.mark("painted")
        from widgets.common.focus_ring import FocusRing
        from widgets.common.icon_files import remove_icon_files
        from widgets.shell.log import start_log
        from widgets.shell.program import Program, Surroundings

        logs = platformdirs.user_log_path(NAME, appauthor=False)
        lent = self._lent
        around = Surroundings(self._settings, lent.load, lent.launch, config_folder(), logs, lent.version)
        program = self.program = Program(self.frame, around)
        start_log(logs)
        program.crash.install()
        self._ring = FocusRing(self._app)
        self._app.aboutToQuit.connect(remove_icon_files)
        program.ready.connect(lambda: QTimer.singleShot(0, lambda: lent.mark("ready")))
        program.begin(self._path)


def _last(settings: ComputerSettings) -> Path | None:
    recent = settings.recent()
    return recent[0] if recent and recent[0].exists() else None


def _raised(path: Path | None) -> bool:
    from widgets.shell.instance import raise_other_window

    return raise_other_window(path)
