"""Something that is written into the open playbook in short steps, between which the window lives on."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import KnownError
from app.message import Message

SLICE: Final = 0.010  # seconds of writing between two looks at mouse and keys
WHOLE: Final = 1_000  # parts of the way that are told


class StepJob(QObject):
    """Walks steps that the window's own process has to do; keeps the promise of `widgets.common.desk.Job`.

    Signals:
        moved: it got further (done, of, what).
        ended: it is over: done, failed or cancelled (the job itself).
    """

    moved = Signal(int, int, str)
    ended = Signal(object)

    def __init__(
        self,
        label: Message,
        steps: Generator[float, None, Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self.over = False
        self._steps, self._done, self._failed = steps, done, failed
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.go_on)

    def run(self) -> None:
        """Walk on whenever the window has nothing else to do."""
        self._timer.start(0)

    def go_on(self) -> None:
        """Walk for a moment, then let the window breathe."""
        end, running, share = perf_counter() + SLICE, False, 0.0
        try:
            while perf_counter() < end:
                share = next(self._steps)
            running = True
        except StopIteration as written:
            self._end()
            self._done(written.value)
        except KnownError as error:
            self._end()
            self._failed(error)
        finally:
            if not running:
                self._end()
        if running:
            self.moved.emit(round(share * WHOLE), WHOLE, "")

    def cancel(self) -> None:
        """End it at once; nothing of it is kept."""
        self._steps.close()
        self._end()

    def bury(self) -> None:
        """Leave nothing running at the end of the program."""
        self.cancel()

    def retire(self) -> None:
        """Go: it is over."""
        self.deleteLater()

    def _end(self) -> None:
        if not self.over:
            self.over = True
            self._timer.stop()
            self.ended.emit(self)
