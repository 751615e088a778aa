"""Removes what imports laid that do not count, in short steps: the file is as it would be without them.

A row that a later import told otherwise stays as that import told it, and is that import's from now on. What the
removed import changed becomes what it was.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, Final

from storage.activity.before import ACTIVITY, FIGURE, IDENTITY, PLACE, TABLES, TEXT, Kept, change, key_of
from storage.activity.turns import Turns

LATER: Final = "SELECT min(told) FROM was WHERE kind = ? AND space = ? AND ext = ? AND told > ?"
ORDER: Final = (TEXT, ACTIVITY, FIGURE, IDENTITY, PLACE)
Row = tuple[Any, ...]


def unfinished(raw: sqlite3.Connection) -> list[int]:
    """Return the batches that do not count, newest first."""
    return [batch for (batch,) in raw.execute("SELECT id FROM batch WHERE complete = 0 ORDER BY id DESC")]


def sweep(turns: Turns, report: Callable[[int, int, str], None] = lambda *_: None) -> int:
    """Remove all batches that do not count; return how many there were."""
    batches = unfinished(turns.raw)
    for done, batch in enumerate(batches):
        report(done, len(batches), "")
        _remove(turns, batch)
    return len(batches)


def _remove(turns: Turns, batch: int) -> None:
    _give_back(turns, batch)
    space = turns.raw.execute("SELECT space FROM batch WHERE id = ?", (batch,)).fetchone()[0]
    for kept in ORDER:
        used = _used(turns.raw, kept, space)
        for rows in _of_batch(turns, kept, batch, space):
            with turns.turn() as raw:
                _take_out(raw, kept, batch, rows, used)
    with turns.turn() as raw:
        raw.execute("DELETE FROM batch WHERE id = ?", (batch,))
        raw.execute("DELETE FROM space WHERE id = ? AND id NOT IN (SELECT space FROM batch)", (space,))


def _give_back(turns: Turns, batch: int) -> None:
    """Make what a batch changed what it was, or let the next batch that changed it remember that."""
    while True:
        rows = turns.raw.execute("SELECT kind, space, ext, row FROM was WHERE told = ? LIMIT 500", (batch,)).fetchall()
        if not rows:
            return
        with turns.turn() as raw:
            for kind, space, ext, row in rows:
                later = raw.execute(LATER, (kind, space, ext, batch)).fetchone()[0]
                if later is None:
                    change(raw, TABLES[kind], [tuple(json.loads(row))])
                else:
                    raw.execute(
                        "UPDATE was SET row = ? WHERE told = ? AND kind = ? AND space = ? AND ext = ?",
                        (row, later, kind, space, ext),
                    )
            raw.executemany(
                "DELETE FROM was WHERE told = ? AND kind = ? AND space = ? AND ext = ?",
                [(batch, *row[:3]) for row in rows],
            )


def _of_batch(turns: Turns, kept: Kept, batch: int, space: int) -> Iterator[list[Row]]:
    """Yield the rows of a batch by walking over the space in the order of its keys."""
    key, names = ", ".join(kept.key), ", ".join((*kept.columns, "batch"))
    marks = ", ".join("?" * len(kept.key))
    walk = f"SELECT {names} FROM {kept.table} WHERE space = ? AND ({key}) > ({marks}) ORDER BY {key} LIMIT ?"
    last: tuple[Any, ...] = (space, *("",) * (len(kept.key) - 1))
    while rows := turns.raw.execute(walk, (space, *last, 2_000)).fetchall():
        last = rows[-1][: len(kept.key)]
        found = [row[:-1] for row in rows if row[-1] == batch]
        for at in range(0, len(found), 500):
            yield found[at : at + 500]


def _take_out(raw: sqlite3.Connection, kept: Kept, batch: int, rows: list[Row], used: frozenset[Any]) -> None:
    where = " AND ".join(f"{name} = ?" for name in kept.key)
    gone, stay = list[Row](), list[Row]()
    for row in rows:
        key = row[: len(kept.key)]
        later = raw.execute(LATER, (kept.table, *key_of(kept, row), batch)).fetchone()[0]
        if later is not None:
            stay.append((later, *key))
            raw.execute(
                "DELETE FROM was WHERE told = ? AND kind = ? AND space = ? AND ext = ?",
                (later, kept.table, *key_of(kept, row)),
            )
        elif key[-1] in used:
            stay.append((_another(raw, key[0], batch), *key))
        else:
            gone.append(key)
    raw.executemany(f"UPDATE {kept.table} SET batch = ? WHERE {where}", stay)
    raw.executemany(f"DELETE FROM {kept.table} WHERE {where}", gone)


def _another(raw: sqlite3.Connection, space: int, batch: int) -> int:
    """Return an import that a row can belong to, of those whose activity still leads to it."""
    found = raw.execute("SELECT max(id) FROM batch WHERE space = ? AND id <> ?", (space, batch)).fetchone()[0]
    return int(found or 0)


def _used(raw: sqlite3.Connection, kept: Kept, space: int) -> frozenset[Any]:
    """Return the keys of people and places that activity still leads to."""
    if kept is IDENTITY:
        question = """SELECT key FROM identity WHERE space = ?1 AND (id IN (SELECT identity FROM activity WHERE
        space = ?1) OR id IN (SELECT target FROM activity WHERE space = ?1))"""
    elif kept is PLACE:
        question = "SELECT ext FROM place WHERE space = ?1 AND id IN (SELECT place FROM activity WHERE space = ?1)"
    else:
        return frozenset()
    return frozenset(key for (key,) in raw.execute(question, (space,)))
