"""The real program without a display: a window that nobody sees, with settings of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.errors import BugError
from app.playbook.files import Playbooks
from widgets.shell.computer_settings import LANGUAGE, REDUCE_MOTION, THEME, ComputerSettings
from widgets.shell.pages import CALENDAR
from widgets.shell.start import Lent, Start

if TYPE_CHECKING:
    from widgets.calendar.canvas.painted import PaintedCanvas
    from widgets.calendar.page import CalendarPage
    from widgets.shell.program import Program

READY: Final = "ready"  # what the window says when it can be used
PATIENCE: Final = 60.0  # seconds for whatever is waited for


class Offscreen:
    """One window; it opens one playbook after the other and leaves no trace on the computer but its log."""

    def __init__(self, playbooks: Playbooks, folder: Path, version: str, size: tuple[int, int], scale: float) -> None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(scale)
        self._app = cast("QApplication", QApplication.instance() or QApplication(["sedyanka"]))
        self._playbooks, self._version, self._size = playbooks, version, size
        self._settings = ComputerSettings(folder / "settings.json")
        self._settings.set(REDUCE_MOTION, True)
        self._program: Program | None = None

    @property
    def program(self) -> Program:
        """What runs in the window."""
        if self._program is None:
            raise BugError("no window")
        return self._program

    @property
    def page(self) -> CalendarPage:
        """The calendar page."""
        return cast("CalendarPage", self.program.window.pages.get(CALENDAR.id))

    @property
    def view(self) -> PaintedCanvas:
        """The days of the calendar page."""
        return cast("PaintedCanvas", self.page.views.current)

    def open(self, path: Path) -> None:
        """Show a playbook on the calendar page."""
        if self._program is None:
            self._program = self._started(path)
        else:
            self._program.opening.close_file()
            self._program.opening.open_file(path)
        self._program.go(CALENDAR.id, "")
        self.settle()

    def speak(self, language: str) -> None:
        """Show everything in another language."""
        self._settings.set(LANGUAGE, language)
        self.settle()

    def dress(self, theme: str) -> None:
        """Show everything in another theme."""
        self._settings.set(THEME, theme)
        self.settle()

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Let the window do all that waits, and more until something is so."""
        end = time.monotonic() + PATIENCE
        for _ in range(5):
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        while not until() and time.monotonic() < end:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def take_picture(self, path: Path) -> None:
        """Save what the window looks like."""
        self.settle()
        if not self.program.window.window().grab().save(str(path)):
            raise BugError(f"{path} cannot be written")

    def close(self) -> None:
        """Close the window."""
        self.program.quit()
        self.settle()

    def _started(self, path: Path) -> Program:
        loop = QEventLoop()
        lent = Lent(lambda: self._playbooks, (), self._version, lambda what: loop.quit() if what == READY else None)
        start = Start(self._app, self._settings, path, lent)
        start.show()
        QTimer.singleShot(round(PATIENCE * 1000), loop.quit)
        loop.exec()
        if start.program is None or not start.program.has_file():
            raise BugError("the window did not get ready")
        start.program.window.window().resize(*self._size)
        return start.program
