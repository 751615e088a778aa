"""The shadow of a table: for each step, its changed rows as they were and as they became."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from storage.table import Table

MANY: Final = 1000  # more ids of a table than this are not counted out
SAMPLE: Final = 200  # rows that are weighed for all
SIDES: Final = {"INSERT": ("new",), "UPDATE": ("old", "new"), "DELETE": ("old",)}
TRIGGER: Final = """CREATE TRIGGER "undo_{table}_{event}" AFTER {event} ON "{table}"
WHEN (SELECT id FROM open_step) BEGIN
  INSERT INTO "undo_{table}" SELECT open_step.id, {id}, {sides} FROM open_step WHERE true
  ON CONFLICT (step, id) DO UPDATE SET {became};
END"""


def definition(table: Table) -> str:
    """Return the statement that makes a shadow."""
    sides = ", ".join(f'"{side}_{name}"' for side in ("old", "new") for name in table.names)  # no types: exact values
    columns = f"step INTEGER NOT NULL, id TEXT NOT NULL, {sides}, PRIMARY KEY (step, id)"
    return f'CREATE TABLE "undo_{table.name}" ({columns}) WITHOUT ROWID'


def triggers(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the names of the triggers that fill a shadow, and the statements that make them."""
    names = table.names
    became = ", ".join(f'"new_{name}" = excluded."new_{name}"' for name in names)
    for event, known in SIDES.items():
        values = [f'{side}."{name}"' if side in known else "NULL" for side in ("old", "new") for name in names]
        text = TRIGGER.format(
            table=table.name, event=event, id=f"{known[0]}.id", sides=", ".join(values), became=became
        )
        yield f"undo_{table.name}_{event}", text


def touched(db: sqlite3.Connection, step: int, tables: Sequence[Table]) -> dict[str, list[str]]:
    """Return the ids that a step touched, by table; one more than MANY when there are more."""
    names = db.execute(_looks(tuple(table.name for table in tables)), {"step": step}).fetchall() if tables else []
    return {name: [found for (found,) in db.execute(_ids(name), (step,))] for (name,) in names}


def fold(db: sqlite3.Connection, table: Table, step: int) -> int:
    """Drop the rows that ended as they began; return about how many bytes the others take, 0 when none is left."""
    db.execute(_unchanged(table), (step,))
    return int(db.execute(_weight(table), {"step": step}).fetchone()[0])


def turn(db: sqlite3.Connection, tables: Sequence[Table], step: int, *, back: bool) -> None:
    """Put the other side of every row in place.

    Natural keys are parked first: two things may have changed places, and SQLite looks at each row on its own. What
    goes, goes last: what it would take along may belong to something else by then.
    """
    for phase in (_parkings, _fillings, _removals):
        for table in tables:
            for statement in phase(table, back=back):
                db.execute(statement, {"step": step})


def drop(db: sqlite3.Connection, table: Table, step: int) -> None:
    """Forget what a step changed."""
    db.execute(f'DELETE FROM "undo_{table.name}" WHERE step = ?', (step,))


@cache
def _looks(names: tuple[str, ...]) -> str:
    return " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"undo_{name}\" WHERE step = :step)" for name in names
    )


@cache
def _ids(name: str) -> str:
    return f'SELECT id FROM "undo_{name}" WHERE step = ? LIMIT {MANY + 1}'


@cache
def _unchanged(table: Table) -> str:
    same = " AND ".join(f'"old_{name}" IS "new_{name}"' for name in table.names)
    return f'DELETE FROM "undo_{table.name}" WHERE step = ? AND {same}'


@cache
def _weight(table: Table) -> str:
    lengths = " + ".join(
        f'coalesce(length(CAST("{side}_{name}" AS BLOB)), 0)' for side in ("old", "new") for name in table.names
    )
    rows = f'FROM "undo_{table.name}" WHERE step = :step'
    some = f"SELECT avg({lengths}) FROM (SELECT * {rows} LIMIT {SAMPLE})"
    return f"SELECT CAST(coalesce(({some}), 0) * (SELECT count(*) {rows}) AS INTEGER)"


@cache
def _parkings(table: Table, *, back: bool) -> list[str]:
    shadow, was = f'"undo_{table.name}"', "new" if back else "old"
    there = f"SELECT id FROM {shadow} WHERE step = :step AND {was}_id IS NOT NULL"
    return [f'UPDATE "{table.name}" SET "{key}" = char(1) || id WHERE id IN ({there})' for key in _natural_key(table)]


@cache
def _fillings(table: Table, *, back: bool) -> list[str]:
    was, becomes = ("new", "old") if back else ("old", "new")
    name, shadow = f'"{table.name}"', f'"undo_{table.name}"'
    columns = ", ".join(f'"{name}"' for name in table.names)
    images = ", ".join(f'{shadow}."{becomes}_{name}"' for name in table.names)
    stays = f"{shadow}.step = :step AND {becomes}_id IS NOT NULL"
    changed = f"{stays} AND {was}_id IS NOT NULL AND {shadow}.id = {name}.id"
    return [
        f"UPDATE {name} SET ({columns}) = ({images}) FROM {shadow} WHERE {changed}",
        f"INSERT INTO {name} ({columns}) SELECT {images} FROM {shadow} WHERE {stays} AND {was}_id IS NULL",
    ]


@cache
def _removals(table: Table, *, back: bool) -> list[str]:
    becomes = "old" if back else "new"
    gone = f'SELECT id FROM "undo_{table.name}" WHERE step = :step AND {becomes}_id IS NULL'
    return [f'DELETE FROM "{table.name}" WHERE id IN ({gone})']


def _natural_key(table: Table) -> list[str]:
    """Return one column of each key beside the id; it is text and leads to no other table."""
    parts = {column.name for column in table.columns if column.owner}
    return [next(name for name in key.columns if name not in parts) for key in table.natural_keys]
