"""The way from a path to an open playbook: nothing is written before all that can be known without writing is known."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.errors import BugError, KnownError
from app.message import say
from app.playbook.files import SUFFIX, CannotOpen
from storage import files, links, lock, schema
from storage.connection import APPLICATION, Mode, connect
from storage.trouble import FORBIDDEN, damaged, told

SMALLEST: Final = 512  # bytes of a page: SQLite takes anything shorter for a new file
BackUp = Callable[[Path], object]


@dataclass(slots=True)
class Opened:
    """A connection to a playbook, and what goes when it is closed."""

    raw: sqlite3.Connection
    lock: lock.Lock | None = None
    copy: tempfile.TemporaryDirectory[str] | None = None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: without the lock nothing may be."""
        return self.lock is None

    def close(self) -> None:
        """Give everything back."""
        self.raw.close()
        if self.lock:
            self.lock.release()
        if self.copy:
            self.copy.cleanup()


def open_to_write(path: Path, back_up: BackUp | None = None) -> Opened:
    """Open a playbook, to read only where nothing can be written; CannotOpen names the reason of a refusal.

    Order: what it is, lock, header, version, schema; after an unclean end also its integrity; a migration that is due.
    """
    file = found(path)
    with told():
        links.refuse_in_use(file)
    held = _locked_if_possible(file)
    if held is None:
        return open_to_read(path)
    try:
        with told():
            files.without_leftovers(file)
            links.part(file)
            refuse_stray(file)
            return Opened(_ready(file, back_up), held)
    except BaseException:
        held.release()
        raise


def open_to_read(path: Path) -> Opened:
    """Open a playbook beside whoever writes to it."""
    file = found(path)
    with told():
        links.refuse_in_use(file)
        refuse_stray(file)
        opened = reading(file)
        try:
            version = look(opened.raw, file)
        except BaseException:
            opened.close()
            raise
    if version < schema.VERSION:
        opened.close()
        raise CannotOpen(say("storage.older", file=file.name), say("storage.older.do"))
    return opened


def create(path: Path) -> None:
    """Make an empty playbook; its name appears only when it is whole."""
    file = files.canonical(path)
    with told():
        if os.path.lexists(path) or file.exists():
            raise KnownError(say("storage.exists", file=path.name), say("storage.exists.do"))
        if not file.parent.is_dir():
            raise KnownError(say("storage.no_folder", folder=str(file.parent)), say("storage.no_folder.do"))
        held = locked(file)
        try:
            _make(file)
        except FileExistsError as error:
            raise KnownError(say("storage.exists", file=path.name), say("storage.exists.do")) from error
        finally:
            held.release()


def locked(file: Path) -> lock.Lock:
    """Take the lock of a playbook; CannotOpen says who has it, OSError that none can be made there."""
    try:
        return lock.Lock(file)
    except lock.Held as error:
        raise CannotOpen(
            say("storage.in_use", file=file.name, holder=error.holder), say("storage.in_use.do")
        ) from error


def found(path: Path) -> Path:
    """Return the canonical path of a file that is there and can be a playbook."""
    file = files.canonical(path)
    try:
        plain = files.is_plain(file)
    except PermissionError as error:
        raise CannotOpen(say("storage.cannot_reach"), say("storage.cannot_reach.do")) from error
    except OSError as error:
        raise CannotOpen(say("storage.missing", file=path.name), say("storage.missing.do")) from error
    if not plain:
        raise _not_ours(file)
    if not os.access(file, os.R_OK):
        raise CannotOpen(say("storage.cannot_reach"), say("storage.cannot_reach.do"))
    if file.stat().st_size < SMALLEST:
        raise _strange(file)
    return file


def refuse_stray(file: Path) -> None:
    """Refuse a journal, which our files never have: SQLite would write what is in it into the playbook."""
    journal = _journal_of(file)
    if os.path.lexists(journal):
        raise CannotOpen(
            say("storage.stray", stray=journal.name, file=file.name), say("storage.stray.do", stray=journal.name)
        )


def look(raw: sqlite3.Connection, file: Path) -> int:
    """Return the version of a playbook; CannotOpen when it is none that this program can read."""
    try:
        application = raw.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
            raise _strange(file) from error
        raise
    version = int(raw.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION or version < 1:
        raise _not_ours(file)
    if version > schema.VERSION:
        raise CannotOpen(say("storage.newer", file=file.name), say("storage.newer.do"))
    if version == schema.VERSION and not schema.is_ours(raw):
        raise CannotOpen(say("storage.foreign_schema", file=file.name), say("storage.foreign_schema.do"))
    return version


def whole(raw: sqlite3.Connection) -> None:
    """Check the integrity of a file; Damaged when it has none."""
    if integrity(raw, 1) != []:
        raise damaged()


def integrity(raw: sqlite3.Connection, most: int) -> list[str]:
    """Return the first complaints of SQLite's integrity check."""
    try:
        lines = [str(line) for (line,) in raw.execute(f"PRAGMA integrity_check({most})")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [] if lines == ["ok"] else lines


def _make(file: Path) -> None:
    new = files.new_private(file.with_name(f".{file.name}.new"))
    try:
        with closing(connect(new, Mode.WRITE)) as raw:
            raw.execute("BEGIN IMMEDIATE")
            schema.make(raw)
            raw.execute("COMMIT")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # closing does it too, but says nothing of a full disk
        files.put_first(new, file)
    finally:
        new.unlink(missing_ok=True)
        files.without_sides(new)


def _locked_if_possible(file: Path) -> lock.Lock | None:
    if not files.writable(file):
        return None
    with told():
        try:
            return locked(file)
        except OSError as error:
            if error.errno in FORBIDDEN:
                return None
            raise


def _ready(file: Path, back_up: BackUp | None) -> sqlite3.Connection:
    unclean = files.has_log(file)
    with closing(connect(file, Mode.LOOK if unclean else Mode.FROZEN)) as raw:
        version = look(raw, file)
        if unclean or version < schema.VERSION:
            whole(raw)
    if version < schema.VERSION:
        from storage.migrations.run import migrate

        if back_up is None:
            raise BugError("a migration without a backup")
        back_up(file)
        migrate(file, version)
    return connect(file, Mode.WRITE)


def reading(file: Path) -> Opened:
    """Return a connection that reads a file, whatever it is, and changes nothing in it."""
    mode = _reading_mode(file)
    if mode is not None:
        return Opened(connect(file, mode))
    return reading_a_copy(file)


def reading_a_copy(file: Path) -> Opened:
    """Return a connection to a private copy of a file and its log."""
    folder = tempfile.TemporaryDirectory(prefix="sedyanka-")
    try:
        for part in (file, files.log_of(file)):
            if part.exists():
                shutil.copyfile(part, Path(folder.name) / part.name)
        return Opened(connect(Path(folder.name) / file.name, Mode.READ), copy=folder)
    except BaseException:
        folder.cleanup()
        raise


def _reading_mode(file: Path) -> Mode | None:
    """Return how to read a file as it is now, or None when only a copy of it can be read."""
    if os.path.lexists(_journal_of(file)):
        return None
    if files.writable(file):
        return Mode.READ
    if lock.holder(file):
        return Mode.LOOK
    return None if files.has_log(file) else Mode.FROZEN


def _journal_of(file: Path) -> Path:
    return file.with_name(file.name + "-journal")


def _strange(file: Path) -> CannotOpen:
    """Return the error for a file that does not begin as SQLite files do: with our suffix it was once a playbook."""
    return damaged() if file.suffix == SUFFIX else _not_ours(file)


def _not_ours(file: Path) -> CannotOpen:
    return CannotOpen(say("storage.not_a_playbook", file=file.name), say("storage.not_a_playbook.do"))
