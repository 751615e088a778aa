"""The real window on a playbook, started as `main.py` starts it, for benchmarks that need what a person sees."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.store import Changes, Store
from storage.playbooks import SqlPlaybooks
from tests.benchmarks.reference import world
from widgets.calendar.page import CalendarPage
from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.frame import Frame
from widgets.shell.pages import CALENDAR
from widgets.shell.program import Program
from widgets.shell.start import Lent, Start

PATIENCE = 120  # seconds
SIZE = (1440, 900)
QUIET = 0.4  # seconds after which what waits for the first paint has come
EVERY = 2  # ms between two beats of the heart


class OpenWindow:
    """A window that shows the calendar of a playbook; one for each process."""

    def __init__(self, book: Path, home: Path) -> None:
        os.environ |= world(home)
        self.app = QApplication.instance() or QApplication(["sedyanka"])
        settings = ComputerSettings(home / "settings.json")
        for name, value in {"language": "en", "theme": "light"}.items():
            settings.set(name, value)
        self._marks: list[str] = []
        lent = Lent(SqlPlaybooks, ("true",), "0", self._marks.append)
        self._start = Start(self.app, settings, book, lent)
        self.frame.resize(*SIZE)
        self._start.show()
        self.until(lambda: "ready" in self._marks)
        self.page.side.inspector.flush()
        self.rest()
        self._paints = _Paints()
        self.commit = 0.0
        listeners = self.store._publisher._listeners  # type: ignore[attr-defined]
        listeners.insert(0, self._on_committed)  # before whoever shows what changed

    @property
    def frame(self) -> Frame:
        return self._start.frame

    @property
    def program(self) -> Program:
        assert self._start.program is not None
        return self._start.program

    @property
    def page(self) -> CalendarPage:
        page = self.program.window.pages.get(CALENDAR.id)
        assert isinstance(page, CalendarPage)
        return page

    @property
    def store(self) -> Store:
        return self.page.open_store()

    def until(self, test: Callable[[], object]) -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + PATIENCE
        while not test():
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a loop that runs does by itself
            assert time.monotonic() < end, "nothing happened any more"

    def rest(self, seconds: float = QUIET) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def painted(self, work: Callable[[], object], what: QWidget | None = None) -> float:
        """Do something; return the milliseconds until the page, or another part of the window, shows it."""
        begin = time.perf_counter()
        work()
        self.until_painted(what or self.page.views.current)
        return (time.perf_counter() - begin) * 1000

    def until_painted(self, what: QWidget) -> None:
        """Let the window live until a part of it is painted; all parts that changed are, before this returns."""
        self._paints.watch(what)
        self.until(lambda: self._paints.seen)
        self._paints.leave()

    def since_commit(self) -> float:
        """Return the milliseconds since the store kept something last."""
        return (time.perf_counter() - self.commit) * 1000

    @contextmanager
    def heartbeat(self) -> Iterator[list[float]]:
        """Give a list that holds, in the end, the longest time (ms) for which the window could do nothing else."""
        longest, last = [0.0], time.perf_counter()

        def beat() -> None:
            nonlocal last
            now = time.perf_counter()
            longest[0] = max(longest[0], (now - last) * 1000)
            last = now

        heart = QTimer()
        heart.timeout.connect(beat)
        heart.start(EVERY)
        yield longest
        beat()
        heart.stop()

    def close(self) -> None:
        self.program.quit()
        self.rest(0)

    def _on_committed(self, _changes: Changes) -> None:
        self.commit = time.perf_counter()


class _Paints(QObject):
    """Sees when a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False
        self._widget: QWidget | None = None

    def watch(self, widget: QWidget) -> None:
        self.seen, self._widget = False, widget
        widget.installEventFilter(self)

    def leave(self) -> None:
        assert self._widget is not None
        self._widget.removeEventFilter(self)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False
