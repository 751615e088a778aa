"""Brings what is no thing of ours out of a damaged playbook: pictures, and what sources told."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from app.message import Message, say
from storage import pictures
from storage.activity import kept
from storage.kinds import named

TABLES: Final = tuple(
    statement.split()[2] for statement in (pictures.KEPT, *kept.KEPT) if statement.startswith("CREATE TABLE")
)
COLUMNS: Final = 'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid'
FITS: Final[dict[str, tuple[type, ...]]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float), "BLOB": (bytes,)}
OF_IMPORTS: Final = ("identity", "place", "activity", "activity_text", "figure")
UNCOUNTED: Final = 'DELETE FROM "{table}" WHERE batch NOT IN (SELECT id FROM batch)'
OF_NOBODY: Final = "DELETE FROM activity WHERE identity NOT IN (SELECT id FROM identity)"
Row = tuple[Any, ...]


def bring(old: sqlite3.Connection, made: sqlite3.Connection) -> tuple[Message, ...]:
    """Bring every row that can be read into the new file, inside the caller's transaction; return what is missing.

    What an import told whose line in the ledger is lost would never count again: it goes, and can be imported anew.
    """
    there = _there(old)
    partly = [table for table in TABLES if table in there and not _bring(old, made, table)]
    for table in OF_IMPORTS:
        if made.execute(UNCOUNTED.format(table=table)).rowcount > 0 and table not in partly:
            partly.append(table)
    if made.execute(OF_NOBODY).rowcount > 0 and "activity" not in partly:
        partly.append("activity")
    kinds = dict.fromkeys("picture" if table == "picture" else "activity" for table in partly)
    return tuple(say("storage.salvage.part", kind=named(kind)) for kind in kinds)


def _there(old: sqlite3.Connection) -> set[str]:
    """Return the tables that the file has; one of an older version lacks some."""
    with suppress(sqlite3.Error, UnicodeDecodeError):
        return {name for (name,) in old.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return set()


def _bring(old: sqlite3.Connection, made: sqlite3.Connection, table: str) -> bool:
    """Bring one table, read from either end where it breaks off; return whether all of it came."""
    columns = made.execute(COLUMNS, (table,)).fetchall()
    add = f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(columns))}) ON CONFLICT DO NOTHING'
    whole = True
    for way in ("ASC", "DESC"):
        broke: list[bool] = []
        made.executemany(add, _rows(old, table, columns, way, broke))
        if not broke:
            return whole
        whole = False
    return False


def _rows(old: sqlite3.Connection, table: str, columns: list[Row], way: str, broke: list[bool]) -> Iterator[Row]:
    """Yield the rows that can be kept until one cannot be read."""
    key = [(pk, name) for name, _, _, pk in columns if pk]
    order = ", ".join(f'"{name}" {way}' for _, name in sorted(key))
    names = ", ".join(f'"{name}"' for name, *_ in columns)
    rules = [(FITS[sql], bool(needed or pk)) for _, sql, needed, pk in columns]
    try:
        for row in old.execute(f'SELECT {names} FROM "{table}" ORDER BY {order}'):
            fits = all(
                isinstance(it, kinds) if it is not None else not needed
                for it, (kinds, needed) in zip(row, rules, strict=True)
            )
            if fits and (table != "picture" or hashlib.sha256(row[1]).hexdigest() == row[0]):
                yield row
            else:
                broke.append(True)
    except (sqlite3.Error, UnicodeDecodeError):
        broke.append(True)
