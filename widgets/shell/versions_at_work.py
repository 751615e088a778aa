"""Keeps what the guide and the personas of the open playbook said before they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from app.errors import KnownError
from app.store import Changes, Store
from widgets.common.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.playbook.revising import Keeper

FIRST: Final = 1500  # ms after opening until the documents are read: nothing of them before the first page shows
PAUSE: Final = 1000  # ms: typing is looked at once it rests


class VersionsAtWork(QObject):
    """Reads what the documents say once a playbook is open, and looks again after changes."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._store: Store | None = None
        self._keeper: Keeper | None = None
        self._end: Callable[[], None] | None = None
        self._waiting: dict[type[Any], frozenset[str]] = {}
        self._first = QTimer(self, singleShot=True, interval=FIRST)
        self._first.timeout.connect(self.begin)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)

    def attach(self, store: Store | None) -> None:
        """Keep what another playbook says, or none; nothing of one that cannot be written."""
        if store is self._store:
            return
        self._leave()
        if store is not None and not store.read_only:
            self._store = store
            self._end = store.subscribe(self._on_changes)
            self._first.start()

    def begin(self) -> None:
        """Read what the documents say now."""
        self._first.stop()
        if self._store is None or self._keeper is not None:
            return
        from app.guide.versions.written import SOURCE as GUIDE
        from app.personas.versions import SOURCE as PERSONAS
        from app.playbook.revising import Keeper

        self._keeper = Keeper(self._store, (GUIDE, PERSONAS))

    def look(self) -> None:
        """Keep what was said before the changes that were made."""
        self._pause.stop()
        waiting, self._waiting = self._waiting, {}
        if self._keeper is None or not waiting:
            return
        try:
            self._keeper.look(waiting)
        except KnownError as error:
            self._desk.fail(error)

    def _on_changes(self, changes: Changes) -> None:
        if self._keeper is not None:
            self._waiting.update(changes)
            self._pause.start()

    def _leave(self) -> None:
        self._first.stop()
        self.look()
        if self._end is not None:
            self._end()
        self._store = self._keeper = self._end = None
