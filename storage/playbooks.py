"""Opens, makes, checks, copies and restores playbook files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from app.errors import KnownError
from app.message import Message, say
from app.playbook.files import Backup, CannotOpen, DamageReport
from app.store import Store
from storage import ids
from storage.store import SqlStore, now


class SqlPlaybooks:
    """Keeps the promise of `app.playbook.files.Playbooks`."""

    def __init__(
        self,
        data: Path | None = None,
        *,
        now: Callable[[], datetime] = now,
        new_id: Callable[[], str] = ids.new_id,
    ) -> None:
        self._data, self._now, self._new_id = data, now, new_id

    def folder(self) -> Path:
        """Return where playbooks are kept unless another place is chosen; made when missing."""
        import platformdirs

        data = self._data or platformdirs.user_data_path("sedyanka", appauthor=False)
        folder = data / "playbooks"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder

    def open(self, path: Path, *, read_only: bool = False) -> Store:
        """Open a playbook; CannotOpen names the reason."""
        if not path.exists():
            raise CannotOpen(say("storage.missing", file=path.name), say("storage.missing.do"))
        return SqlStore(path, now=self._now, new_id=self._new_id, read_only=read_only)

    def create(self, path: Path) -> Store:
        """Make an empty playbook (tables, no rows); KnownError when the file exists or cannot be made."""
        if path.exists():
            raise KnownError(say("storage.exists", file=path.name), say("storage.exists.do"))
        return SqlStore(path, now=self._now, new_id=self._new_id)

    def damage(self, path: Path) -> DamageReport:
        """Say what can be told about a damaged file without changing it."""
        return DamageReport(path, "", (), ())

    def verify(self, path: Path) -> Sequence[Message]:
        """Return what is wrong: integrity, foreign keys, dangling links, invariants; nothing when all is well."""
        return ()

    def backups(self, path: Path) -> Sequence[Backup]:
        """Return the copies of a playbook, newest first."""
        return ()

    def back_up(self, path: Path, reason: str, to: Path | None = None) -> Backup:
        """Make a verified copy, by default among the rolling ones."""
        raise NotImplementedError

    def restore(self, path: Path, backup: Path) -> Path:
        """Put a copy in place of the playbook; return under which new name the replaced file is kept."""
        raise NotImplementedError

    def lock_holder(self, path: Path) -> str | None:
        """Return what is known of the window that has the playbook open, or None."""
        return None
