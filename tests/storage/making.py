"""Things to put into a playbook, and a look at all that a file holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from app.calendar.event import ChecklistStep, Event, Override
from app.message import say
from storage.store import SqlStore
from storage.tables import LOGGED

MONDAY, TUESDAY = date(2027, 3, 1), date(2027, 3, 2)


def an_event(**fields: Any) -> Event:
    return Event(**{"id": "e1", "title": "AMA", "kind": "ama", "day": MONDAY, "prep": 0.1 + 0.2} | fields)


def a_step(**fields: Any) -> ChecklistStep:
    return ChecklistStep(**{"id": "c1", "event": "e1", "position": 0, "text": "Invite the guest"} | fields)


def an_override(**fields: Any) -> Override:
    return Override(**{"id": "o1", "series": "e1", "original": "2027-03-08"} | fields)


def save(store: SqlStore, *things: Any, step: str = "step.add", merge: str | None = None) -> None:
    with store.change(say(step), merge=merge):
        for thing in things:
            store.of(type(thing)).save([thing])


def break_off(store: SqlStore, *things: Any) -> None:
    """Save things in a change that fails in its midst."""
    with store.change(say("step.break")):
        for thing in things:
            store.of(type(thing)).save([thing])
        raise ZeroDivisionError


def everything(path: Path) -> dict[str, list[str]]:
    """Every row of every table that undo knows, and what search knows of them, exactly as SQLite holds them."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as raw:
        rows = {table.name: raw.execute(f'SELECT * FROM "{table.name}" ORDER BY id').fetchall() for table in LOGGED}
        rows["search"] = raw.execute(
            "SELECT kind, id, title, body FROM searched LEFT JOIN search ON search.rowid = doc ORDER BY kind, id"
        ).fetchall()
        return {name: [repr(row) for row in found] for name, found in rows.items()}  # 1 is not 1.0, nor 0.0 -0.0
