"""Verified copies of a playbook, also of one that is being written to."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.message import say
from app.playbook.files import Backup, BackupState
from storage import files, opening
from storage.connection import Mode, connect
from storage.steps import Steps, named, since
from storage.tables import BY_NAME

COUNTED: Final = ("event", "program", "persona", "tactic")  # what a person would count


def make(source: Path, target: Path) -> None:
    """Copy a playbook to a new name once the copy is proven; Damaged or CannotOpen when it cannot be trusted itself.

    A plain copy of the file would lack what is still in its log.
    """
    opening.refuse_stray(source)
    with closing(opening.reading(source)) as opened:
        opening.look(opened.raw, source)
        make_of(opened.raw, target)


def make_of(raw: sqlite3.Connection, target: Path) -> None:
    """Copy what a connection sees to a new name once the copy is proven; FileExistsError when something has it."""
    if files.has_log(target):  # of a file that is gone: it would become a part of the copy
        raise FileExistsError(target)
    new = files.new_private(target.with_name(f".{target.name}.tmp"))
    try:
        counts = _fill(new, raw)
        with closing(connect(new, Mode.FROZEN)) as copy:
            opening.whole(copy)
            if rows(copy) != counts:
                raise KnownError(say("storage.copy_differs"), say("storage.disk_fails.do"))
        files.put_first(new, target)
    finally:
        new.unlink(missing_ok=True)


def rows(raw: sqlite3.Connection) -> dict[str, int]:
    """Return how many things of each kind a file of any version holds."""
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'") if name in BY_NAME]
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def describe(file: Path, made: datetime, reason: str, state: BackupState, now: Steps | None) -> Backup:
    """Say what a copy holds and what happened since; `now` is the log of the playbook as it is."""
    size = file.stat().st_size
    try:
        with closing(connect(file, Mode.FROZEN)) as raw:
            found = rows(raw)
            lost = since(now, Steps.of(raw))
    except sqlite3.Error:
        return Backup(file, made, reason, size, BackupState.UNREADABLE)
    counts = tuple((name, found[name]) for name in COUNTED if name in found)
    if lost is None:
        return Backup(file, made, reason, size, state, counts)
    return Backup(file, made, reason, size, state, counts, len(lost), named(lost))


def seal(file: Path) -> None:
    """Lay the checksum of a copy beside it, as `sha256sum -c` reads it."""
    write(_seal_of(file), f"{_sha256(file)}  {file.name}\n")


def state(file: Path) -> BackupState:
    """Compare a copy with its checksum."""
    try:
        known = _seal_of(file).read_text(encoding="utf-8").split()[0]
    except (OSError, UnicodeDecodeError, IndexError):
        return BackupState.UNCHECKED
    return BackupState.VERIFIED if known == _sha256(file) else BackupState.UNREADABLE


def remove(file: Path) -> None:
    """Take away a copy and its checksum."""
    file.unlink(missing_ok=True)
    _seal_of(file).unlink(missing_ok=True)


def write(file: Path, text: str) -> None:
    """Write a small text file, wholly or not at all."""
    new = files.new_private(file.with_name(f".{file.name}.tmp"))
    new.write_text(text, encoding="utf-8")
    files.put(new, file)


def _fill(new: Path, raw: sqlite3.Connection) -> dict[str, int]:
    raw.execute("BEGIN")  # one moment for the checks, the counts and the copy
    try:
        opening.whole(raw)
        counts = rows(raw)
        with closing(sqlite3.connect(new, isolation_level=None)) as copy:
            for haste in ("synchronous = OFF", "journal_mode = OFF"):  # it gets its name when it is whole on the disk
                copy.execute(f"PRAGMA {haste}")
            raw.backup(copy)
        return counts
    finally:
        raw.execute("ROLLBACK")


def _seal_of(file: Path) -> Path:
    return file.with_name(file.name + ".sha256")


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
