"""One transaction at a time, all or nothing, whatever goes wrong inside."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.errors import BugError, KnownError
from app.message import say
from storage.trouble import told
from storage.watch import Watch

PATIENCE: Final = 5.0  # seconds
LOOK_AGAIN: Final = 0.0005
BUSY: Final = 5000  # ms, as every connection has it


class Writer:
    """The one that may write to a playbook, through one connection."""

    def __init__(self, db: sqlite3.Connection, file: Path, *, read_only: bool) -> None:
        self._db, self._read_only = db, read_only
        self._watch = None if read_only else Watch(file)
        self._turn = threading.RLock()
        self._inside = False

    @property
    def inside(self) -> bool:
        """Whether the thread that asks is in a transaction."""
        with self._turn:
            return self._inside

    @property
    def overwritten(self) -> bool:
        """Whether another program wrote into the file."""
        return self._watch is not None and self._watch.overwritten

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other threads waiting: their transactions are not ours."""
        with self._turn:
            yield

    @contextmanager
    def transaction(self, forget: Callable[[], None]) -> Iterator[None]:
        """Commit what is inside, or leave no trace of it and `forget` what was thought to be true."""
        if self._read_only:
            raise KnownError(say("storage.read_only"), say("storage.read_only.do"))
        with self._turn, told():
            if self._inside:
                raise BugError("a transaction inside a change")
            if self._watch:
                self._watch.check()
            self._begin()
            self._inside = True
            try:
                yield
                self.ready()
                self._db.execute("COMMIT")
                if self._watch:
                    self._watch.remember()
            except BaseException:
                forget()
                self._roll_back()
                raise
            finally:
                self._inside = False

    @contextmanager
    def part(self) -> Iterator[None]:
        """Leave no trace of what is inside when it fails, whether or not the change around it goes on."""
        self._db.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK TO part")
                self._db.execute("RELEASE part")
            raise
        self._db.execute("RELEASE part")

    def ready(self) -> None:
        """Refuse to write where it would not be part of the change: outside of one, or in one that is lost already."""
        if not self._inside:
            raise BugError("written outside a change")
        if not self._db.in_transaction:
            raise KnownError(say("storage.change_lost"), say("storage.disk_fails.do"))

    def lend(self) -> None:
        """Let a child process of ours write too."""
        if self._watch:
            self._watch.lent = True

    def take_back(self) -> None:
        """Be the only one again."""
        if self._watch and self._watch.lent:
            self._watch.lent = False
            self._watch.remember()

    def _begin(self) -> None:
        """Begin as soon as a child's short transaction is over: SQLite by itself would look ever more seldom."""
        if self._watch is None or not self._watch.lent:
            self._db.execute("BEGIN IMMEDIATE")
            return
        until = time.monotonic() + PATIENCE
        self._db.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    self._db.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                        raise
                    time.sleep(LOOK_AGAIN)
                else:
                    return
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {BUSY}")

    def _roll_back(self) -> None:
        """SQLite may have done it already, and what made the change fail may make this fail."""
        if not self._db.in_transaction:
            return
        try:
            self._db.execute("ROLLBACK")
        except sqlite3.Error:
            logging.getLogger(__name__).exception("a failed change could not be taken back at once")
