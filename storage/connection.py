"""How every connection to a playbook is set up; the defaults of SQLite and its driver would lose data."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import Final

APPLICATION: Final = 0x5365_6479  # "Sedy", in the header of the file
GUARDS: Final = (
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "foreign_keys=ON",
)
DURABLE: Final = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")


class Mode(StrEnum):
    """What a connection may do, and what the file's place must allow."""

    WRITE = "mode=rw"
    READ = "mode=rw&read"  # reads beside a writer, and repairs after one that was killed, as SQLite needs to
    LOOK = "mode=ro"  # reads beside a writer where nothing may be written
    FROZEN = "mode=ro&immutable=1"  # reads where nobody can be writing


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """Open a file that exists, in no transaction; raises sqlite3.Error."""
    address = f"{path.absolute().as_uri()}?{mode}"
    raw = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, cached_statements=512)
    try:
        for pragma in (*GUARDS, *(DURABLE if mode is Mode.WRITE else ("query_only=ON",))):
            raw.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        raw.close()
        raise
    return raw
