"""One window per playbook: a lock beside the file that the system itself gives back when a process ends."""

from __future__ import annotations

import errno
import os
import sys
import time
import weakref
from contextlib import suppress
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FAR: Final = 1 << 30  # Windows keeps others from reading locked bytes: lock one behind the text
LONGEST: Final = 200
PATIENCE: Final = (0.02, 0.05)  # seconds: somebody may just be looking who holds it
TAKEN: Final = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class Held(Exception):
    """Somebody else has the lock; says who, as far as known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """A lock that is held until it is released or its process ends."""

    def __init__(self, playbook: Path) -> None:
        """Take the lock; raises Held, or OSError where no file can be made."""
        self._path = beside(playbook)
        handle = _take(self._path)
        self._close = weakref.finalize(self, os.close, handle)
        os.ftruncate(handle, 0)
        os.write(handle, myself().encode()[:LONGEST])

    def release(self) -> None:
        """Give the lock back; the file goes while it is still ours."""
        if self._close.alive:
            with suppress(OSError):  # Windows deletes no open files; the lock is given back all the same
                self._path.unlink()
            self._close()


def beside(playbook: Path) -> Path:
    """Return the lock of a playbook, whose path is canonical."""
    return playbook.with_name(f".{playbook.name}.lock")


def myself() -> str:
    """Return how this process is named in a lock."""
    return f"{_computer()} ({os.getpid()})"


def _computer() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def holder(playbook: Path) -> str | None:
    """Return what is known of who holds the lock, or None; takes nothing away."""
    path = beside(playbook)
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        return None if _locked(handle) else _words(handle)
    finally:
        os.close(handle)


def _take(path: Path) -> int:
    waits = iter(PATIENCE)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(handle):
            words = _words(handle)
            os.close(handle)
            pause = next(waits, None)
            if pause is None:
                raise Held(words)
            time.sleep(pause)
        elif _still_there(path, handle):
            return handle
        else:
            os.close(handle)  # the holder before us took the file away between our two steps


def _still_there(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _locked(handle: int) -> bool:
    """Try to lock an open file."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in TAKEN:
            return False
        raise
    return True


def _words(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, LONGEST).decode("utf-8", "replace").strip()
