"""Short transactions of an import, between which the window's own edits come first."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

LONG: Final = 0.015  # seconds that one transaction is to take
FEWEST, MOST, FIRST = 20, 20_000, 500  # rows of one transaction
BREATH: Final = 0.001  # seconds: whoever waits looks more often than that


class Turns:
    """Writes rows over one connection, so many at a time as are written in a moment."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw, self._size = raw, FIRST
        self._last = 0.0

    @contextmanager
    def turn(self) -> Iterator[sqlite3.Connection]:
        """Commit what is inside, or leave no trace of it; gives others their turn before."""
        pause = self._last + BREATH - time.perf_counter()
        if pause > 0:
            time.sleep(pause)
        self.raw.execute("BEGIN IMMEDIATE")
        try:
            yield self.raw
            self.raw.execute("COMMIT")
        except BaseException:
            if self.raw.in_transaction:
                self.raw.execute("ROLLBACK")
            raise
        self._last = time.perf_counter()

    def pieces(self, rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
        """Yield rows in pieces, each inside a transaction."""
        at = 0
        while at < len(rows):
            piece = rows[at : at + self._size]
            begin = time.perf_counter()
            with self.turn():
                yield piece
            at += len(piece)
            self.took(len(piece), time.perf_counter() - begin)

    def took(self, rows: int, seconds: float) -> None:
        """Learn from how long so many rows took how many are good."""
        wanted = int(rows * LONG / max(seconds, 1e-4))
        self._size = max(FEWEST, min(MOST, wanted, self._size * 2))

    @property
    def size(self) -> int:
        """How many rows are good."""
        return self._size
