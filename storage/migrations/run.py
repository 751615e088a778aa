"""Brings an older playbook to the version of this program: wholly, or not at all.

Alembic's own set-up would lose data on SQLite (a failed migration stays half done, a rebuilt table takes its children
along), so it only lends its operations: the transaction, the foreign keys and the version are kept here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, StaticPool, create_engine, event

from app.errors import BugError
from app.message import say
from app.playbook.files import CannotOpen
from storage import schema, search
from storage.connection import Mode, connect
from storage.trouble import meaning, told

Migration = Callable[[Operations], None]


def migrate(file: Path, version: int, steps: Mapping[int, Migration] | None = None) -> None:
    """Bring a file that nobody else has open from its version to ours, by `steps` named by where they lead."""
    with told(), closing(connect(file, Mode.WRITE)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")  # before BEGIN: inside a transaction SQLite ignores it
        with _through_sqlalchemy(raw) as db:  # before BEGIN too: a new engine takes back what was begun
            raw.execute("BEGIN IMMEDIATE")
            try:
                _carry_out(raw, db, file, version, steps)
                raw.execute("COMMIT")
            except BaseException:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raise
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _carry_out(
    raw: sqlite3.Connection, db: Connection, file: Path, version: int, steps: Mapping[int, Migration] | None
) -> None:
    if raw.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'view')").fetchone()[0]:
        raise CannotOpen(say("storage.foreign_schema", file=file.name), say("storage.foreign_schema.do"))
    number = _next_step(raw)
    schema.strip(raw)
    context = MigrationContext.configure(db, opts={"transactional_ddl": True})
    for to in range(version + 1, schema.VERSION + 1):
        step = steps[to] if steps is not None else import_module(f"storage.migrations.to_{to}").upgrade
        step(Operations(context))
    schema.furnish(raw)
    raw.execute("UPDATE open_step SET id = ?", (number,))
    search.rebuild(raw)
    raw.execute(f"PRAGMA user_version = {schema.VERSION}")
    if raw.execute("SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)").fetchone()[0]:
        raise BugError("a migration left rows that belong to nothing")
    if not schema.is_ours(raw):
        raise CannotOpen(say("storage.foreign_schema", file=file.name), say("storage.foreign_schema.do"))


def _next_step(raw: sqlite3.Connection) -> int:
    """Return the number of the next step: numbers go on, so that older copies can still be compared."""
    return int(raw.execute("SELECT max(id) FROM open_step").fetchone()[0] or 1)


def _through_sqlalchemy(raw: sqlite3.Connection) -> Connection:
    """Return the same connection as Alembic wants it."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw,
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",  # we begin and end transactions ourselves
        pool_reset_on_return=None,
    )
    event.listen(engine, "handle_error", _on_error)
    return engine.connect()


def _on_error(context: Any) -> None:
    """Stand between SQLAlchemy and us: whoever migrates meets errors of `app.errors` only."""
    error = context.original_exception
    if isinstance(error, sqlite3.Error):
        raise meaning(error) from error
