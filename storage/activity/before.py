"""What a row was before a later import told it otherwise, kept so that this import can be removed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, Final, NamedTuple


class Kept(NamedTuple):
    """One table of raw rows: by which columns a row is found, and which hold what is told of it."""

    table: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    made: tuple[str, ...] = ()  # columns of a row that never change

    @property
    def columns(self) -> tuple[str, ...]:
        """All that is kept of a row."""
        return (*self.key, *self.values)


ACTIVITY: Final = Kept("activity", ("space", "ext"), ("identity", "kind", "at", "place", "thread", "target"))
TEXT: Final = Kept("activity_text", ("space", "ext"), ("words",))
PLACE: Final = Kept("place", ("space", "ext"), ("name", "private"))
FIGURE: Final = Kept("figure", ("space", "measure", "day"), ("value",))
IDENTITY: Final = Kept(
    "identity",
    ("space", "key"),
    (
        "name", "handle", "email", "email_mark", "zone", "bot", "staff", "joined", "gone", "seen", "foreign_words",
    ),
)  # fmt: skip
TABLES: Final = {kept.table: kept for kept in (ACTIVITY, TEXT, PLACE, FIGURE, IDENTITY)}
PART: Final = "\x1f"  # between the parts of a key


def key_of(kept: Kept, row: tuple[Any, ...]) -> tuple[int, str]:
    """Return by what a row of all columns is found: its space, and the rest as one text."""
    return row[0], PART.join(str(part) for part in row[1 : len(kept.key)])


def keep(raw: sqlite3.Connection, batch: int, kept: Kept, rows: Iterable[tuple[Any, ...]]) -> None:
    """Keep what rows are, before a batch changes them; what it kept first stays."""
    raw.executemany(
        "INSERT INTO was (told, kind, space, ext, row) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [(batch, kept.table, *key_of(kept, row), json.dumps(row, ensure_ascii=False)) for row in rows],
    )


def change(raw: sqlite3.Connection, kept: Kept, rows: Iterable[tuple[Any, ...]]) -> None:
    """Give rows, each of all columns, other values; those that are not there are no error."""
    values = ", ".join(f"{name} = ?" for name in kept.values)
    where = " AND ".join(f"{name} = ?" for name in kept.key)
    size = len(kept.key)
    raw.executemany(f"UPDATE {kept.table} SET {values} WHERE {where}", [(*row[size:], *row[:size]) for row in rows])
