"""Copies of the open playbook: half an hour after a change, and when it is closed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import KnownError
from app.message import say
from app.playbook.files import Playbooks
from app.store import Changes, Store
from widgets.common.desk import Settings
from widgets.shell.computer_settings import AUTOMATIC_BACKUP

AFTER: Final = 30 * 60 * 1000  # ms from the first change that is in no copy


class Safekeeping(QObject):
    """Watches one playbook. SQLite copies in a thread of its own, so that the window never waits.

    Signals:
        failed: a copy could not be made (a KnownError).
        copied: a copy was made.
    """

    failed = Signal(object)
    copied = Signal()

    def __init__(self, playbooks: Playbooks, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playbooks = playbooks
        self._settings = settings
        self._store: Store | None = None
        self._changed = False
        self._trying = False  # stays so when a copy at close breaks in a way that nobody foresaw
        self._end: Callable[[], None] | None = None
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._on_time)

    def watch(self, store: Store) -> None:
        """Begin to keep a playbook safe."""
        self._store, self._changed, self._trying = store, False, False
        self._end = store.subscribe(self._on_changed)

    def leave(self) -> None:
        """Stop watching."""
        self._timer.stop()
        if self._end is not None:
            self._end()
        self._store = self._end = None

    def copy_at_close(self) -> None:
        """Copy what changed since the last copy; KnownError when that cannot be done, or broke the time before."""
        if self._thread is not None:
            self._thread.join()
        if self._store is None or not self._changed or not self._wanted():
            return
        broke, self._trying = self._trying, False
        if broke:  # it was told; whoever closes again must not meet the same error for ever
            raise KnownError(say("shell.copy_broke"))
        self._trying = True
        try:
            self._playbooks.back_up(self._store.path, "close")
        except KnownError:
            self._trying = False
            raise
        self._trying = self._changed = False

    def _wanted(self) -> bool:
        return bool(self._settings.get(AUTOMATIC_BACKUP, True))

    def _on_changed(self, _changes: Changes) -> None:
        self._changed = True
        if not self._timer.isActive():
            self._timer.start()

    def _on_time(self) -> None:
        if self._store is not None and self._wanted():
            self._changed = False
            self._thread = threading.Thread(target=self._copy, args=(self._store,), name="backup", daemon=True)
            self._thread.start()

    def _copy(self, store: Store) -> None:
        try:
            self._playbooks.back_up(store.path, "automatic")
        except KnownError as error:
            self._changed = True
            self.failed.emit(error)
        else:
            self.copied.emit()
