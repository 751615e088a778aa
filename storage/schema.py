"""The whole of a playbook file: the tables of things, and what stands beside them; and whether a file has just that."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any, Final

from storage import pictures, search, shadow, staging, undo
from storage.activity import kept
from storage.connection import APPLICATION
from storage.table import definition
from storage.tables import LOGGED, STAGED, TABLES

VERSION: Final = 5  # of the file, kept as its user_version; migrations/to_N.py leads to N
OBJECTS: Final = """
SELECT type, name, tbl_name, iif(
  type = 'view' OR sql LIKE 'CREATE VIRTUAL%'
  OR upper(sql) GLOB '*CHECK[^L]*' OR upper(sql) GLOB '*COLLATE*' OR upper(sql) GLOB '*CONFLICT*', sql, '')
FROM sqlite_schema WHERE type <> 'trigger' AND name NOT GLOB 'sqlite_autoindex_*' ORDER BY type, name"""
TRIGGERS: Final = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
FLAGS: Final = "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' ORDER BY name"
COLUMNS: Final = """
SELECT t.name, c.* FROM sqlite_schema AS t JOIN pragma_table_xinfo(t.name) AS c WHERE t.type = 'table'
ORDER BY t.name, c.cid"""
FOREIGN_KEYS: Final = """
SELECT t.name, f."from", f."table", f."to", f.on_update, f.on_delete, f."match" FROM sqlite_schema AS t
JOIN pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table' ORDER BY 1, 2"""
INDEXES: Final = """
SELECT t.name, iif(i.origin = 'c', i.name, ''), i."unique", i.origin, i.partial,
  (SELECT group_concat(x.cid || coalesce(x.name, '') || x.desc || x.coll || x.key) FROM pragma_index_xinfo(i.name) AS x)
FROM sqlite_schema AS t JOIN pragma_index_list(t.name) AS i WHERE t.type = 'table' ORDER BY 1, 2, 3, 4, 5, 6"""
Shape = list[tuple[Any, ...]]


def make(raw: sqlite3.Connection) -> None:
    """Make all of an empty playbook, inside the caller's transaction."""
    _make_tables(raw)
    furnish(raw)
    raw.execute(f"PRAGMA application_id = {APPLICATION}")
    raw.execute(f"PRAGMA user_version = {VERSION}")


def furnish(raw: sqlite3.Connection) -> None:
    """Make what stands beside the tables: the log, its shadows and triggers, staging and search, all empty."""
    _make_beside(raw)
    for _, _, statement in _triggers():
        raw.execute(statement)


def strip(raw: sqlite3.Connection) -> None:
    """Drop what `furnish` makes, whatever version made it, and every trigger there is."""
    for (trigger,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        raw.execute(f'DROP TRIGGER "{quoted(trigger)}"')
    beside = "name IN ('step', 'open_step', 'search', 'searched') OR name GLOB 'undo_*' OR name GLOB 'staging_*'"
    for (table,) in raw.execute(f"SELECT name FROM sqlite_schema WHERE type = 'table' AND ({beside})").fetchall():
        raw.execute(f'DROP TABLE "{quoted(table)}"')


def quoted(name: str) -> str:
    """Return a name that came out of a file so that it can stand between double quotes."""
    return name.replace('"', '""')


def is_ours(raw: sqlite3.Connection) -> bool:
    """Tell whether a file has exactly the tables, indexes and triggers of this version and no views.

    Texts of CREATE TABLE are not compared: a migration writes them differently than `make` does.
    """
    return raw.execute(TRIGGERS).fetchall() == _triggers() and _shape(raw) == expected()


@cache
def expected() -> Shape:
    """Return what decides how a file behaves, as it is in a new one, but for the triggers: they take half the time."""
    raw = sqlite3.connect(":memory:", isolation_level=None)
    try:
        raw.execute("BEGIN")
        _make_tables(raw)
        _make_beside(raw)
        return _shape(raw)
    finally:
        raw.close()


def _shape(raw: sqlite3.Connection) -> Shape:
    return [row for question in (OBJECTS, FLAGS, COLUMNS, FOREIGN_KEYS, INDEXES) for row in raw.execute(question)]


def _make_tables(raw: sqlite3.Connection) -> None:
    for table in TABLES:
        for statement in definition(table):
            raw.execute(statement)
    for statement in (pictures.KEPT, *kept.KEPT):
        raw.execute(statement)


def _make_beside(raw: sqlite3.Connection) -> None:
    for statement in (*undo.KEPT, *search.KEPT):
        raw.execute(statement)
    for table in STAGED:
        raw.execute(staging.definition(table))
    for table in LOGGED:
        raw.execute(shadow.definition(table))


def _triggers() -> Shape:
    """Return the triggers there must be: name, table and text, in order of name."""
    return sorted((name, table.name, text) for table in LOGGED for name, text in shadow.triggers(table))
