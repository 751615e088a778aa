"""Undo inside the database: triggers keep each changed row as it was before a step and as it became by it.

Values, never SQL text, are kept: a playbook is a file that others may send, and nothing in it may be run. A step holds
one row for each thing that it changed, however often: the first trigger keeps what was, each further one only replaces
what became. So steps need no order inside, typing folds by itself, and a step is turned back set by set.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Final

from app.message import Message
from storage import shadow
from storage.tables import LOGGED
from storage.wording import written

MERGE_WITHIN: Final = 5_000_000  # microseconds
MOST_STEPS: Final = 1000
MOST_BYTES: Final = 64 * 1024 * 1024
KEPT: Final = (
    """CREATE TABLE step (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, merge TEXT NOT NULL, made INTEGER NOT NULL, changed INTEGER NOT NULL,
  undone INTEGER NOT NULL, things TEXT NOT NULL, bytes INTEGER NOT NULL
) STRICT""",
    "CREATE TABLE open_step (id INTEGER NOT NULL) STRICT",  # which step changes belong to; 0 none
    "INSERT INTO open_step VALUES (1)",
)
Touched = dict[str, list[str]]  # table -> ids


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo, as a row of the log."""

    id: int
    name: str  # a Message, as JSON
    merge: str = ""
    made: int = 0  # UTC microseconds
    changed: int = 0
    undone: int = 0
    things: str = ""  # names of the tables in which it changed something
    bytes: int = 0


class Log:
    """The steps of a playbook; only one program writes to it, so what it knows by heart stays true until `forget`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.forget()

    def forget(self) -> None:
        """Read anew what is known by heart: a transaction was rolled back."""
        self._last: Step | None = None
        self._next: int | None = None
        self._size: tuple[int, int] | None = None  # steps, bytes

    def newest(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._one("SELECT * FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1")

    def undone(self) -> Step | None:
        """Return the step that redo would do again."""
        return self._one("SELECT * FROM step WHERE undone ORDER BY id LIMIT 1")

    def begin(self, what: Message, merge: str, now: int) -> Step:
        """Return the step that changes belong to from here: a new one, or the last when it has the same merge key."""
        number = self._number()
        last = self._last_step()
        if last is not None and _goes_on(last, merge, now):
            self._db.execute("UPDATE open_step SET id = ?", (last.id,))
            return replace(last, changed=now)
        return Step(number, written(what), merge, now, now)

    def joins(self, step: Step) -> bool:
        """Tell whether an open step goes on with one that was there."""
        return step.id != self._number()

    def touched(self, step: Step) -> Touched:
        """Return the ids that the open step touched so far, cascades included."""
        return shadow.touched(self._db, step.id, LOGGED)

    def end(self, step: Step, touched: Touched) -> None:
        """Close the open step; it is forgotten when everything ended as it began."""
        left = {table.name: shadow.fold(self._db, table, step.id) for table in LOGGED if table.name in touched}
        things = " ".join(name for name, weight in left.items() if weight)
        last = self._last_step()
        if self.joins(step):
            self._drop_line(step)
            self._db.execute("UPDATE open_step SET id = ?", (self._number(),))
        elif things:
            self._next = self._number() + 1
            self._db.execute("UPDATE open_step SET id = ?", (self._next,))
        if not things:
            return
        if last is not None and last.undone:
            self._drop("undone")
        self._add(replace(step, things=things, bytes=sum(left.values())))

    def replay(self, step: Step, *, back: bool) -> Touched:
        """Take a step back, or do it again; return the ids that it touched."""
        number = self._number()
        tables = [table for table in LOGGED if table.name in step.things.split()]
        self._db.execute("UPDATE open_step SET id = 0")
        shadow.turn(self._db, tables, step.id, back=back)
        self._db.execute("UPDATE open_step SET id = ?", (number,))
        self._db.execute("UPDATE step SET undone = ? WHERE id = ?", (int(back), step.id))
        self._last = None
        return shadow.touched(self._db, step.id, tables)

    def forget_undone(self) -> None:
        """Drop what could be done again."""
        self._drop("undone")

    def empty(self) -> None:
        """Drop every step."""
        self._drop("true")

    def _add(self, step: Step) -> None:
        values = (step.id, step.name, step.merge, step.made, step.changed, 0, step.things, step.bytes)
        self._db.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        self._grow(1, step.bytes)
        self._last = step
        self._cap(step.id)

    def _cap(self, newest: int) -> None:
        """Keep the log within its limits: whole oldest steps go, never the newest."""
        steps, weight = self._weighed()
        if steps <= MOST_STEPS and weight <= MOST_BYTES:
            return
        last = 0
        for number, size in self._db.execute("SELECT id, bytes FROM step WHERE id < ? ORDER BY id", (newest,)):
            if steps <= MOST_STEPS and weight <= MOST_BYTES:
                break
            last, steps, weight = number, steps - 1, weight - size
        self._drop(f"id <= {last}")

    def _drop(self, which: str) -> None:
        """Drop steps with the rows that they keep."""
        for values in self._db.execute(f"SELECT * FROM step WHERE {which}").fetchall():
            step = Step(*values)
            for table in LOGGED:
                if table.name in step.things.split():
                    shadow.drop(self._db, table, step.id)
            self._drop_line(step)

    def _drop_line(self, step: Step) -> None:
        self._db.execute("DELETE FROM step WHERE id = ?", (step.id,))
        self._grow(-1, -step.bytes)
        if self._last is not None and self._last.id == step.id:
            self._last = None

    def _number(self) -> int:
        """Return the number of the next step; none is ever used twice, so that copies can be compared."""
        if self._next is None:
            self._next = int(self._db.execute("SELECT id FROM open_step").fetchone()[0])
        return self._next

    def _last_step(self) -> Step | None:
        if self._last is None:
            self._last = self._one("SELECT * FROM step ORDER BY id DESC LIMIT 1")
        return self._last

    def _weighed(self) -> tuple[int, int]:
        if self._size is None:
            self._size = self._db.execute("SELECT count(*), coalesce(sum(bytes), 0) FROM step").fetchone()
        return self._size

    def _grow(self, steps: int, weight: int) -> None:
        if self._size is not None:
            self._size = (self._size[0] + steps, self._size[1] + weight)

    def _one(self, question: str) -> Step | None:
        values = self._db.execute(question).fetchone()
        return values and Step(*values)


def _goes_on(last: Step, merge: str, now: int) -> bool:
    return bool(merge) and last.merge == merge and not last.undone and 0 <= now - last.changed <= MERGE_WITHIN
