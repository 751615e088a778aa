"""Files of the person that are no playbooks: what is read to come in, and what is written to go out."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.exchange.archive import Archive
from app.exchange.ics.size import BYTES_MOST, too_big
from app.message import Message, say
from app.playbook.files import SUFFIX
from storage import files

SQLITE: Final = b"SQLite format 3\0"
WHY_TEXTS: Final[dict[int, str]] = {
    errno.ENOENT: "command.why.missing",
    errno.ENOTDIR: "command.why.missing",
    errno.EACCES: "command.why.forbidden",
    errno.EPERM: "command.why.forbidden",
    errno.EROFS: "command.why.forbidden",
    errno.EISDIR: "command.why.folder",
    errno.ENOSPC: "command.why.full",
    errno.EDQUOT: "command.why.full",
}


class OutsideFiles:
    """Keeps the promise of `app.commands.tools.Outside`."""

    def read(self, path: Path) -> bytes:
        """Return what a file holds; KnownError when it cannot be read, ImportRejected when it is too large."""
        try:
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > BYTES_MOST:
                    raise too_big(path.name)
                return file.read(BYTES_MOST + 1)  # a device has no size and no end
        except OSError as trouble:
            raise KnownError(say("command.error.read", file=str(path), why=_why(trouble))) from trouble

    def export(self, path: Path) -> AbstractContextManager[Archive]:
        """Lend the files of an export of another platform; ImportRejected when it cannot be read."""
        from storage.exports import opened

        return opened(path)

    def check(self, path: Path) -> None:
        """Raise KnownError when a file cannot be written there, or is a playbook."""
        try:
            if path.suffix == SUFFIX or (path.is_file() and _begins_as_playbooks_do(path)):
                raise KnownError(say("command.error.playbook", file=path.name))
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "")
            if path.exists() and not path.is_file():  # a device or a pipe would be replaced by a file
                raise PermissionError(errno.EPERM, "")
            with tempfile.TemporaryFile(dir=path.parent):
                pass
        except OSError as trouble:
            raise _unwritable(path, trouble) from trouble

    def write(self, path: Path, content: bytes) -> None:
        """Write a file whole or not at all, replacing one of that name; KnownError when it cannot be written."""
        self.check(path)
        path = Path(os.path.realpath(path))  # a link to a file stays one
        made = path.with_name(f".{path.name[:40]}.part")  # always the same: one that a kill left is taken up
        try:
            with files.new_private(made).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            made.chmod(_rights(path))
            made.replace(path)
        except OSError as trouble:
            with suppress(OSError):
                made.unlink(missing_ok=True)
            raise _unwritable(path, trouble) from trouble

    def make_folder(self, path: Path) -> None:
        """Make a folder, unless it is there; KnownError when it cannot be made or written in."""
        try:
            path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=path):
                pass
        except OSError as trouble:
            raise _unwritable(path, trouble) from trouble

    def remove(self, path: Path) -> None:
        """Take back a playbook that was just made, with what SQLite lays beside it."""
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)


def _begins_as_playbooks_do(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE


def _rights(path: Path) -> int:
    """Return the rights of the file that is replaced, or those that new files have here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: Path, trouble: OSError) -> KnownError:
    missing = trouble.errno in {errno.ENOENT, errno.ENOTDIR}
    why = say("command.why.no_folder") if missing else _why(trouble)
    return KnownError(say("command.error.write", file=str(path), why=why))


def _why(trouble: OSError) -> Message:
    known = WHY_TEXTS.get(trouble.errno or 0)
    return Message(known) if known else say("command.why.other", why=trouble.strerror or type(trouble).__name__)
