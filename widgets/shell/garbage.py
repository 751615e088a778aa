"""When Python looks for garbage: a look at everything takes up to 0.1 s, so never in the middle of a drag."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

YOUNG: Final = (5_000, 10)  # new objects, and what is left of them: some milliseconds at most
NEVER: Final = 1_000_000
EVERY: Final = 600_000  # ms


class GarbageHours(QObject):
    """Looks at everything when the person turns to another program, and every ten minutes; what is there now stays."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(gc.collect)
        self._clock.start()
        app.applicationStateChanged.connect(self._on_state_changed)
        gc.freeze()
        gc.set_threshold(*YOUNG, NEVER)
        gc.enable()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            gc.collect()
