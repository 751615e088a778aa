"""Puts a copy in place of a playbook; what was there stays, under another name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.errors import KnownError
from app.message import say
from storage import copies, files, opening
from storage.connection import APPLICATION, Mode, connect


def restore(path: Path, copy: Path, now: datetime) -> Path:
    """Return under which name the replaced file is kept; `path` itself when there was none.

    At every moment the playbook's name leads to the old file or to the new one, and either is whole.
    """
    file, copy = files.canonical(path), opening.found(copy)
    if file == copy:
        raise KnownError(say("storage.same_file"), say("storage.same_file.do"))
    if not file.parent.is_dir():
        raise KnownError(say("storage.no_folder", folder=str(file.parent)), say("storage.no_folder.do"))
    if file.exists() and not files.is_plain(file):  # a folder would be set aside with all that is in it
        raise KnownError(say("storage.exists", file=file.name), say("storage.exists.do"))
    held = opening.locked(file)
    try:
        new = file.with_name(f".{file.name}.new")
        opening.refuse_stray(copy)
        with closing(opening.reading(copy)) as opened:
            opening.look(opened.raw, copy)
        new.unlink(missing_ok=True)
        copies.make(copy, new)
        try:
            kept = _set_aside(file, now) if file.exists() else file
            files.without_sides(file)
            files.put(new, file)
        finally:
            new.unlink(missing_ok=True)
    finally:
        held.release()
    return kept


def _set_aside(file: Path, now: datetime) -> Path:
    """Give the present file, with what waits in its log, another name."""
    word = "replaced" if _settled(file) else "damaged"
    kept = _free_name(file, f"{word} {now.astimezone():%Y-%m-%d %H.%M}")
    if files.has_log(file):
        files.set_aside(files.log_of(file), files.log_of(kept))
    files.set_aside(file, kept)
    return kept


def _settled(file: Path) -> bool:
    """Bring the log into the file when that is sound, and tell whether it is; what is damaged is left alone."""
    try:
        with closing(connect(file, Mode.LOOK)) as raw:
            if opening.integrity(raw, 1) or raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
                return False
        with closing(connect(file, Mode.WRITE)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        return False
    return True


def _free_name(file: Path, what: str) -> Path:
    name, number = file.with_name(f"{file.stem} ({what}){file.suffix}"), 2
    while name.exists():
        name, number = file.with_name(f"{file.stem} ({what} {number}){file.suffix}"), number + 1
    return name
