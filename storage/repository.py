"""Things in, things out: one repository serves every table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, func, select, text
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from app.errors import Gone
from storage.tables import TABLE_OF

T = TypeVar("T")
DIALECT: Final = SQLiteDialect_pysqlite()


class SqlRepository(Generic[T]):
    """All things of one kind, kept in one table whose columns are the fields, in their order."""

    def __init__(self, db: Connection, kind: type[T], ready_to_write: Callable[[], None]) -> None:
        self._db, self._kind, self._table = db, kind, TABLE_OF[kind]
        self._ready_to_write = ready_to_write
        self._everything = select(self._table).order_by(self._table.c.id)

    def get(self, id: str) -> T:
        """Return one thing; Gone when it is not there."""
        for thing in self._read(self._everything.where(self._table.c.id == id)):
            return thing
        raise Gone

    def some(self, ids: Iterable[str]) -> Iterator[T]:
        """Yield those of the things that are there."""
        wanted = text("id IN (SELECT value FROM json_each(:ids))")
        return self._read(self._everything.where(wanted), ids=json.dumps(list(ids)))

    def all(self) -> Iterator[T]:
        """Yield every thing, in order of id."""
        return self._read(self._everything)

    def where(self, **fields: Any) -> Iterator[T]:
        """Yield the things whose fields equal the values."""
        return self._read(self._everything.where(*(self._table.c[name] == value for name, value in fields.items())))

    def count(self) -> int:
        """Return how many there are."""
        return self._db.execute(select(func.count()).select_from(self._table)).scalar_one()

    def save(self, things: Iterable[T]) -> None:
        """Add the things, or replace those with their ids."""
        self._ready_to_write()
        if rows := rows_of(self._table, things):
            self._db.exec_driver_sql(upsert(self._table), rows)

    def delete(self, ids: Iterable[str]) -> None:
        """Remove things; ids that are not there are no error."""
        self._ready_to_write()
        if keys := [(id,) for id in ids]:
            self._db.exec_driver_sql(f'DELETE FROM "{self._table.name}" WHERE id = ?', keys)  # noqa: S608

    def _read(self, question: Select[Any], **values: Any) -> Iterator[T]:
        rows = self._db.execute(question, values).all()
        return iter([self._kind(*row) for row in rows])


def rows_of(table: Table, things: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Return things as rows for the driver."""
    values, writers = _writers(table)
    rows = []
    for thing in things:
        row = list(values(thing))
        for place, write in writers:
            row[place] = write(row[place])
        rows.append(tuple(row))
    return rows


@cache
def _writers(table: Table) -> tuple[attrgetter[Any], list[tuple[int, Callable[[Any], Any]]]]:
    writers = [column.type.dialect_impl(DIALECT).bind_processor(DIALECT) for column in table.columns]
    return attrgetter(*table.columns.keys()), [(place, write) for place, write in enumerate(writers) if write]


@cache
def upsert(table: Table, source: str = "") -> str:
    """Return the statement that adds rows or replaces those with the same id, given as values or read from a source."""
    names = [f'"{name}"' for name in table.columns.keys()]  # noqa: SIM118  (a collection of columns, not a dict)
    given = (
        f"SELECT {', '.join(names)} FROM {source} WHERE true" if source else f"VALUES ({', '.join('?' * len(names))})"
    )  # noqa: S608
    replaced = ", ".join(f"{name} = excluded.{name}" for name in names if name != '"id"')
    return f'INSERT INTO "{table.name}" ({", ".join(names)}) {given} ON CONFLICT (id) DO UPDATE SET {replaced}'  # noqa: S608
