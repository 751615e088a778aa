"""Pictures, kept once by what they are made of and outside undo: what shows them comes and goes, they stay.

A picture goes when neither a thing nor the log names it any more.
"""

from __future__ import annotations

import sqlite3
from typing import Final

KEPT: Final = "CREATE TABLE picture (id TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL) STRICT"


def keep(db: sqlite3.Connection, data: bytes) -> str:
    """Keep a picture inside the caller's transaction; return its id, the SHA-256 of its bytes."""
    import hashlib

    name = hashlib.sha256(data).hexdigest()
    db.execute("INSERT INTO picture VALUES (?, ?) ON CONFLICT (id) DO NOTHING", (name, data))
    return name


def find(db: sqlite3.Connection, id: str) -> bytes | None:
    """Return the bytes of a picture, or None when it is not there."""
    found = db.execute("SELECT data FROM picture WHERE id = ?", (id,)).fetchone()
    return bytes(found[0]) if found else None
