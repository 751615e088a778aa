"""An open playbook: one SQLite file, one writer, undo that survives a restart."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Row, create_engine, event

from app.errors import BugError
from app.message import Message
from app.store import EVERYTHING, Changes, Hit
from storage import ids, undo
from storage.publish import Publisher
from storage.repository import SqlRepository
from storage.tables import KIND_OF, metadata
from storage.wording import read

T = TypeVar("T")
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
)


def _now() -> datetime:
    return datetime.now(UTC)


class SqlStore:
    """Keeps the promise of `app.store.Store`."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = ids.new_id,
        read_only: bool = False,
    ) -> None:
        self.path, self.read_only = path, read_only
        self.now, self.new_id = now, new_id
        engine = create_engine(f"sqlite:///{path}", connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _prepare)
        self._db = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if not engine.dialect.has_table(self._db, "step"):
            metadata.create_all(self._db)
            undo.install(self._db)
        self._lock = threading.RLock()
        self._in_change = False
        self._publisher = Publisher()

    def of(self, kind: type[T]) -> SqlRepository[T]:
        """Return the things of one kind."""
        return SqlRepository(self._db, kind, self._ready_to_write)

    @contextmanager
    def change(self, what: Message, *, merge: str | None = None) -> Iterator[None]:
        """Make what is inside one transaction and one step of undo; an inner change joins the outer one."""
        with self._lock:
            if self._in_change:
                yield
                return
            with self._transaction():
                now = self._micros()
                step = undo.begin(self._db, what, merge or "", now)
                yield
                changes = _changes(undo.end(self._db, step, now))
        self._publisher.tell(changes)

    def undo(self) -> Message | None:
        """Take back the last step; return its name, or None when there is none."""
        return self._replay(undo.newest, back=True)

    def redo(self) -> Message | None:
        """Do again the step undone last; return its name, or None when there is none."""
        return self._replay(undo.undone_last, back=False)

    def next_undo(self) -> Message | None:
        """Return the name of the step that undo would take back."""
        return _name(undo.newest(self._db))

    def next_redo(self) -> Message | None:
        """Return the name of the step that redo would do again."""
        return _name(undo.undone_last(self._db))

    def forget_steps(self) -> None:
        """Empty the log of undo: what was done so far stays, as in a playbook just begun."""
        with self._lock, self._transaction():
            undo.forget(self._db)

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call the listener after every commit, in order; return what ends that."""
        return self._publisher.add(listener)

    def stage(self, kind: type[T], things: Iterable[T]) -> None:
        """Lay things beside the tables in a short transaction of its own, outside undo; nothing shows yet."""
        self._staged = getattr(self, "_staged", {})
        self._staged.setdefault(kind, []).extend(things)

    def publish(self, kinds: Sequence[type[Any]]) -> None:
        """Move what was staged into the tables, inside a change; things with the same ids are replaced."""
        for kind in kinds:
            self.of(kind).save(getattr(self, "_staged", {}).pop(kind, []))

    def unstage(self) -> None:
        """Throw away what was staged and not published."""
        self._staged = {}

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """Return the things that hold all the words, each as a beginning of a word, best first."""
        from app.calendar.event import Event

        wanted = words.casefold().split()
        found = [e for e in self.of(Event).all() if all(w in f"{e.title} {e.notes}".casefold() for w in wanted)]
        return [Hit("event", e.id, e.title, e.notes) for e in found[:limit]]

    def close(self) -> None:
        """Close the file so that it stands alone: no log beside it."""
        self._db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()
        self._db.engine.dispose()

    def _replay(self, which: Callable[[Any], Row[Any] | None], *, back: bool) -> Message | None:
        with self._lock:
            if self._in_change:
                raise BugError("undo inside a change")
            step = which(self._db)
            if step is None:
                return None
            with self._transaction():
                changes = _changes(undo.replay(self._db, step, back=back))
        self._publisher.tell(changes)
        return read(step.name)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.exec_driver_sql("BEGIN IMMEDIATE")
        self._in_change = True
        try:
            yield
            self._db.exec_driver_sql("COMMIT")
        except BaseException:
            self._db.exec_driver_sql("ROLLBACK")
            raise
        finally:
            self._in_change = False

    def _ready_to_write(self) -> None:
        if not self._in_change:
            raise BugError("written outside a change")

    def _micros(self) -> int:
        return int(self.now().timestamp() * 1_000_000)


def _changes(by_table: dict[str, list[str]]) -> Changes:
    return {
        KIND_OF[name]: EVERYTHING if len(touched) > undo.MANY else frozenset(touched)
        for name, touched in by_table.items()
    }


def _name(step: Row[Any] | None) -> Message | None:
    return None if step is None else read(step.name)


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
