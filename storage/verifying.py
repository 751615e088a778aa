"""Finds what is wrong with a playbook: in the file, between things, and in what must always be true."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID
from storage import opening, search
from storage.kinds import named
from storage.repository import SqlRepository
from storage.tables import BY_NAME, TABLES

LINES: Final = 5
REFERENCES: Final = (  # (table, column, table it leads to); `tactic` and `split_from` of an event are only memories
    ("event", "kind", "kind"),
    ("event", "program", "program"),
    ("event", "stage", "stage"),
    ("event", "channel", "channel"),
    ("event", "owner", "person"),
    ("event", "kpi", "kpi"),
    ("tactic", "kind", "kind"),
    ("tactic", "stage", "stage"),
    ("tactic", "channel", "channel"),
    ("tactic", "owner", "person"),
    ("program", "lead", "person"),
)
LISTS: Final = (("event", "personas", "persona"), ("tactic", "personas", "persona"))


def problems(path: Path) -> list[Message]:
    """Return what is wrong with a playbook, the gravest first; CannotOpen when it cannot be looked at."""
    opened = opening.open_to_read(path)
    try:
        broken = [say("storage.found.damage", what=line) for line in opening.integrity(opened.raw, LINES)]
        found = broken or [*_between(opened.raw), *_values(opened.raw)]
        return found or [*_always(opened.raw)]  # cannot be asked of values that are no values
    finally:
        opened.close()


def wrong_inside(raw: sqlite3.Connection) -> list[Message]:
    """Return what keeps a file from being opened although SQLite finds it whole."""
    strange = list(_values(raw))
    return strange or [it for it in _always(raw) if it.id == "storage.found.settings"]


def _between(raw: sqlite3.Connection) -> Iterator[Message]:
    """Find what leads to something that is not there."""
    lost = raw.execute('SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1').fetchall()
    for table, count in lost:
        yield say("storage.found.orphans", table=named(table), n=count)
    for table, column, to in REFERENCES:
        leads = f'SELECT count(*) FROM "{table}" WHERE "{column}" <> \'\' AND "{column}" NOT IN (SELECT id FROM "{to}")'
        yield from _dangling(raw, leads, table, to)
    for table, column, to in LISTS:
        values = f'json_each(iif(json_valid("{column}"), "{column}", \'[]\')) AS part'
        leads = f'SELECT count(*) FROM "{table}", {values} WHERE part.value NOT IN (SELECT id FROM "{to}")'
        yield from _dangling(raw, leads, table, to)
    for side in ("from", "to"):
        for (kind,) in raw.execute(f"SELECT DISTINCT {side}_kind FROM link").fetchall():
            known = f'AND {side}_id NOT IN (SELECT id FROM "{kind}")' if kind in BY_NAME else ""
            leads = f"SELECT count(*) FROM link WHERE {side}_kind = :kind {known}"
            yield from _dangling(raw, leads, "link", str(kind), kind=kind)


def _dangling(raw: sqlite3.Connection, leads: str, table: str, to: str, **values: str) -> Iterator[Message]:
    count = raw.execute(leads, values).fetchone()[0]
    if count:
        yield say("storage.found.dangling", table=named(table), to=named(to), n=count)


def _values(raw: sqlite3.Connection) -> Iterator[Message]:
    """Find values that no version of this program would have written."""
    for table in TABLES:
        try:
            SqlRepository(raw, table.kind, lambda: None).all()
        except (KnownError, sqlite3.Error):
            yield say("storage.found.strange", table=named(table.name))


def _always(raw: sqlite3.Connection) -> Iterator[Message]:
    """Find what contradicts a rule of ours."""
    settings = [key for (key,) in raw.execute("SELECT id FROM playbook")]
    if settings != [PLAYBOOK_ID]:
        yield say("storage.found.settings", n=len(settings))
    if not search.complete(raw):
        yield say("storage.found.search")
