"""Puts a finished file in its place, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.message import say
from app.playbook.files import SUFFIX

SQLITE: Final = b"SQLite format 3\0"


def save(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; KnownError when that fails, and the old file stays."""
    _refuse_playbook(path)
    unfinished = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
            unfinished = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_rights(unfinished, path)
        unfinished.replace(path)
    except OSError as error:
        if unfinished:
            unfinished.unlink(missing_ok=True)
        why = error.strerror or type(error).__name__
        raise KnownError(
            say("printing.error.write", file=path.name, why=why), say("printing.error.write.do")
        ) from error


def _refuse_playbook(path: Path) -> None:
    if path.suffix == SUFFIX or (path.is_file() and _begins_with(path, SQLITE)):
        raise KnownError(say("printing.error.playbook", file=path.name), say("printing.error.playbook.do"))


def _begins_with(path: Path, start: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(start)) == start
    except OSError:
        return False


def _take_rights(unfinished: Path, path: Path) -> None:
    if path.exists():
        shutil.copymode(path, unfinished)
        return
    mask = os.umask(0)
    os.umask(mask)
    unfinished.chmod(0o666 & ~mask)
