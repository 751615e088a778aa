"""Starts the program with a window: it is painted first, everything slow is imported afterwards."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

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


class Lent(NamedTuple):
    """What `main` lends to the window; no dataclass, whose making would delay the first paint by 2 ms."""

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
    if may_have_window() and _handed_over(path):
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
        self._log: Callable[[], None] | None = None

    def show(self) -> None:
        """Show the frame, where it was when it was closed."""
        self.frame.painted.connect(self._on_painted)
        self.frame.show_at_place(self._settings)

    def _on_painted(self) -> None:
        self._lent.mark("painted")
        QTimer.singleShot(0, self._fill)

    def _fill(self) -> None:
        """Put the program into the frame; things made while it starts are no garbage, so nobody looks for any."""
        gc.disable()
        from widgets.shell.program import Program, Surroundings

        logs = platformdirs.user_log_path(NAME, appauthor=False)
        lent = self._lent
        around = Surroundings(
            self._settings, lent.load, lent.launch, config_folder(), logs, lent.version, self._start_log
        )
        program = self.program = Program(self.frame, around)
        program.crash.install()
        program.ready.connect(lambda: QTimer.singleShot(0, self._on_ready))
        program.begin(self._path)

    def _on_ready(self) -> None:
        """Do what can wait until the person can work."""
        self._lent.mark("ready")
        from widgets.common.focus_ring import FocusRing
        from widgets.common.icon_files import remove_icon_files
        from widgets.shell.garbage import GarbageHours

        self._start_log()
        self._ring = FocusRing(self._app)
        self._app.aboutToQuit.connect(remove_icon_files)
        GarbageHours(self._app)

    def _start_log(self) -> None:
        if self._log is None:
            from widgets.shell.log import start_log, watch_native_crashes

            logs = platformdirs.user_log_path(NAME, appauthor=False)
            self._log = start_log(logs)
            watch_native_crashes(logs)


def _last(settings: ComputerSettings) -> Path | None:
    recent = settings.recent()
    return recent[0] if recent and recent[0].exists() else None


def _handed_over(path: Path | None) -> bool:
    from widgets.shell.instance import hand_over

    return hand_over(path)
