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
from storage.trouble import strange_value

T = TypeVar("T")
DIALECT: Final = SQLiteDialect_pysqlite()


class SqlRepository(Generic[T]):
    """All things of one kind, kept in one table whose columns are the fields, in their order."""

    def __init__(self, db: Connection, kind: type[T], ready_to_write: Callable[[], None]) -> None:
        self._db, self._kind, self._table = db, kind, TABLE_OF[kind]
        self._ready_to_write = ready_to_write

    def get(self, id: str) -> T:
        """Return one thing; Gone when it is not there."""
        for thing in self._read(_one(self._table), id=id):
            return thing
        raise Gone

    def some(self, ids: Iterable[str]) -> Iterator[T]:
        """Yield those of the things that are there, in order of id."""
        return self._read(_some(self._table), ids=json.dumps(list(ids)))

    def all(self) -> Iterator[T]:
        """Yield every thing, in order of id."""
        return self._read(_all(self._table))

    def where(self, **fields: Any) -> Iterator[T]:
        """Yield the things whose fields equal the values, in order of id."""
        columns = self._table.c
        return self._read(_all(self._table).where(*(columns[name] == value for name, value in fields.items())))

    def count(self) -> int:
        """Return how many there are."""
        return self._db.execute(select(func.count()).select_from(self._table)).scalar_one()

    def save(self, things: Iterable[T]) -> None:
        """Add the things, or replace those with their ids."""
        rows = rows_of(self._table, things)
        self._ready_to_write()
        if rows:
            self._db.exec_driver_sql(upsert(self._table), rows)

    def delete(self, ids: Iterable[str]) -> None:
        """Remove things; ids that are not there are no error."""
        keys = [(key,) for key in ids]
        self._ready_to_write()
        if keys:
            self._db.exec_driver_sql(f'DELETE FROM "{self._table.name}" WHERE id = ?', keys)

    def _read(self, question: Select[Any], **values: Any) -> Iterator[T]:
        try:
            rows = self._db.execute(question, values).all()
            return iter([self._kind(*row) for row in rows])
        except (ValueError, TypeError, RecursionError) as error:  # the file may be anybody's
            raise strange_value() from error


@cache
def _all(table: Table) -> Select[Any]:
    return select(table).order_by(table.c.id)


@cache
def _one(table: Table) -> Select[Any]:
    return select(table).where(text("id = :id"))


@cache
def _some(table: Table) -> Select[Any]:
    return _all(table).where(text("id IN (SELECT value FROM json_each(:ids))"))


def rows_of(table: Table, things: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Return things as rows for the driver."""
    values, writers = _writers(table)
    rows = []
    for thing in things:
        row = list(values(thing))
        for place, write in writers:
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
def _writers(table: Table) -> tuple[attrgetter[Any], list[tuple[int, Callable[[Any], Any]]]]:
    writers = [column.type.dialect_impl(DIALECT).bind_processor(DIALECT) for column in table.columns]
    names = [column.name for column in table.columns]
    return attrgetter(*names), [(place, write) for place, write in enumerate(writers) if write]


@cache
def upsert(table: Table, *, into: str = "", source: str = "") -> str:
    """Return the statement that adds rows or replaces those with their ids; they are given, or read from `source`."""
    names = [f'"{column.name}"' for column in table.columns]
    columns = ", ".join(names)
    rows = f'SELECT {columns} FROM "{source}" WHERE true' if source else f"VALUES ({', '.join('?' * len(names))})"
    replaced = ", ".join(f"{name} = excluded.{name}" for name in names if name != '"id"')
    return f'INSERT INTO "{into or table.name}" ({columns}) {rows} ON CONFLICT (id) DO UPDATE SET {replaced}'
