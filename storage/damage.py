"""What can be told about a damaged playbook, without touching it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from app.message import Message
from storage import lock, opening, verifying
from storage.connection import Mode, connect
from storage.table import Table
from storage.tables import TABLES

LINES: Final = 10  # of the integrity check
Row = tuple[Any, ...]
Report = tuple[str, tuple[tuple[str, int], ...], tuple[Message, ...]]


def report(file: Path) -> Report:
    """Return what the integrity check finds, how many rows of each table can be read, and what is wrong with values."""
    if file.exists() and file.stat().st_size < opening.SMALLEST:
        return "file is empty", (), ()
    try:
        with closing(looked_at(file)) as opened:
            found = "\n".join(opening.integrity(opened.raw, LINES))
            counts = tuple((table.name, len(readable(opened.raw, table))) for table in TABLES)
            return found, counts, () if found else tuple(verifying.wrong_inside(opened.raw))
    except sqlite3.Error as error:
        return str(error), (), ()


def looked_at(file: Path) -> opening.Opened:
    """Open a copy; a file that this process has open is read in place: reading it otherwise would end its locks."""
    if lock.holder(file) == lock.myself():
        return opening.Opened(connect(file, Mode.LOOK))
    return opening.reading_a_copy(file)


def readable(raw: sqlite3.Connection, table: Table) -> list[Row]:
    """Return the rows that come out when read from either end; columns that the file lacks are empty."""
    rows, broke = _from(raw, table, "ASC")
    if broke:
        rows = {**_from(raw, table, "DESC")[0], **rows}
    return [rows[key] for key in sorted(rows)]


def breaks_off(raw: sqlite3.Connection, table: Table) -> bool:
    """Tell whether a table cannot be read to its end."""
    return _from(raw, table, "ASC")[1]


def known(raw: sqlite3.Connection, table: Table) -> dict[str, str]:
    """Return the ids that another part of the file knows of a table, each with its title or ""."""
    found: dict[str, str] = {}
    ids = f"SELECT id, '' FROM searched WHERE kind = '{table.name}' ORDER BY doc"
    titles = (
        f"SELECT id, title FROM searched JOIN search ON search.rowid = doc WHERE kind = '{table.name}' ORDER BY doc"
    )
    for question in (f"{ids} DESC", ids, f"{titles} DESC", titles):
        with suppress(sqlite3.Error, UnicodeDecodeError):
            found.update(raw.execute(question))  # what comes before one that fails stays
    return found


def _from(raw: sqlite3.Connection, table: Table, way: str) -> tuple[dict[str, Row], bool]:
    rows: dict[str, Row] = {}
    try:
        there = {name for (_, name, *_) in raw.execute(f'PRAGMA table_info("{table.name}")')}
        names = [f'"{it.name}"' if it.name in there else _empty(it.kept.sql) for it in table.columns]
        for row in raw.execute(f'SELECT {", ".join(names)} FROM "{table.name}" ORDER BY id {way}'):
            if isinstance(row[0], str):
                rows[row[0]] = row
    except (sqlite3.Error, UnicodeDecodeError):
        return rows, True
    return rows, False


def _empty(sql: str) -> str:
    return "''" if sql == "TEXT" else "0"
