"""Undo inside the database: triggers keep each changed row as it was before a step and as it became by it.

Values, never SQL text, are kept: a playbook is a file that others may send, and nothing in it may be run. A step holds
one row for each thing that it changed, however often: the first trigger keeps what was, each further one only replaces
what became. So steps need no order inside, typing folds by itself, and a step is turned back set by set.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Row, Table

from app.message import Message
from storage.tables import TABLES
from storage.wording import written

MANY: Final = 1000  # more things of a kind than this are told as "everything"
MERGE_WITHIN: Final = 5_000_000  # microseconds
MOST_STEPS: Final = 1000
MOST_BYTES: Final = 64 * 1024 * 1024

LOG: Final = (
    "CREATE TABLE step (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, merge TEXT NOT NULL,"
    " made INTEGER NOT NULL, changed INTEGER NOT NULL, undone INTEGER NOT NULL, things TEXT NOT NULL,"
    " bytes INTEGER NOT NULL) STRICT",
    "CREATE TABLE open_step (id INTEGER NOT NULL) STRICT",
)
TRIGGER: Final = """CREATE TRIGGER "undo_{table}_{event}" AFTER {event} ON "{table}"
WHEN EXISTS (SELECT 1 FROM open_step) BEGIN
  INSERT INTO "undo_{table}" SELECT open_step.id, {key}, {sides} FROM open_step WHERE true
  ON CONFLICT (step, id) DO UPDATE SET {became};
END"""


def install(db: Connection) -> None:
    """Create the log and, for each table, its two-sided shadow and the triggers that fill it."""
    for statement in LOG:
        db.exec_driver_sql(statement)
    for table in TABLES:
        names = table.columns.keys()
        sides = ", ".join(
            f'"{side}_{name}"' for side in ("old", "new") for name in names
        )  # no types: values stay exact
        db.exec_driver_sql(
            f'CREATE TABLE "undo_{table.name}" (step INTEGER NOT NULL, id TEXT NOT NULL, {sides},'
            " PRIMARY KEY (step, id)) WITHOUT ROWID"
        )
        for event, has in (("INSERT", ("new",)), ("UPDATE", ("old", "new")), ("DELETE", ("old",))):
            values = [f'{side}."{name}"' if side in has else "NULL" for side in ("old", "new") for name in names]
            became = ", ".join(f'"new_{name}" = excluded."new_{name}"' for name in names)
            text = TRIGGER.format(
                table=table.name, event=event, key=f"{has[0]}.id", sides=", ".join(values), became=became
            )
            db.exec_driver_sql(text)


def newest(db: Connection) -> Row[Any] | None:
    """Return the step that undo would take back."""
    return db.exec_driver_sql("SELECT * FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1").one_or_none()


def undone_last(db: Connection) -> Row[Any] | None:
    """Return the step that redo would do again."""
    return db.exec_driver_sql("SELECT * FROM step WHERE undone ORDER BY id LIMIT 1").one_or_none()


def begin(db: Connection, what: Message, merge: str, now: int) -> int:
    """Open a step, or the last one again when it has the same merge key: from here the triggers keep what changes."""
    id = (merge and _to_join(db, merge, now)) or None
    if id is None:
        db.exec_driver_sql(
            "INSERT INTO step (name, merge, made, changed, undone, things, bytes) VALUES (?, ?, ?, ?, 0, '', 0)",
            (written(what), merge, now, now),
        )
        id = db.exec_driver_sql("SELECT last_insert_rowid()").scalar_one()
    db.exec_driver_sql("INSERT INTO open_step VALUES (?)", (id,))
    return int(id)


def _to_join(db: Connection, merge: str, now: int) -> int | None:
    last = db.exec_driver_sql("SELECT id, merge, changed, undone FROM step ORDER BY id DESC LIMIT 1").one_or_none()
    if last is None or last.undone or last.merge != merge or not 0 <= now - last.changed <= MERGE_WITHIN:
        return None
    return int(last.id)


def end(db: Connection, step: int, now: int) -> dict[str, list[str]]:
    """Close the open step and return the ids that it touched, by table; a step that changed nothing is forgotten."""
    db.exec_driver_sql("DELETE FROM open_step")
    ids = touched(db, step, TABLES)
    left = {table.name: _fold(db, table, step) for table in TABLES if table.name in ids}
    things = [name for name, rows in left.items() if rows]
    if not things:
        db.exec_driver_sql("DELETE FROM step WHERE id = ?", (step,))
        return ids
    _forget(db, "undone AND id < ?", step)
    db.exec_driver_sql(
        "UPDATE step SET changed = ?, things = ?, bytes = ? WHERE id = ?",
        (now, " ".join(things), sum(left.values()), step),
    )
    _cap(db, step)
    return ids


def touched(db: Connection, step: int, tables: list[Table]) -> dict[str, list[str]]:
    """Return the ids that a step touched, cascades included, by table."""
    looks = " UNION ALL ".join(
        f"SELECT '{table.name}' WHERE EXISTS (SELECT 1 FROM \"undo_{table.name}\" WHERE step = :step)"  # noqa: S608
        for table in tables
    )
    names = db.exec_driver_sql(looks, {"step": step}).scalars().all()
    return {name: _ids(db, name, step) for name in names}


def _ids(db: Connection, table: str, step: int) -> list[str]:
    question = f'SELECT id FROM "undo_{table}" WHERE step = ? LIMIT {MANY + 1}'  # noqa: S608
    return list(db.exec_driver_sql(question, (step,)).scalars())


def _fold(db: Connection, table: Table, step: int) -> int:
    """Drop the rows that ended as they began; return about how many bytes the others take, 0 when none is left."""
    same = " AND ".join(f'"old_{name}" IS "new_{name}"' for name in table.columns.keys())  # noqa: SIM118
    db.exec_driver_sql(f'DELETE FROM "undo_{table.name}" WHERE step = ? AND {same}', (step,))  # noqa: S608
    return _bytes(db, table, step)


def _bytes(db: Connection, table: Table, step: int) -> int:
    sizes = " + ".join(
        f'coalesce(length(CAST("{side}_{name}" AS BLOB)), 0)'
        for side in ("old", "new")
        for name in table.columns.keys()  # noqa: SIM118
    )
    question = f'SELECT coalesce(sum({sizes}), 0) FROM "undo_{table.name}" WHERE step = ?'  # noqa: S608
    return int(db.exec_driver_sql(question, (step,)).scalar_one())


def _cap(db: Connection, newest: int) -> None:
    """Keep the log within its limits: whole oldest steps go, never the newest."""
    count, size = db.exec_driver_sql("SELECT count(*), sum(bytes) FROM step").one()
    if count <= MOST_STEPS and size <= MOST_BYTES:
        return
    last = 0
    for id, bytes in db.exec_driver_sql("SELECT id, bytes FROM step WHERE id < ? ORDER BY id", (newest,)).all():
        if count <= MOST_STEPS and size <= MOST_BYTES:
            break
        last, count, size = id, count - 1, size - bytes
    _forget(db, "id <= ?", last)


def forget(db: Connection) -> None:
    """Empty the log."""
    for table in TABLES:
        db.exec_driver_sql(f'DELETE FROM "undo_{table.name}"')  # noqa: S608
    db.exec_driver_sql("DELETE FROM step")


def _forget(db: Connection, which: str, bound: int) -> None:
    """Drop steps with the rows that they keep."""
    steps = db.exec_driver_sql(f"SELECT id, things FROM step WHERE {which}", (bound,)).all()  # noqa: S608
    for id, things in steps:
        for table in _named(things):
            db.exec_driver_sql(f'DELETE FROM "undo_{table.name}" WHERE step = ?', (id,))  # noqa: S608
        db.exec_driver_sql("DELETE FROM step WHERE id = ?", (id,))


def _named(things: str) -> list[Table]:
    names = set(things.split())
    return [table for table in TABLES if table.name in names]


def replay(db: Connection, step: Row[Any], *, back: bool) -> dict[str, list[str]]:
    """Take a step back, or do it again; return the ids that it touched, by table."""
    tables = _named(step.things)
    for table in tables:
        _turn(db, table, step.id, back=back)
    db.exec_driver_sql("UPDATE step SET undone = ? WHERE id = ?", (int(back), step.id))
    return touched(db, step.id, tables)


def _turn(db: Connection, table: Table, step: int, *, back: bool) -> None:
    """Put the other side of every row of one table in place."""
    is_now, to_be = ("new", "old") if back else ("old", "new")
    name, shadow = f'"{table.name}"', f'"undo_{table.name}"'
    names = [f'"{column}"' for column in table.columns.keys()]  # noqa: SIM118
    given = [f'{shadow}."{to_be}_{column}"' for column in table.columns.keys()]  # noqa: SIM118
    gone = f"SELECT id FROM {shadow} WHERE step = ? AND {to_be}_id IS NULL"  # noqa: S608
    db.exec_driver_sql(f"DELETE FROM {name} WHERE id IN ({gone})", (step,))  # noqa: S608
    db.exec_driver_sql(
        f"UPDATE {name} SET ({', '.join(names)}) = ({', '.join(given)}) FROM {shadow}"  # noqa: S608
        f" WHERE {shadow}.step = ? AND {shadow}.id = {name}.id AND {is_now}_id IS NOT NULL AND {to_be}_id IS NOT NULL",
        (step,),
    )
    db.exec_driver_sql(
        f"INSERT INTO {name} ({', '.join(names)}) SELECT {', '.join(given)} FROM {shadow}"  # noqa: S608
        f" WHERE step = ? AND {is_now}_id IS NULL AND {to_be}_id IS NOT NULL",
        (step,),
    )
