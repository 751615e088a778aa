"""Files with several names: SQLite keeps its log beside each name, so two of them in use would destroy each other."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from app.message import say
from app.playbook.files import CannotOpen
from storage import files, lock

SHARED: Final = (0x4000_0002, 510)  # first byte and number of those that SQLite locks while it has a file open


def has_others(file: Path) -> bool:
    """Tell whether a file has further names."""
    return file.stat().st_nlink > 1


def refuse_in_use(file: Path) -> None:
    """Raise CannotOpen when another process has a file open by whatever name."""
    if has_others(file) and lock.holder(file) != lock.myself() and _in_use(file):
        raise CannotOpen(say("storage.in_use.linked", file=file.name), say("storage.in_use.do"))


def part(file: Path) -> None:
    """Give a file that nobody has open a content of its own: its other names keep what they have."""
    if has_others(file):
        new = files.new_private(file.with_name(f".{file.name}.new"))
        shutil.copyfile(file, new)  # what waits in its log fits the copy as well
        files.put(new, file)


def _in_use(file: Path) -> bool:
    """Ask for the lock that SQLite would want to have alone; asking takes nothing from others."""
    if sys.platform == "win32":
        return False
    import fcntl

    first, length = SHARED
    handle = os.open(file, os.O_RDWR if files.writable(file) else os.O_RDONLY)
    try:
        kind = fcntl.LOCK_EX if files.writable(file) else fcntl.LOCK_SH
        fcntl.lockf(handle, kind | fcntl.LOCK_NB, length, first)
    except OSError as error:
        return error.errno in lock.TAKEN
    finally:
        os.close(handle)
    return False
