"""The numbers in the rail: what waits on a page, also while it was never shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.playbook.playbook import Playbook
from app.store import Changes, Store
from app.tasks.due import pressing
from app.tasks.task import Task
from widgets.common.words import count, tr
from widgets.shell.rail import Rail

HOUR: Final = 3_600_000  # ms: a day ends while the window stays open


class Badges(QObject):
    """Counts after every change that matters, when the person comes back to the window, and every hour."""

    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail
        self._store: Store | None = None
        self._end: Callable[[], None] | None = None
        self._clock = QTimer(self, interval=HOUR)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def attach(self, store: Store | None) -> None:
        """Count in another playbook, or in none."""
        if self._end:
            self._end()
        self._store, self._end = store, store.subscribe(self._on_changes) if store else None
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        due, late = pressing(self._store) if self._store else (0, 0)
        words = tr("shell.badge.tasks", n=due) if due else ""
        self._rail.show_badge("tasks", count(due) if due else "", words, alert=late > 0)

    def _on_changes(self, changes: Changes) -> None:
        if Task in changes or Playbook in changes:
            self.refresh()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.refresh()
