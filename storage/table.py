"""What a table is, and the statements that make one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from storage.columns import Column
from storage.places import found_at


class Index(NamedTuple):
    """Columns by which rows are found fast."""

    name: str
    columns: tuple[str, ...]


class Unique(NamedTuple):
    """Columns that no two rows have alike."""

    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The rows of one kind of thing: columns are its fields, in their order."""

    name: str
    place: str  # "module:name" of its dataclass
    columns: tuple[Column, ...]
    natural_keys: tuple[Unique, ...]
    indexes: tuple[Index, ...]
    logged: bool = True  # whether undo and redo know its rows

    @property
    def kind(self) -> type:
        """The dataclass, imported when somebody asks for the first time."""
        found: type = found_at(self.place)
        return found

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


def table(name: str, place: str, *parts: Column | list[Column] | Unique | Index, logged: bool = True) -> Table:
    """Return a table made of columns, alone or several together, of natural keys and indexes."""
    columns: list[Column] = []
    keys: list[Unique] = []
    indexes: list[Index] = []
    for part in parts:
        match part:
            case Column():
                columns.append(part)
            case Unique():
                keys.append(part)
            case Index():
                indexes.append(part)
            case _:
                columns.extend(part)
    indexes.extend(Index(f"ix_{name}_{column.name}", (column.name,)) for column in columns if column.indexed)
    return Table(name, place, tuple(columns), tuple(keys), tuple(indexes), logged)


def unique(*columns: str) -> Unique:
    """Return the rule that no two rows have these columns alike; one of them is text and leads to no other table."""
    return Unique(columns)


def index(name: str, *columns: str) -> Index:
    """Return an index of columns."""
    return Index(name, columns)


def definition(table: Table) -> list[str]:
    """Return the statements that make a table, in order of id and in types that SQLite enforces, and its indexes."""
    parts = [_column(column) for column in table.columns]
    parts.append("PRIMARY KEY (id)")
    parts.extend(f"UNIQUE {_several(rule.columns)}" for rule in table.natural_keys)
    parts.extend(
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.owner}" (id)'
        " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"
        for column in table.columns
        if column.owner
    )
    made = f'CREATE TABLE "{table.name}" ({", ".join(parts)}) WITHOUT ROWID, STRICT'
    return [
        made,
        *(f'CREATE INDEX "{index.name}" ON "{table.name}" {_several(index.columns)}' for index in table.indexes),
    ]


def _column(column: Column) -> str:
    return f'"{column.name}" {column.kept.sql}{"" if column.optional else " NOT NULL"}'


def _several(names: tuple[str, ...]) -> str:
    return "(" + ", ".join(f'"{name}"' for name in names) + ")"
