"""Verified copies of a playbook, also of one that is being written to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.message import say
from storage import files, opening
from storage.connection import Mode, connect
from storage.tables import KIND_OF

COUNTED: Final = ("event", "program", "persona", "tactic")  # what a person would count


def make(source: Path, target: Path) -> None:
    """Copy a playbook to a new name once the copy is proven; Damaged when the source fails its integrity check.

    A plain copy of the file would lack what is still in its log.
    """
    new = files.new_private(target.with_name(f".{target.name}.tmp"))
    try:
        counts = _fill(new, source)
        with closing(connect(new, Mode.FROZEN)) as copy:
            opening.whole(copy)
            if rows(copy) != counts:
                raise KnownError(say("storage.copy_differs"), say("storage.disk_fails.do"))
        files.put_first(new, target)
    finally:
        new.unlink(missing_ok=True)


def rows(raw: sqlite3.Connection) -> dict[str, int]:
    """Return how many things of each kind a file of any version holds."""
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'") if name in KIND_OF]
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _fill(new: Path, source: Path) -> dict[str, int]:
    with closing(opening.reading(source)) as opened, closing(sqlite3.connect(new, isolation_level=None)) as copy:
        opened.raw.execute("BEGIN")  # one moment for the check, the counts and the copy
        opening.whole(opened.raw)
        counts = rows(opened.raw)
        copy.execute("PRAGMA synchronous = OFF")  # the file is put on the disk when it is whole
        opened.raw.backup(copy)
        return counts
