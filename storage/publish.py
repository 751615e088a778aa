"""Tells everybody who asked what a commit changed, in order."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from app.store import Changes

Listener = Callable[[Changes], None]


class Publisher:
    """Listeners, and the changes that wait to be told."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._waiting: deque[tuple[Changes, bool]] = deque()
        self._telling = False
        self.again = False  # whether what is being told was done before: taken back, or done again

    def add(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every commit; return what ends that, and does no harm when called again."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def tell(self, changes: Changes, *, again: bool = False) -> None:
        """Deliver in order: a listener that writes is told after the others have heard what was before."""
        if changes:
            self._waiting.append((changes, again))
        if self._telling:
            return
        self._telling = True
        try:
            while self._waiting:
                changes, self.again = self._waiting.popleft()
                self._deliver(changes)
        finally:
            self._telling = self.again = False

    def _deliver(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:  # border: whatever a listener does, the change is committed and the others hear of it
                logging.getLogger(__name__).exception("a listener failed")
