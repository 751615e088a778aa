"""Files and folders that belong to one person, and changes of files that happen wholly or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path


def canonical(path: Path) -> Path:
    """Return the one path of a file, whichever links lead to it."""
    return Path(os.path.realpath(path))


def is_plain(path: Path) -> bool:
    """Tell whether there is an ordinary file: opening a pipe or a device would hang or do harm."""
    return stat.S_ISREG(path.stat().st_mode)


def writable(path: Path) -> bool:
    """Tell whether a file and its folder can be written; SQLite needs both."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one that gets its name, None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def looks(path: Path) -> tuple[int, ...]:
    """Return what another program that writes into a file changes."""
    found = path.stat()
    return (found.st_size,) if sys.platform == "win32" else (found.st_size, found.st_mtime_ns)  # there it comes late


def sides_of(path: Path) -> tuple[Path, Path]:
    """Return what SQLite keeps beside a playbook while it is open."""
    return log_of(path), path.with_name(path.name + "-shm")


def log_of(path: Path) -> Path:
    """Return the write-ahead log of SQLite, a part of the playbook while it is there."""
    return path.with_name(path.name + "-wal")


def has_log(path: Path) -> bool:
    """Tell whether commits wait in the log: the last close was not a clean one, or somebody is writing."""
    try:
        return log_of(path).stat().st_size > 0
    except FileNotFoundError:
        return False


def new_private(path: Path) -> Path:
    """Make an empty file that only its owner may read; what SQLite lays beside it gets the same rights."""
    path.unlink(missing_ok=True)
    without_sides(path)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return path


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner may enter, with those above it that are missing."""
    if not path.is_dir():
        private_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
    return path


def settle(path: Path) -> None:
    """Wait until a file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform == "win32":
        return  # no such call there
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def without_leftovers(path: Path) -> None:
    """Take away what programs that were killed left of a file in the making; its lock must be held."""
    for name in (f".{path.name}.new", f".{path.name}.tmp", f"..{path.name}.new.tmp"):
        path.with_name(name).unlink(missing_ok=True)
        without_sides(path.with_name(name))


def put(new: Path, path: Path) -> None:
    """Give a finished file its name, in place of one that has it."""
    settle(new)
    new.replace(path)
    settle_folder(path.parent)


def put_first(new: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError when something has it."""
    settle(new)
    try:
        os.link(new, path)
        new.unlink()
    except (PermissionError, NotImplementedError, OSError) as error:
        if isinstance(error, FileExistsError) or path.exists():
            raise FileExistsError(path) from error
        new.rename(path)  # a disk without hard links
    settle_folder(path.parent)


def set_aside(path: Path, name: Path) -> None:
    """Give a file a second name; where the disk knows none, its only one."""
    try:
        os.link(path, name)
    except OSError:
        path.rename(name)
    settle_folder(path.parent)


def emptied(log: Path) -> None:
    """Take away what SQLite would write into a file when it closes it: the file holds what somebody else put there."""
    with suppress(FileNotFoundError):
        os.truncate(log, 0)


def without_sides(path: Path) -> None:
    """Take away what SQLite left beside a file that is about to be another one."""
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).unlink()
