"""Imports lie beside the tables, outside undo, until one short step brings them in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from storage.repository import rows_of, upsert
from storage.table import Table
from storage.tables import STAGED


def definition(table: Table) -> str:
    """Return the statement that makes the place beside a table: no rules, values as they come."""
    names = ", ".join(f'"{name}"' for name in table.names if name != "id")
    return f'CREATE TABLE "staging_{table.name}" (id TEXT PRIMARY KEY NOT NULL, {names}) WITHOUT ROWID'


def lay(db: sqlite3.Connection, table: Table, things: Iterable[Any]) -> None:
    """Put things beside the table; those laid there before with the same ids are replaced."""
    if rows := rows_of(table, things):
        db.executemany(upsert(table, into=f"staging_{table.name}"), rows)


def bring_in(db: sqlite3.Connection, table: Table) -> None:
    """Move what lies beside the table into it; things with the same ids are replaced."""
    db.execute(upsert(table, source=f"staging_{table.name}"))
    _empty(db, table)


def clear(db: sqlite3.Connection) -> None:
    """Throw away all that lies beside the tables."""
    for table in STAGED:
        if db.execute(f'SELECT EXISTS (SELECT 1 FROM "staging_{table.name}")').fetchone()[0]:
            _empty(db, table)


def _empty(db: sqlite3.Connection, table: Table) -> None:
    db.execute(f'DELETE FROM "staging_{table.name}"')
