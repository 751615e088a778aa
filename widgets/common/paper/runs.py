"""Sets words of several looks on lines: bold ones, links with their addresses, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from app.text.light_markdown import Span
from widgets.common.paper.sheet import Text
from widgets.common.paper.style import Look, ascent, width

Run = tuple[str, Look]
PARTS: Final = re.compile(r"(\n)|([ \t\u00a0]*[ \t][ \t\u00a0]*)|([^\s]+|\s)")
OPEN: Final = 1.4  # from line to line, in sizes of the type
TIGHT: Final = 1.27  # in columns
PLACEHOLDER: Final = re.compile(r"(\{[a-z_]{1,40}\})")


class Line(NamedTuple):
    """Words on one line, each with its left edge; its height is that of its tallest look."""

    words: tuple[tuple[float, str, Look], ...]
    height: float

    def marks(self, x: float, y: float) -> Iterator[Text]:
        """Yield the marks of the line below y."""
        rise = max((ascent(look) for _, _, look in self.words), default=0.0)
        base = y + (self.height + rise) / 2 - 1.0
        for left, words, look in self.words:
            yield Text(x + left, base, words, look)


def runs_of(spans: Iterable[Span], look: Look) -> list[Run]:
    """Return the pieces of a text with their looks; a link is followed by the address that it leads to."""
    runs: list[Run] = []
    for span in spans:
        runs.append((span.text, look._replace(weight=600) if span.bold else look))
        shown = span.link.removeprefix("mailto:")
        if shown and shown not in span.text:
            runs.append((f" ({shown})", look._replace(role="text_muted")))
    return runs


def with_placeholders(text: str, look: Look) -> list[Run]:
    """Return a text whose placeholders stand out."""
    marked = look._replace(weight=600, role="accent_soft_text")
    return [(part, marked if PLACEHOLDER.fullmatch(part) else look) for part in PLACEHOLDER.split(text) if part]


def lines_of(runs: Iterable[Run], room: float, leading: float = OPEN) -> list[Line]:
    """Return the lines that the runs take; a word that is wider than the room is broken."""
    setting = _Setting(room, leading)
    for words, look in runs:
        setting.look = look
        for found in PARTS.finditer(words):
            if found[1]:
                setting.end_line()
            elif found[2]:
                setting.space(look)
            else:
                setting.piece(found[0], look)
    setting.end_line(last=True)
    return setting.lines


class _Setting:
    def __init__(self, room: float, leading: float) -> None:
        self.lines: list[Line] = []
        self.look = Look(9.5)
        self._room, self._leading = room, leading
        self._line: list[list[Run]] = []  # words, each of pieces that are never parted
        self._word: list[Run] = []

    def space(self, look: Look) -> None:
        self._end_word()
        if self._line and self._line[-1] != [(" ", look)]:
            self._line.append([(" ", look)])

    def piece(self, text: str, look: Look) -> None:
        if width(text, look) > self._room:
            self._end_word()
            for part in _broken(text, look, self._room):
                self._word.append((part, look))
                self._end_word()
        else:
            self._word.append((text, look))

    def end_line(self, *, last: bool = False) -> None:
        self._end_word()
        if self._line or not last:
            self._set()

    def _end_word(self) -> None:
        if len(self._word) > 1 and sum(width(*run) for run in self._word) > self._room:
            pieces, self._word = self._word, []
            for piece in pieces:  # a word of several looks that no line can hold
                self._word = [piece]
                self._end_word()
        if not self._word:
            return
        wide = sum(width(*run) for word in (*self._line, self._word) for run in word)
        if self._line and wide > self._room:
            self._set()
        self._line.append(self._word)
        self._word = []

    def _set(self) -> None:
        while self._line and self._line[-1][0][0] == " ":
            self._line.pop()
        merged: list[Run] = []
        for word in self._line:
            for text, look in word:
                if merged and (merged[-1][1] == look or text == " "):
                    merged[-1] = (merged[-1][0] + text, merged[-1][1])
                else:
                    merged.append((text, look))
        x, placed = 0.0, []
        for text, look in merged:
            placed.append((x, text, look))
            x += width(text, look)
        self.lines.append(
            Line(tuple(placed), max((it.size for _, it in merged), default=self.look.size) * self._leading)
        )
        self._line = []


def _broken(text: str, look: Look, room: float) -> Iterator[str]:
    """Yield a word in pieces that fit."""
    most = max(1, int(room / max(width("i", look), 0.1)))
    while text:
        low, high = 1, min(len(text), most)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if width(text[:middle], look) <= room else (low, middle - 1)
        yield text[:low]
        text = text[low:]
