"""The identities and places of one space, found by the ids of their source and made where they are missing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, Final

from app.activity.identity import key_of, normalised, suppressed_mark
from app.activity.incoming import InPerson, InPlace, Space
from app.activity.wish import ImportWish
from storage.activity import before
from storage.activity.turns import Turns

NEW, UPDATED, UNCHANGED = range(3)
PRIVATE: Final = {
    "phone": "phone",
    "real_name": "real_name",
    "photo": "photo",
    "ip": "address",
    "ip_address": "address",
}
COLUMNS: Final = ", ".join(before.IDENTITY.values)
ADD: Final = f"INSERT INTO identity (id, space, key, {COLUMNS}, batch) VALUES ({', '.join('?' * 15)})"
ERASED: Final = -(1 << 62)  # stands for somebody whom nothing may be told of
Row = tuple[Any, ...]


class People(dict[str, int]):
    """Numbers of identities by the ids of their source; asked for one that is missing, it makes them."""

    def __init__(
        self, turns: Turns, space: Space, number: int, batch: int, wish: ImportWish, mark: Callable[[str], str]
    ):
        super().__init__()
        self._turns, self._space, self._number, self._batch, self._wish = turns, space, number, batch, wish
        self._mark = mark
        self._rows: dict[str, Row] = {}
        self._added: dict[str, None] = {}
        self._changed: dict[str, Row] = {}  # as they were
        self.fates: dict[str, int] = {}
        self._suppressed = turns.raw.execute("SELECT salt, mark FROM suppressed").fetchall()
        self._read()
        self._next = turns.raw.execute("SELECT coalesce(max(id), 0) + 1 FROM identity").fetchone()[0]

    def __missing__(self, ext: str) -> int:
        return self._take(InPerson(ext))

    def lay(self, people: Iterable[InPerson]) -> None:
        """Take in what is told of people; what was told before and is not told now stays."""
        for person in people:
            self._take(person)
            if len(self._added) + len(self._changed) >= self._turns.size:
                self.write()
        self.write()

    def write(self) -> None:
        """Write down whom there was news of."""
        if self._wish.dry or not (self._added or self._changed):
            return
        new = [(self[ext], *self._of(ext), *self._rows[ext], self._batch) for ext in self._added]
        old = [(*self._of(ext), *row) for ext, row in self._changed.items()]
        now = [(*self._of(ext), *self._rows[ext]) for ext in self._changed]
        self._added, self._changed = {}, {}
        for piece in self._turns.pieces(new):
            self._turns.raw.executemany(ADD, piece)
        if old:
            with self._turns.turn() as raw:
                before.keep(raw, self._batch, before.IDENTITY, [row for row, ext in self._others(old)])
                before.change(raw, before.IDENTITY, now)

    def _others(self, rows: list[Row]) -> list[tuple[Row, str]]:
        """Return the rows that an earlier import brought: what this one brought itself goes with it."""
        size = len(key_of(self._space.kind, self._space.ext, ""))
        return [(row, row[1][size:]) for row in rows if self.fates.get(row[1][size:]) != NEW]

    def _of(self, ext: str) -> tuple[int, str]:
        return self._number, key_of(self._space.kind, self._space.ext, ext)

    def _read(self) -> None:
        size = len(key_of(self._space.kind, self._space.ext, ""))
        for row in self._turns.raw.execute(f"SELECT id, key, {COLUMNS} FROM identity WHERE space = ?", (self._number,)):
            ext = row[1][size:]
            self[ext], self._rows[ext] = row[0], row[2:]

    def _take(self, person: InPerson) -> int:
        ext = person.ext
        known = self._rows.get(ext)
        if known is None:
            if ext in self or self._is_erased(person):
                self[ext] = ERASED
                return ERASED
            self[ext] = self._next
            self._next += 1
            self._rows[ext] = self._row(person, None)
            self._added[ext] = None
            self.fates[ext] = NEW
            return self[ext]
        row = self._row(person, known)
        self.fates.setdefault(ext, UNCHANGED)
        if row != known:
            if ext not in self._added:
                self._changed.setdefault(ext, known)
            self._rows[ext] = row
            if self.fates[ext] == UNCHANGED:
                self.fates[ext] = UPDATED
        return self[ext]

    def _row(self, person: InPerson, known: Row | None) -> Row:
        """Return what is known after somebody was told of; empty means not told."""
        email = person.email if "email" in self._wish.kept else ""
        foreign = {
            name: value for name, value in person.foreign.items()
            if value and PRIVATE.get(name, "") in ("", *self._wish.kept)
        }  # fmt: skip
        mark = self._mark(person.email)
        if known is None:
            words = json.dumps(foreign, ensure_ascii=False, sort_keys=True) if foreign else ""
            name = person.name or person.handle or person.ext
            return (
                name, person.handle, email, mark, person.zone, int(person.bot), int(person.staff), person.joined,
                person.left, person.seen, words,
            )  # fmt: skip
        if foreign:
            foreign = json.loads(known[10] or "{}") | foreign
        return (
            person.name or known[0], person.handle or known[1], email or known[2], mark or known[3],
            person.zone or known[4], int(person.bot or known[5]), int(person.staff or known[6]),
            _either(min, person.joined, known[7]), person.left if person.left is not None else known[8],
            _either(max, person.seen, known[9]),
            json.dumps(foreign, ensure_ascii=False, sort_keys=True) if foreign else known[10],
        )  # fmt: skip

    def _is_erased(self, person: InPerson) -> bool:
        if not self._suppressed:
            return False
        marks = [key_of(self._space.kind, self._space.ext, person.ext)]
        marks += [normalised(person.email)] if person.email else []
        return any(suppressed_mark(salt, what) == mark for what in marks for salt, mark in self._suppressed)


class Places(dict[str, int]):
    """Numbers of places by the ids of their source; one that nobody told of gets its id for a name. "" is none."""

    def __init__(self, turns: Turns, number: int, batch: int, *, dry: bool) -> None:
        super().__init__({"": 0})
        self._turns, self._number, self._batch, self._dry = turns, number, batch, dry
        self._rows: dict[str, Row] = {}
        for key, ext, *row in turns.raw.execute("SELECT id, ext, name, private FROM place WHERE space = ?", (number,)):
            self[ext], self._rows[ext] = key, tuple(row)
        self._next = turns.raw.execute("SELECT coalesce(max(id), 0) + 1 FROM place").fetchone()[0]
        self._own: set[str] = set()
        self.told: set[str] = set()

    def __missing__(self, ext: str) -> int:
        self.lay([InPlace(ext, ext)])
        return self[ext]

    def lay(self, places: Iterable[InPlace]) -> None:
        """Take in what is told of places."""
        for place in places:
            row = (place.name or place.ext, int(place.private))
            known = self._rows.get(place.ext)
            self.told.add(place.ext)
            if known == row:
                continue
            self._rows[place.ext] = row
            if known is None:
                self[place.ext], self._next = self._next, self._next + 1
                self._own.add(place.ext)
            if not self._dry:
                self._write(place.ext, known, row)

    def _write(self, ext: str, known: Row | None, row: Row) -> None:
        with self._turns.turn() as raw:
            if known is None:
                raw.execute(
                    "INSERT INTO place (id, space, ext, name, private, batch) VALUES (?, ?, ?, ?, ?, ?)",
                    (self[ext], self._number, ext, *row, self._batch),
                )
                return
            if ext not in self._own:
                before.keep(raw, self._batch, before.PLACE, [(self._number, ext, *known)])
            before.change(raw, before.PLACE, [(self._number, ext, *row)])


def _either(which: Callable[[int, int], int], new: int | None, known: int | None) -> int | None:
    if new is None or known is None:
        return known if new is None else new
    return which(new, known)


def read_secret(raw: sqlite3.Connection) -> bytes:
    """Return the key of the playbook, b"" when it has none yet."""
    found = raw.execute("SELECT key FROM secret").fetchone()
    return bytes(found[0]) if found else b""
