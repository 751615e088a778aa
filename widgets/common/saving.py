"""Puts a finished file in its place, whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.message import say
from app.playbook.files import SUFFIX

SQLITE: Final = b"SQLite format 3\0"


def save(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; KnownError when that fails, and the old file stays."""
    _refuse_playbook(path)
    unfinished = path.with_name(f".{path.name[:40]}.part")  # always the same: one that a kill left is taken up
    try:
        unfinished.unlink(missing_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_rights(unfinished, path)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
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
