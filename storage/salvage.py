"""Brings every row of a damaged playbook that can still be read into a new one, and says what could not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from app.errors import KnownError
from app.message import Message, say
from app.playbook.files import Salvaged
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from storage import beside, damage, files, opening, schema, search
from storage.connection import Mode, connect
from storage.kinds import named
from storage.repository import fields_of, rows_of, upsert
from storage.table import Table
from storage.tables import BY_NAME, TABLES

NAMED: Final = 20  # so many of what is lost are called by name
Row = tuple[Any, ...]


def salvage(file: Path, target: Path) -> Salvaged:
    """Make a new playbook of what can be read; FileExistsError when the name is taken, KnownError when it is nothing.

    The damaged file is not touched. What only we would not have written is left out as well.
    """
    if target.exists() or files.has_log(target):
        raise FileExistsError(target)
    new = files.new_private(target.with_name(f".{target.name}.new"))
    try:
        with closing(damage.looked_at(file)) as old, closing(connect(new, Mode.WRITE)) as made:
            lost = _bring(old.raw, made, file.stem)
            counts = tuple((table.name, _count(made, table)) for table in TABLES)
            made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if not any(count for name, count in counts if name != "playbook"):
            raise KnownError(say("storage.nothing_readable", file=file.name), say("storage.damaged.do"))
        files.put_first(new, target)
    finally:
        new.unlink(missing_ok=True)
        files.without_sides(new)
    return Salvaged(counts, lost)


def _bring(old: sqlite3.Connection, made: sqlite3.Connection, name: str) -> tuple[Message, ...]:
    made.execute("PRAGMA foreign_keys = OFF")
    made.execute("BEGIN IMMEDIATE")
    schema.make(made)
    schema.strip(made)  # nothing of this is a step
    lost: list[Message] = []
    for table in TABLES:
        made.executemany(_add(table), [row for row in damage.readable(old, table) if _is_thing(table, row)])
    _settle(made, name)
    for table in TABLES:
        lost += _missing(old, made, table)
    lost += beside.bring(old, made)
    schema.furnish(made)
    search.rebuild(made)
    made.execute("COMMIT")
    opening.whole(made)
    return tuple(lost)


def _add(table: Table) -> str:
    """Return the statement that adds rows; of two with the same natural key the first stays."""
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))}) ON CONFLICT DO NOTHING'


def _is_thing(table: Table, row: Row) -> bool:
    try:
        for fields in fields_of(table, [row]):
            table.kind(*fields)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _settle(made: sqlite3.Connection, name: str) -> None:
    """Leave nothing that belongs to what is lost, and one record of settings."""
    for table in TABLES:
        for column in table.columns:
            if column.owner:
                made.execute(
                    f'DELETE FROM "{table.name}" WHERE "{column.name}" NOT IN (SELECT id FROM "{column.owner}")'
                )
    made.execute("DELETE FROM playbook WHERE id <> ?", (PLAYBOOK_ID,))
    settings = BY_NAME["playbook"]
    if not _count(made, settings):
        made.executemany(upsert(settings), rows_of(settings, [Playbook(PLAYBOOK_ID, name)]))


def _missing(old: sqlite3.Connection, made: sqlite3.Connection, table: Table) -> Iterator[Message]:
    """Say what the damaged file speaks of and the new one does not have."""
    there = {key for (key,) in made.execute(f'SELECT id FROM "{table.name}"')}
    known = damage.known(old, table)
    gone = [key for key in known if key not in there]
    if gone:
        yield say("storage.salvage.lost", kind=named(table.name), n=len(gone))
        titles = [known[key] for key in gone if known[key]]
        yield from (say("storage.salvage.title", title=title) for title in titles[:NAMED])
    elif damage.breaks_off(old, table):
        yield say("storage.salvage.part", kind=named(table.name))


def _count(raw: sqlite3.Connection, table: Table) -> int:
    return int(raw.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0])
