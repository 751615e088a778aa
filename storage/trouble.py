"""The one place where what SQLite and the disk complain about becomes something a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from app.errors import BugError, Gone, KnownError
from app.message import say
from app.playbook.files import Damaged

FULL: Final = {errno.ENOSPC, errno.EDQUOT}
FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told() -> Iterator[None]:
    """Raise a KnownError for whatever the driver or the disk raises inside, or a BugError when only we can mend it."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise meaning(error) from error


def meaning(error: sqlite3.Error | OSError) -> Exception:
    """Return the error to raise instead."""
    if isinstance(error, OSError):
        return _of_disk(error)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return strange_value() if "decode" in str(error) else BugError(str(error))
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return Gone()
    return _of_sqlite(code & 0xFF) or BugError(f"{error.sqlite_errorname}: {error}")


def _of_disk(error: OSError) -> KnownError:
    if error.errno in FULL:
        return KnownError(say("storage.disk_full"), say("storage.disk_full.do"))
    if error.errno in FORBIDDEN:
        return KnownError(say("storage.cannot_write"), say("storage.cannot_write.do"))
    if error.errno == errno.ENAMETOOLONG:
        return KnownError(say("storage.long_name"), say("storage.long_name.do"))
    return KnownError(say("storage.disk_fails"), say("storage.disk_fails.do"))


def _of_sqlite(code: int) -> KnownError | None:
    match code:
        case sqlite3.SQLITE_FULL:
            return KnownError(say("storage.disk_full"), say("storage.disk_full.do"))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return KnownError(say("storage.cannot_write"), say("storage.cannot_write.do"))
        case sqlite3.SQLITE_IOERR:
            return KnownError(say("storage.disk_fails"), say("storage.disk_fails.do"))
        case sqlite3.SQLITE_CANTOPEN:
            return KnownError(say("storage.cannot_reach"), say("storage.cannot_reach.do"))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return KnownError(say("storage.busy"), say("storage.busy.do"))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged()
        case _:
            return None


def damaged() -> Damaged:
    """Return the error for a file that SQLite finds broken."""
    return Damaged(say("storage.damaged"), say("storage.damaged.do"))


def strange_value() -> Damaged:
    """Return the error for a value that no version of this program would have written."""
    return Damaged(say("storage.strange_value"), say("storage.damaged.do"))
