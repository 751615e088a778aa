"""Things in, things out: one repository serves every table."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from app.errors import Gone
from storage.table import Table
from storage.tables import table_of
from storage.trouble import strange_value, told

AT_ONCE: Final = 500  # rows: they stay in the processor's cache until things are made of them
T = TypeVar("T")


class SqlRepository(Generic[T]):
    """All things of one kind, kept in one table whose columns are the fields, in their order."""

    def __init__(self, db: sqlite3.Connection, kind: type[T], ready_to_write: Callable[[], None]) -> None:
        self._db, self._kind, self._table = db, kind, table_of(kind)
        self._ready_to_write = ready_to_write

    def get(self, id: str) -> T:
        """Return one thing; Gone when it is not there."""
        for thing in self._read("WHERE id = ?", id):
            return thing
        raise Gone

    def some(self, ids: Iterable[str]) -> Iterator[T]:
        """Yield those of the things that are there, in order of id."""
        return self._read("WHERE id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))

    def all(self) -> Iterator[T]:
        """Yield every thing, in order of id."""
        return self._read("")

    def where(self, **fields: Any) -> Iterator[T]:
        """Yield the things whose fields equal the values, in order of id."""
        kept = {column.name: column.kept for column in self._table.columns}
        values = [None if value is None else kept[name].write(value) for name, value in fields.items()]
        same = " AND ".join(f'"{name}" IS ?' for name in fields)
        return self._read(f"WHERE {same}" if same else "", *values)

    def count(self) -> int:
        """Return how many there are."""
        with told():
            return int(self._db.execute(f'SELECT count(*) FROM "{self._table.name}"').fetchone()[0])

    def save(self, things: Iterable[T]) -> None:
        """Add the things, or replace those with their ids."""
        rows = rows_of(self._table, things)
        self._ready_to_write()
        if rows:
            with told():
                self._db.executemany(upsert(self._table), rows)

    def delete(self, ids: Iterable[str]) -> None:
        """Remove things; ids that are not there are no error."""
        keys = [(key,) for key in ids]
        self._ready_to_write()
        if keys:
            with told():
                self._db.executemany(f'DELETE FROM "{self._table.name}" WHERE id = ?', keys)

    def _read(self, which: str, *values: Any) -> Iterator[T]:
        things: list[T] = []
        with told(), closing(self._db.execute(f"{_question(self._table)} {which} ORDER BY id", values)) as cursor:
            while rows := cursor.fetchmany(AT_ONCE):
                things += self._made(rows)
        return iter(things)

    def _made(self, rows: list[tuple[Any, ...]]) -> list[T]:
        try:
            return [self._kind(*row) for row in fields_of(self._table, rows)]
        except (ValueError, TypeError, RecursionError) as error:  # the file may be anybody's
            raise strange_value() from error


@cache
def _question(table: Table) -> str:
    columns = ", ".join(f'"{name}"' for name in table.names)
    return f'SELECT {columns} FROM "{table.name}"'


def fields_of(table: Table, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Return rows of the driver as fields of things; read by column, which takes half the time."""
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    if columns:
        for place, column in enumerate(table.columns):
            if column.kept.changes:
                columns[place] = column.kept.read_all(columns[place])
    return zip(*columns, strict=True)


def rows_of(table: Table, things: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Return things as rows for the driver."""
    values, writers = _writers(table)
    rows = []
    for thing in things:
        row = list(values(thing))
        for place, write in writers:
            if row[place] is not None:
                row[place] = write(row[place])
        rows.append(tuple(row))
    return rows if _is_text(rows) else [tuple(map(_whole, row)) for row in rows]


def _is_text(rows: list[tuple[Any, ...]]) -> bool:
    try:
        "".join([value for row in rows for value in row if isinstance(value, str)]).encode()
    except UnicodeEncodeError:
        return False
    return True


def _whole(value: Any) -> Any:
    """Replace half characters, which a field cut in the middle of an emoji may hold, and which no file can."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value


@cache
def _writers(table: Table) -> tuple[attrgetter[tuple[Any, ...]], list[tuple[int, Callable[[Any], Any]]]]:
    writers: list[tuple[int, Callable[[Any], Any]]] = [
        (place, column.kept.write) for place, column in enumerate(table.columns) if column.kept.changes
    ]
    return attrgetter(*table.names), writers


@cache
def upsert(table: Table, *, into: str = "", source: str = "") -> str:
    """Return the statement that adds rows or replaces those with their ids; they are given, or read from `source`."""
    names = [f'"{name}"' for name in table.names]
    columns = ", ".join(names)
    rows = f'SELECT {columns} FROM "{source}" WHERE true' if source else f"VALUES ({', '.join('?' * len(names))})"
    replaced = ", ".join(f"{name} = excluded.{name}" for name in names if name != '"id"')
    return f'INSERT INTO "{into or table.name}" ({columns}) {rows} ON CONFLICT (id) DO UPDATE SET {replaced}'
