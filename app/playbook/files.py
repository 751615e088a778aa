"""What can be done with playbook files. `storage` keeps the promise; `main` hands it to the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.errors import KnownError
from app.message import Message
from app.store import Store

SUFFIX = ".sedyanka"


class CannotOpen(KnownError):
    """A file that is not opened; it was not changed."""


class Damaged(CannotOpen):
    """A playbook whose integrity check found damage."""


class Displaced(KnownError):
    """The file of an open playbook is not the one that was opened any more; what is open can still be copied."""


class BackupState(StrEnum):
    """Whether a copy can be trusted."""

    VERIFIED = "verified"
    UNCHECKED = "not checked"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a playbook made by itself, by the person or before something risky."""

    file: Path
    made: datetime  # UTC
    reason: str  # "automatic", "close", "manual", "migration", "restore", "import"
    bytes: int
    state: BackupState
    counts: tuple[tuple[str, int], ...] = ()  # (table, rows) of what a person would count: event, persona …
    steps_lost: int | None = None  # steps made since, when that can be told
    lost: tuple[tuple[datetime, Message], ...] = ()  # the latest of them, oldest first


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What is known of a damaged file."""

    file: Path
    found: str  # the first lines of the integrity check, for a report
    readable: tuple[tuple[str, int], ...]  # (table, rows) that can still be read
    backups: tuple[Backup, ...]  # newest first
    strange: tuple[Message, ...] = ()  # what is wrong with its values when the integrity check finds nothing


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came out of a damaged file."""

    counts: tuple[tuple[str, int], ...]  # (table, rows) in the new playbook
    lost: tuple[Message, ...]  # what could not be read


class Playbooks(Protocol):
    """Opens, makes, checks, copies and restores playbook files."""

    def folder(self) -> Path:
        """Return where playbooks are kept unless another place is chosen; made when missing."""

    def open(self, path: Path, *, read_only: bool = False) -> Store:
        """Open a playbook; CannotOpen names the reason."""

    def create(self, path: Path) -> Store:
        """Make an empty playbook (tables, no rows); KnownError when the file exists or cannot be made."""

    def damage(self, path: Path) -> DamageReport:
        """Say what can be told about a damaged file without changing it."""

    def salvage(self, path: Path, to: Path) -> Salvaged:
        """Bring what can still be read of a damaged file into a new playbook, and say what could not."""

    def verify(self, path: Path) -> Sequence[Message]:
        """Return what is wrong: integrity, foreign keys, dangling links, invariants; nothing when all is well."""

    def backups(self, path: Path) -> Sequence[Backup]:
        """Return the copies of a playbook, newest first."""

    def back_up(self, path: Path, reason: str, to: Path | None = None) -> Backup:
        """Make a verified copy, by default among the rolling ones; Damaged when the playbook fails its check.

        For "automatic" and "close" none is made of a state that was copied or restored last: the newest is returned.
        """

    def restore(self, path: Path, backup: Path) -> Path:
        """Put a copy in place of the playbook; return under which new name the replaced file is kept."""

    def lock_holder(self, path: Path) -> str | None:
        """Return what is known of the window that has the playbook open, or None."""
