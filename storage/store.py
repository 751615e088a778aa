"""An open playbook: one SQLite file, one writer, undo that survives a restart."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from app.errors import BugError, KnownError
from app.message import Message, say
from app.store import EVERYTHING, Changes, Hit
from storage import files, ids, opening, parts, pictures, search, shadow, staging
from storage.parts import Lent
from storage.publish import Publisher
from storage.repository import SqlRepository
from storage.tables import BY_NAME, table_of
from storage.trouble import told
from storage.undo import Log, Step, Touched
from storage.wording import read
from storage.writing import Writer

T = TypeVar("T")


def now() -> datetime:
    """Return this instant, in UTC."""
    return datetime.now(UTC)


class SqlStore:
    """Keeps the promise of `app.store.Store`."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime] = now,
        new_id: Callable[[], str] = ids.new_id,
        read_only: bool = False,
        back_up: opening.BackUp | None = None,
    ) -> None:
        """Open a playbook, made when it is missing; `back_up` copies it before a migration."""
        if not read_only and not path.exists():
            opening.create(path)
        self.path = path
        self.now, self.new_id = now, new_id
        self._opened = opening.open_to_read(path) if read_only else opening.open_to_write(path, back_up)
        self._raw = self._opened.raw
        self._writer = Writer(self._raw, files.canonical(path), read_only=self.read_only)
        self._log = Log(self._raw)
        self._publisher = Publisher()
        self._closed = False
        self._repositories: dict[type, SqlRepository[Any]] = {}
        self._parts: dict[object, Any] = {}
        self._beside: dict[type, set[str]] = {}  # what parts changed outside undo, told with the change around it
        try:
            if not self.read_only:
                self.unstage()  # what an import that was broken off left
        except BaseException:
            self._opened.close()
            raise

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._opened.read_only

    def of(self, kind: type[T]) -> SqlRepository[T]:
        """Return the things of one kind."""
        found = self._repositories.get(kind)
        if found is None:
            found = self._repositories[kind] = SqlRepository(self._raw, kind, self._writer.ready)
        return found

    def part(self, contract: Callable[..., T]) -> T:
        """Return what keeps a further promise; its class is imported when it is asked for."""
        found = self._parts.get(contract)
        if found is None:
            found = self._parts[contract] = parts.made(contract, Lent(self.path, self._raw, self._writer, self._beside))
        kept: T = found
        return kept

    @contextmanager
    def change(self, what: Message, *, merge: str | None = None) -> Iterator[None]:
        """Make what is inside one transaction and one step of undo; an inner change joins the outer one."""
        with self._writer.alone():
            if self._writer.inside:
                with self._writer.part():
                    yield
                return
            with self._writer.transaction(self._log.forget):
                micros = int(self.now().timestamp() * 1_000_000)
                step = self._log.begin(what, merge or "", micros)
                self._beside.clear()
                yield
                touched = self._log.touched(step)
                search.update(self._raw, step.id, touched, whole=self._log.joins(step))
                self._log.end(step, touched)
        beside = {kind: frozenset(ids) for kind, ids in self._beside.items()}
        self._publisher.tell({**_changes(touched), **beside})

    def undo(self) -> Message | None:
        """Take back the last step; return its name, or None when there is none."""
        return self._replay(self._log.newest, back=True)

    def redo(self) -> Message | None:
        """Do again the step undone last; return its name, or None when there is none."""
        return self._replay(self._log.undone, back=False)

    def withdraw(self) -> Message | None:
        """Take back the last step as if it had never been made: it cannot be done again; return its name."""
        return self._replay(self._log.newest, back=True, forget=True)

    def next_undo(self) -> Message | None:
        """Return the name of the step that undo would take back."""
        return self._name(self._log.newest)

    def next_redo(self) -> Message | None:
        """Return the name of the step that redo would do again."""
        return self._name(self._log.undone)

    def forget_steps(self) -> None:
        """Empty the log of undo: what was done so far stays, as in a playbook just begun."""
        with self._writer.transaction(self._log.forget):
            self._log.empty()

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call the listener after every commit, in order; return what ends that."""
        return self._publisher.add(listener)

    @property
    def telling_again(self) -> bool:
        """Whether listeners are being told of what was done before: a step was taken back, or done again."""
        return self._publisher.again

    def stage(self, kind: type[T], things: Iterable[T]) -> None:
        """Lay things beside the tables in a short transaction of its own, outside undo; nothing shows yet."""
        with self._writer.transaction(self._log.forget):
            staging.lay(self._raw, table_of(kind), things)

    def publish(self, kinds: Sequence[type[Any]]) -> None:
        """Move what was staged into the tables, inside a change; things with the same ids are replaced."""
        self._writer.ready()
        for kind in kinds:
            staging.bring_in(self._raw, table_of(kind))

    def unstage(self) -> None:
        """Throw away what was staged and not published."""
        with self._writer.transaction(self._log.forget):
            staging.clear(self._raw)

    def keep_picture(self, data: bytes) -> str:
        """Keep the bytes of a picture, inside a change and outside undo; return its id, their SHA-256."""
        self._writer.ready()
        return pictures.keep(self._raw, data)

    def picture(self, id: str) -> bytes | None:
        """Return the bytes of a picture, or None when it is not there."""
        with told():
            return pictures.find(self._raw, id)

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """Return the things that hold all the words, each as a beginning of a word, best first."""
        with told():
            return search.find(self._raw, words, limit)

    def copy_to(self, path: Path) -> None:
        """Put a verified copy of what is open under a new name, also when its own file is gone."""
        from storage import copies

        with self._writer.alone(), told():
            if self._writer.inside:
                raise BugError("a copy inside a change")
            try:
                copies.make_of(self._raw, files.canonical(path))
            except FileExistsError as error:
                raise KnownError(say("storage.exists", file=path.name), say("storage.exists.do")) from error

    def close(self) -> None:
        """Close the file so that it stands alone: no log beside it; KnownError when it does not."""
        if self._closed:
            return
        self._closed = True
        try:
            if self._writer.overwritten:
                files.emptied(files.log_of(files.canonical(self.path)))
            elif not self.read_only:
                self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            log = files.log_of(files.canonical(self.path)).name
            raise KnownError(say("storage.not_alone", file=log), say("storage.not_alone.do")) from error
        finally:
            self._opened.close()

    def _name(self, which: Callable[[], Step | None]) -> Message | None:
        with told():
            step = which()
        return None if step is None else read(step.name)

    def _replay(self, which: Callable[[], Step | None], *, back: bool, forget: bool = False) -> Message | None:
        with self._writer.alone():
            if self._writer.inside:
                raise BugError("undo inside a change")
            with told():
                step = which()
            if step is None:
                return None
            with self._writer.transaction(self._log.forget):
                touched = self._log.replay(step, back=back)
                search.update(self._raw, step.id, touched, whole=False)
                if forget:
                    self._log.forget_undone()
        self._publisher.tell(_changes(touched), again=True)
        return read(step.name)


def _changes(touched: Touched) -> Changes:
    """Return what to tell: a kind of which very many things changed is told as a whole."""
    return {
        BY_NAME[name].kind: EVERYTHING if len(found) > shadow.MANY else frozenset(found)
        for name, found in touched.items()
    }
