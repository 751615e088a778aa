"""Where activity took place, and the line of the ledger that an import begins."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from app.activity.batch import Batch, Counts
from app.activity.incoming import Space
from storage.activity.turns import Turns

LEDGER = """SELECT b.id, s.kind, s.ext, s.name, b.kind, b.name, b.at, b.complete, b.first, b.last, b.told
FROM batch AS b JOIN space AS s ON s.id = b.space"""


def find(raw: sqlite3.Connection, space: Space) -> int:
    """Return the number of a space, 0 when nothing was brought in of it."""
    found = raw.execute("SELECT id FROM space WHERE kind = ? AND ext = ?", (space.kind, space.ext)).fetchone()
    return int(found[0]) if found else 0


def keep(turns: Turns, space: Space) -> int:
    """Return the number of a space, made when it is missing; its name is the one that was told last."""
    with turns.turn() as raw:
        raw.execute(
            """INSERT INTO space (kind, ext, name) VALUES (?, ?, ?) ON CONFLICT DO UPDATE
            SET name = excluded.name WHERE excluded.name <> '' AND name <> excluded.name""",
            (space.kind, space.ext, space.name),
        )
        return find(raw, space)


def begin(turns: Turns, space: int, source: str, name: str, at: int) -> int:
    """Begin a batch that does not count yet; return its number."""
    with turns.turn() as raw:
        made = raw.execute(
            "INSERT INTO batch (space, kind, name, at, complete, told) VALUES (?, ?, ?, ?, 0, '')",
            (space, source, name, at),
        )
        return int(made.lastrowid or 0)


def describe(turns: Turns, batch: int, first: int | None, last: int | None, counts: Counts) -> None:
    """Write down what a batch holds."""
    told = json.dumps(asdict(counts), separators=(",", ":"))
    with turns.turn() as raw:
        raw.execute("UPDATE batch SET first = ?, last = ?, told = ? WHERE id = ?", (first, last, told, batch))


def ledger(raw: sqlite3.Connection, *, complete: bool) -> list[Batch]:
    """Return batches, newest first."""
    rows = raw.execute(f"{LEDGER} WHERE b.complete = ? ORDER BY b.id DESC", (int(complete),))
    return [_batch(*row) for row in rows]


def _batch(id: int, kind: str, ext: str, title: str, *rest: Any) -> Batch:
    source, name, at, complete, first, last, told = rest
    return Batch(id, Space(kind, ext, title), source, name, at, bool(complete), first, last, _counts(told))


def _counts(told: str) -> Counts:
    """Return counts as they were written down; a file may come from somebody else, so nothing is taken for granted."""
    try:
        found = json.loads(told)
    except ValueError:
        return Counts()
    if not isinstance(found, dict):
        return Counts()
    names = ("new", "updated", "unchanged", "refused", "people", "places", "erased")
    numbers = {name: found[name] for name in names if type(found.get(name)) is int}
    kinds = found.get("kinds")
    pairs = [tuple(pair) for pair in kinds if isinstance(pair, list)] if isinstance(kinds, list) else []
    whole = tuple(pair for pair in pairs if len(pair) == 2 and all(type(it) is int for it in pair))
    return Counts(**numbers, kinds=whole)
