"""Tables of what sources tell: many rows with whole numbers for keys, outside undo, removed import by import."""

from __future__ import annotations

from typing import Final

KEPT: Final = (
    """CREATE TABLE space (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ext TEXT NOT NULL, name TEXT NOT NULL,
    UNIQUE (kind, ext)) STRICT""",
    """CREATE TABLE batch (id INTEGER PRIMARY KEY, space INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    at INTEGER NOT NULL, complete INTEGER NOT NULL, first INTEGER, last INTEGER, told TEXT NOT NULL) STRICT""",
    """CREATE TABLE identity (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, space INTEGER NOT NULL, name TEXT NOT
    NULL, handle TEXT NOT NULL, email TEXT NOT NULL, email_mark TEXT NOT NULL, zone TEXT NOT NULL, bot INTEGER NOT
    NULL, staff INTEGER NOT NULL, joined INTEGER, gone INTEGER, seen INTEGER, foreign_words TEXT NOT NULL, batch
    INTEGER NOT NULL) STRICT""",
    """CREATE TABLE place (id INTEGER PRIMARY KEY, space INTEGER NOT NULL, ext TEXT NOT NULL, name TEXT NOT NULL,
    private INTEGER NOT NULL, batch INTEGER NOT NULL, UNIQUE (space, ext)) STRICT""",
    """CREATE TABLE activity (space INTEGER NOT NULL, ext TEXT NOT NULL, identity INTEGER NOT NULL, kind INTEGER NOT
    NULL, at INTEGER, place INTEGER NOT NULL, thread TEXT NOT NULL, target INTEGER NOT NULL, batch INTEGER NOT NULL,
    PRIMARY KEY (space, ext)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE activity_text (space INTEGER NOT NULL, ext TEXT NOT NULL, words TEXT NOT NULL, batch INTEGER NOT
    NULL, PRIMARY KEY (space, ext)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE figure (space INTEGER NOT NULL, measure TEXT NOT NULL, day TEXT NOT NULL, value REAL NOT NULL,
    batch INTEGER NOT NULL, PRIMARY KEY (space, measure, day)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE was (told INTEGER NOT NULL, kind TEXT NOT NULL, space INTEGER NOT NULL, ext TEXT NOT NULL, row TEXT
    NOT NULL, PRIMARY KEY (told, kind, space, ext)) WITHOUT ROWID, STRICT""",
    "CREATE INDEX was_of ON was (kind, space, ext)",
    "CREATE TABLE secret (id INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT",
    "CREATE TABLE suppressed (id INTEGER PRIMARY KEY, salt BLOB NOT NULL, mark BLOB NOT NULL) STRICT",
    """CREATE TABLE handed_out (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL)
    STRICT""",
)
