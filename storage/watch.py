"""Notices what other programs do to the files of an open playbook, before a change is lost in them."""

from __future__ import annotations

from pathlib import Path

from app.message import say
from app.playbook.files import Displaced
from storage import files


class Watch:
    """Knows the file and what SQLite keeps beside it as our own last change left them.

    While it is open only we write to the file: readers write nothing, and no other writer gets in.
    """

    def __init__(self, file: Path) -> None:
        self._file, self._sides = file, files.sides_of(file)
        self._identity = files.identity(file)
        self._looks: tuple[int, ...] | None = None
        self.lent = False  # to a child process of ours, which writes too
        self._beside: tuple[tuple[int, int] | None, ...] = (None, None)

    def remember(self) -> None:
        """Take the files for what they are now."""
        if files.identity(self._file) == self._identity:
            self._looks = files.looks(self._file)
            self._beside = self._beside if all(self._beside) else tuple(map(files.identity, self._sides))

    @property
    def overwritten(self) -> bool:
        """Whether what is in the file is not ours any more."""
        ours = files.identity(self._file) == self._identity and not self.lent
        return ours and self._looks is not None and files.looks(self._file) != self._looks

    def check(self) -> None:
        """Raise Displaced when what is written now would be gone with the window, or do harm."""
        name = self._file.name
        if files.identity(self._file) != self._identity:
            raise Displaced(say("storage.displaced", file=name), say("storage.displaced.do"))
        if self.overwritten:
            raise Displaced(say("storage.overwritten", file=name), say("storage.overwritten.do"))
        for side, known in zip(self._sides, self._beside, strict=True):
            if known and files.identity(side) != known:
                raise Displaced(say("storage.parted", file=side.name), say("storage.displaced.do"))
