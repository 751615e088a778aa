"""Runs the rules of the open playbook: soon after a change, at start-up, and when another day begins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.errors import KnownError
from app.message import Message, say
from app.store import Changes, Store
from app.workflows.rule import Rule
from widgets.common.desk import Desk

if TYPE_CHECKING:
    from app.workflows.rules.runner import Runner

HOUR: Final = 3_600_000  # ms: a day ends while the window stays open
SOON: Final = 400  # ms until rules are looked at first: nothing of them before the first page shows


class RulesAtWork(QObject):
    """Makes a runner once a playbook has rules, and lets it work when nothing else is to be done."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._store: Store | None = None
        self._runner: Runner | None = None
        self._end: Callable[[], None] | None = None
        self._work = QTimer(self, singleShot=True, interval=0)
        self._work.timeout.connect(self.work)
        self._first = QTimer(self, singleShot=True, interval=SOON)
        self._first.timeout.connect(self.look)
        self._clock = QTimer(self, interval=HOUR)
        self._clock.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def attach(self, store: Store | None) -> None:
        """Run the rules of another playbook, or of none; in one that cannot be written nothing runs."""
        self._leave()
        if store is not None and not store.read_only:
            self._store = store
            self._end = store.subscribe(self._on_changes)
            self._first.start()
            self._clock.start()

    def look(self) -> None:
        """Catch up with the days that passed."""
        self._first.stop()
        if self._store is not None and self._ready(self._store):
            self._guarded(lambda runner: runner.look())

    def work(self) -> None:
        """Let the rules act on what changed."""
        self._guarded(lambda runner: runner.work())

    def wake(self) -> None:
        """Work as soon as what is being done, and painted, is over."""
        self._work.start()

    def tell(self, what: Message) -> None:
        """Say what a rule did."""
        self._desk.tell(what, undo=True)

    def asks(self) -> None:
        """Say that something waits for an answer."""
        self._desk.tell(say("workflows.asks"))

    def fail(self, error: KnownError) -> None:
        """Say that rules were stopped."""
        self._desk.fail(error)

    def _ready(self, store: Store) -> bool:
        if self._runner is None and store.of(Rule).count():
            from app.workflows.rules.runner import Runner

            self._runner = Runner(store, self)
        return self._runner is not None

    def _guarded(self, run: Callable[[Runner], None]) -> None:
        if self._runner is None:
            return
        try:
            run(self._runner)
        except KnownError as error:
            self._desk.fail(error)

    def _on_changes(self, changes: Changes) -> None:
        """Begin with the first rule; from then on the runner hears for itself."""
        if Rule in changes and self._runner is None and not self._first.isActive():
            self._first.start(0)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._runner is not None:
            self.look()

    def _leave(self) -> None:
        for timer in (self._work, self._first, self._clock):
            timer.stop()
        self._first.setInterval(SOON)
        if self._runner is not None:
            self._runner.close()
        if self._end is not None:
            self._end()
        self._store = self._runner = self._end = None
