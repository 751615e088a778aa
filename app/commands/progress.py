"""Tells on stderr how far something long is, ten times at most."""

from __future__ import annotations

from typing import Final

from app.commands.tools import Tools
from app.message import say

LONG: Final = 2_000  # so many things take long enough to be told about


class Progress:
    """Can be called as often as there is news."""

    def __init__(self, tools: Tools) -> None:
        self._tools, self._told = tools, 0

    def __call__(self, done: int, of: int) -> None:
        """Take the news; it is told when another tenth is done."""
        tenth = done * 10 // of if of >= LONG else 0
        if tenth > self._told:
            self._told = tenth
            self._tools.err(self._tools.words(say("command.progress", percent=tenth * 10)))
