"""Imports storage in a thread while the window is already painted, and lends it to whoever asks before it is there."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from app.errors import BugError
from app.playbook.files import Playbooks


class StorageLoader(QObject):
    """Loads what opens playbooks, once.

    Signals:
        loaded: it is there.
    """

    loaded = Signal()

    def __init__(self, load: Callable[[], Playbooks], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._playbooks: Playbooks | None = None
        self._thread = threading.Thread(target=self._run, name="storage", daemon=True)

    def start(self) -> None:
        """Begin to load."""
        self._thread.start()

    def get(self) -> Playbooks:
        """Return it, after waiting when need be."""
        if self._thread.ident is None:
            self._thread.start()
        self._thread.join()
        if self._playbooks is None:
            raise BugError("storage could not be imported; the log says why")
        return self._playbooks

    def lent(self) -> Playbooks:
        """Return what behaves as the playbooks and waits for them on first use."""
        return cast("Playbooks", _Lent(self))

    def _run(self) -> None:
        try:
            self._playbooks = self._load()
        finally:
            self.loaded.emit()


class _Lent:
    def __init__(self, loader: StorageLoader) -> None:
        self._loader = loader

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader.get(), name)
