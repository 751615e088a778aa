"""What can be told about a damaged playbook, without touching it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from storage import lock, opening
from storage.connection import Mode, connect
from storage.tables import TABLES

LINES: Final = 10  # of the integrity check


def report(file: Path) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return what the integrity check finds, and of each table how many rows can still be read."""
    if file.exists() and file.stat().st_size < opening.SMALLEST:
        return "file is empty", ()
    try:
        with closing(_looked_at(file)) as opened:
            found = "\n".join(opening.integrity(opened.raw, LINES))
            return found, tuple((table.name, _readable(opened.raw, table.name)) for table in TABLES)
    except sqlite3.Error as error:
        return str(error), ()


def _looked_at(file: Path) -> opening.Opened:
    """Open a copy; a file that this process has open is read in place: reading it otherwise would end its locks."""
    if lock.holder(file) == lock.myself():
        return opening.Opened(connect(file, Mode.LOOK))
    return opening.reading_a_copy(file)


def _readable(raw: sqlite3.Connection, table: str) -> int:
    """Count the rows that come out when read from either end."""
    return len(_ids(raw, table, "ASC") | _ids(raw, table, "DESC"))


def _ids(raw: sqlite3.Connection, table: str, way: str) -> set[str]:
    ids: set[str] = set()
    try:
        for row in raw.execute(f'SELECT * FROM "{table}" ORDER BY id {way}'):
            ids.add(row[0])
    except (sqlite3.Error, UnicodeDecodeError):
        return ids
    return ids
