"""Files of the person that are no playbooks: what is read to come in, and what is written to go out."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from app.errors import KnownError
from app.message import say


def read_whole(path: Path) -> bytes:
    """Return what a file holds; KnownError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise KnownError(say("command.error.read", file=str(path), why=_why(trouble))) from trouble


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, replacing one of that name; KnownError when it cannot be written."""
    made = ""
    try:
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(made).chmod(_rights(path))
        Path(made).replace(path)
    except OSError as trouble:
        if made:
            Path(made).unlink(missing_ok=True)
        raise KnownError(say("command.error.write", file=str(path), why=_why(trouble))) from trouble


def remove(path: Path) -> None:
    """Take back a playbook that was just made, with what SQLite lays beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _rights(path: Path) -> int:
    """Return the rights of the file that is replaced, or those that new files have here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _why(trouble: OSError) -> str:
    return trouble.strerror or type(trouble).__name__
