"""Opens, makes, checks, copies and restores playbook files; what a start does not need is imported when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.message import Message, say
from app.playbook.files import Backup, BackupState, DamageReport, Salvaged
from app.store import Store
from storage import files, ids, lock, opening, schema
from storage.store import SqlStore, now
from storage.trouble import told

if TYPE_CHECKING:
    from storage.backups import Backups


class SqlPlaybooks:
    """Keeps the promise of `app.playbook.files.Playbooks`; `data` is where it may keep files of its own."""

    def __init__(
        self,
        data: Path | None = None,
        *,
        now: Callable[[], datetime] = now,
        new_id: Callable[[], str] = ids.new_id,
    ) -> None:
        self._chosen, self._now, self._new_id = data, now, new_id

    def prepare(self) -> None:
        """Do beforehand what the first opening waits for, in whatever thread."""
        schema.expected()

    def folder(self) -> Path:
        """Return where playbooks are kept unless another place is chosen; made when missing."""
        with told():
            return files.private_folder(self._data() / "playbooks")

    def open(self, path: Path, *, read_only: bool = False) -> Store:
        """Open a playbook; CannotOpen names the reason."""
        opening.found(path)
        return SqlStore(path, now=self._now, new_id=self._new_id, read_only=read_only, back_up=self._before_migration)

    def create(self, path: Path) -> Store:
        """Make an empty playbook (tables, no rows); KnownError when the file exists or cannot be made."""
        opening.create(path)
        return self.open(path)

    def damage(self, path: Path) -> DamageReport:
        """Say what can be told about a damaged file without changing it."""
        from storage import damage

        with told():
            found, readable, strange = damage.report(files.canonical(path))
        return DamageReport(path, found, readable, tuple(self.backups(path)), strange)

    def salvage(self, path: Path, to: Path) -> Salvaged:
        """Bring what can still be read of a damaged file into a new playbook, and say what could not."""
        from storage.salvage import salvage

        with told():
            try:
                return salvage(files.canonical(path), files.canonical(to))
            except FileExistsError as error:
                raise KnownError(say("storage.exists", file=to.name), say("storage.exists.do")) from error

    def verify(self, path: Path) -> Sequence[Message]:
        """Return what is wrong: integrity, foreign keys, dangling links, invariants; nothing when all is well."""
        from storage import verifying

        with told():
            return verifying.problems(path)

    def backups(self, path: Path) -> Sequence[Backup]:
        """Return the copies of a playbook, newest first."""
        with told():
            return self._copies_of(path).newest_first()

    def back_up(self, path: Path, reason: str, to: Path | None = None) -> Backup:
        """Make a verified copy, by default among the rolling ones; Damaged when the playbook fails its check."""
        from storage import copies

        file = opening.found(path)
        with told():
            if to is None:
                return self._copies_of(path).add(reason)
            try:
                copies.make(file, files.canonical(to))
            except FileExistsError as error:
                raise KnownError(say("storage.exists", file=to.name), say("storage.exists.do")) from error
            return copies.describe(to, self._now().astimezone(UTC), reason, BackupState.VERIFIED, None)

    def restore(self, path: Path, backup: Path) -> Path:
        """Put a copy in place of the playbook; return under which new name the replaced file is kept."""
        from storage import restoring

        with told():
            kept = restoring.restore(path, backup, self._now())
            self._copies_of(path).pause()
        return kept

    def lock_holder(self, path: Path) -> str | None:
        """Return what is known of the window that has the playbook open, or None."""
        return lock.holder(files.canonical(path))

    def _before_migration(self, path: Path) -> None:
        self._copies_of(path).add("migration")

    def _copies_of(self, path: Path) -> Backups:
        from storage.backups import Backups

        return Backups(self._data() / "backups", path, self._now)

    def _data(self) -> Path:
        from platformdirs import user_data_path

        return self._chosen or user_data_path("sedyanka", appauthor=False)
