"""The real program whose pages are asked for one edit after the other; each published change is acknowledged in a file.

Run by `kill_loop`, which ends it at any moment: `python -m tests.journeys.editor BOOK ACKNOWLEDGED`.
"""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication

from app.calendar.event import Event, Scope
from storage.playbooks import SqlPlaybooks
from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.start import Lent, Start

EVERY_MS = 4
TITLES = 8  # so many events are edited in turn


class Editor:
    """Moves events by the intents of the canvas and writes titles by the action of the inspector."""

    def __init__(self, book: Path, acknowledged: Path) -> None:
        self._app = QApplication([])
        settings = ComputerSettings(acknowledged.with_suffix(".json"))
        self._start = Start(self._app, settings, book, Lent(SqlPlaybooks, (), "0", self._on_mark))
        self._acks = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._edit)
        self._numbers = count(1)

    def run(self) -> int:
        self._start.show()
        return self._app.exec()

    def _on_mark(self, what: str) -> None:
        if what != "ready":
            return
        program = self._start.program
        assert program is not None
        page = program.window.pages.get("calendar")
        assert page is not None
        self._page, self._store = page, page.open_store()
        singles = [e.id for e in self._store.of(Event).all() if not e.repeats and e.day is not None and e.days == 1]
        self._ids = sorted(singles)[:TITLES]
        self._store.subscribe(self._on_changed)
        self._timer.start()

    def _edit(self) -> None:
        from app.calendar.actions import edit

        number = next(self._numbers)
        event_id = self._ids[number % len(self._ids)]
        if number % 3:
            edit(self._store, (event_id, ""), Scope.ONLY_THIS, title=f"edit {number}")
        else:
            day = date(2027, 3, 1) + timedelta(days=number % 90)
            self._page.views.current.move_requested.emit([(event_id, "")], day, QRect())

    def _on_changed(self, changes: dict[type, frozenset[str]]) -> None:
        for event in self._store.of(Event).some(changes.get(Event, ())):
            os.write(self._acks, f"{event.id}\t{event.title}\t{event.day}\n".encode())


if __name__ == "__main__":
    sys.exit(Editor(Path(sys.argv[1]), Path(sys.argv[2])).run())
