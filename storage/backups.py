"""The rolling copies of one playbook, in a folder of their own."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import time
from typing import Final

from app.errors import BugError
from app.playbook.files import SUFFIX, Backup, BackupState
from storage import copies, files, opening
from storage.steps import Steps
from storage.thinning import kept

NAME: Final = re.compile(r"(\d{6}) (\d{8}T\d{6}Z) ([a-z]+)" + re.escape(SUFFIX))
WHEN: Final = "%Y%m%dT%H%M%SZ"
BY_ITSELF: Final = frozenset({"automatic", "close"})
KEPT_OF_A_REASON: Final = 5  # of those made on request or before something risky, whenever that was
CHECKED_AT_MOST: Final = 64 * 1024 * 1024  # bytes read for a list of copies
IN_THE_MAKING: Final = 600  # seconds
PAUSE: Final = "restored"  # holds the stamp of what was restored, until that is changed


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of the folder, as its name tells; numbers grow, whatever the clock does."""

    file: Path
    number: int
    made: datetime
    reason: str


class Backups:
    """The folder with the copies of one playbook."""

    def __init__(self, root: Path, playbook: Path, now: Callable[[], datetime]) -> None:
        self._playbook, self._now = files.canonical(playbook), now
        place = hashlib.sha256(str(self._playbook).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        self._folder = root / f"{self._playbook.stem[:40]} {place}"

    def add(self, reason: str) -> Backup:
        """Make a verified copy and drop what is not kept; by itself none is made twice of the same state."""
        files.private_folder(self._folder)
        self._clear()
        now = steps_of(self._playbook)
        newest = next(iter(self._copies()), None)
        if reason in BY_ITSELF and newest and now and self._holds(now.stamp, newest.file):
            with closing(opening.reading(self._playbook)) as opened:
                opening.whole(opened.raw)
            return copies.describe(newest.file, newest.made, newest.reason, BackupState.VERIFIED, now)
        made = self._now().astimezone(UTC)
        number = newest.number + 1 if newest else 1
        file = self._folder / f"{number:06d} {made:{WHEN}} {reason}{SUFFIX}"
        if not NAME.fullmatch(file.name):
            raise BugError(f"a copy with such a name would never be found again: {file.name}")
        copies.make(self._playbook, file)
        copies.seal(file)
        (self._folder / PAUSE).unlink(missing_ok=True)
        self._thin()
        return copies.describe(file, made, reason, BackupState.VERIFIED, now)

    def newest_first(self) -> list[Backup]:
        """Return the copies, newest first; the latest are compared with their checksums."""
        now = steps_of(self._playbook)
        found: list[Backup] = []
        read = 0
        for copy in self._copies():
            read += copy.file.stat().st_size
            state = copies.state(copy.file) if read <= CHECKED_AT_MOST or not found else BackupState.UNCHECKED
            found.append(copies.describe(copy.file, copy.made, copy.reason, state, now))
        return found

    def pause(self) -> None:
        """Make none by itself before the playbook is changed: nothing is dropped while a person decides."""
        now = steps_of(self._playbook)
        files.private_folder(self._folder)
        copies.write(self._folder / PAUSE, now.stamp if now else "")

    def _holds(self, stamp: str, newest: Path) -> bool:
        """Tell whether the state with this stamp was restored, or is what the newest copy holds."""
        try:
            return (self._folder / PAUSE).read_text(encoding="utf-8") == stamp
        except (OSError, UnicodeDecodeError):
            known = steps_of(newest)
            return known is not None and known.stamp == stamp and copies.state(newest) is BackupState.VERIFIED

    def _copies(self) -> list[Copy]:
        """Return what the folder holds, newest first."""
        found = []
        for file in self._folder.glob(f"*{SUFFIX}"):
            if match := NAME.fullmatch(file.name):
                with suppress(ValueError):  # a name that only looks like ours
                    made = datetime.strptime(match[2], WHEN).replace(tzinfo=UTC)
                    found.append(Copy(file, int(match[1]), made, match[3]))
        return sorted(found, key=lambda copy: copy.file.name, reverse=True)

    def _clear(self) -> None:
        """Take away what programs that were killed left; what another one is just making is younger."""
        for file in self._folder.glob(".*.tmp*"):
            with suppress(OSError):
                if not 0 <= time() - file.stat().st_mtime < IN_THE_MAKING:
                    file.unlink()

    def _thin(self) -> None:
        found = self._copies()
        stays = {copy.file for copy in kept(found, lambda copy: copy.made)}
        for reason in {copy.reason for copy in found} - BY_ITSELF:
            stays |= {copy.file for copy in [copy for copy in found if copy.reason == reason][:KEPT_OF_A_REASON]}
        for copy in found:
            if copy.file not in stays:
                copies.remove(copy.file)


def steps_of(playbook: Path) -> Steps | None:
    """Return the log of a file as it is now, if it can be read."""
    try:
        with closing(opening.reading(playbook)) as opened:
            return Steps.of(opened.raw)
    except (sqlite3.Error, OSError):
        return None
