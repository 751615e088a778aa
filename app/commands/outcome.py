"""What became of files that were imported, for people and as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.ics.merge import Fate
from app.exchange.recognise import FileKind
from app.message import Message, say

KINDS: Final = (FileKind.ICS, FileKind.OUTLINE, FileKind.BOARD, FileKind.TASKS)


class Outcome:
    """Counts and names what became of the files."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self.kind = FileKind.ICS  # of the file that was looked at last
        self.source = ""  # of activity, when such an export was looked at last
        self._fates = dict.fromkeys(Fate, 0)
        self._refused: list[dict[str, str]] = []
        self._warnings: list[str] = []
        self._unknown: list[str] = []

    @property
    def readable(self) -> int:
        """How many things could be read."""
        return sum(self._fates.values())

    def read(self, paths: list[Path]) -> list[tuple[Path, bytes]]:
        """Return what files hold; those that are too large are noted."""
        files = []
        for path in paths:
            try:
                files.append((path, self._tools.outside.read(path)))
            except ImportRejected as rejected:
                self.refuse(path, rejected.place, rejected.why)
        return files

    def count(self, fate: Fate, n: int) -> None:
        """Count what came in."""
        self._fates[fate] += n

    def warn(self, why: Message, *about: str) -> None:
        """Note something that came in otherwise than it was."""
        what = " ".join(part for part in about if part)
        reason = self._tools.words(why)
        self._warnings.append(f"{what}: {reason}" if what else reason)

    def cannot_tell(self, what: Message) -> None:
        """Note what such a file does not say; once is enough."""
        sentence = self._tools.words(what)
        self._unknown += [sentence] if sentence not in self._unknown else []

    def refuse(self, path: Path, place: str, why: Message, what: str = "") -> None:
        """Note what does not come in."""
        reason = self._tools.words(why)
        self._refused.append({"file": path.name, "place": place, "reason": f"{what}: {reason}" if what else reason})

    def described(self) -> dict[str, Any]:
        """Return it as `--json` shows it: the shape is a contract."""
        return {
            "kind": self.source or (self.kind if self.kind in KINDS else FileKind.ICS).value,
            "new": self._fates[Fate.NEW],
            "updated": self._fates[Fate.UPDATED],
            "unchanged": self._fates[Fate.UNCHANGED],
            "refused": self._refused,
            "warnings": self._warnings,
            "unknown": self._unknown,
        }

    def show(self, *, dry: bool) -> None:
        """Print it for people: what came in on stdout, trouble on stderr."""
        words = self._tools.words
        counts = {name: self._fates[fate] for name, fate in (("new", Fate.NEW), ("updated", Fate.UPDATED))}
        counts |= {"unchanged": self._fates[Fate.UNCHANGED], "refused": len(self._refused)}
        self._tools.out(words(say("command.import.would", **counts) if dry else say("command.import.done", **counts)))
        for row in self._refused:
            self._tools.err(words(_refused(**row)))
        for sentence in (*self._warnings, *self._unknown):
            self._tools.err(sentence)


def _refused(file: str, place: str, reason: str) -> Message:
    """Return what people read: the line, where a place is one, or what else tells where."""
    if place.isdigit():
        return say("command.import.refused", file=file, place=place, reason=reason)
    if place:
        return say("command.import.refused.at", file=file, place=place, reason=reason)
    return say("command.import.refused.whole", file=file, reason=reason)
