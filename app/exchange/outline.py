"""An outline as files carry it: lines below lines, with what our own maps have beside that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.errors import ImportRejected
from app.message import Message, say

OCTETS_MOST: Final = 20 * 1024 * 1024
ITEMS_MOST: Final = 50_000
DEEPEST: Final = 100
LETTERS_MOST: Final = 20_000  # of one text; more is cut, and told
FOREIGN_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """One line; `parent` is the place of another line before it, -1 for none."""

    text: str
    parent: int = -1
    notes: str = ""
    done: bool | None = None  # None: nothing is said about it
    folded: bool = False
    own: tuple[tuple[str, str], ...] = ()  # what our own maps know, by our names
    foreign: str = ""  # what we do not understand, as JSON, to be written back


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line across, between two items by their places."""

    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole file; parents come before their children."""

    title: str
    items: tuple[OutlineItem, ...]
    lines: tuple[OutlineLine, ...] = ()
    warnings: tuple[Message, ...] = ()


class Taking:
    """Takes items in, one after the other, and watches the limits."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.items: list[OutlineItem] = []
        self.cut = 0  # texts that were shortened
        self.left_out = 0  # what is not understood and too large to keep
        self._depths: list[int] = []

    def take(self, item: OutlineItem, place: str) -> int:
        """Keep an item and return its place; ImportRejected when there are too many, or it is too deep."""
        depth = self._depths[item.parent] + 1 if item.parent >= 0 else 1
        if depth > DEEPEST:
            raise ImportRejected(self.file, place, say("outline.deep", n=DEEPEST))
        if len(self.items) >= ITEMS_MOST:
            raise ImportRejected(self.file, place, say("outline.many", n=ITEMS_MOST))
        self._depths.append(depth)
        self.items.append(item)
        return len(self.items) - 1

    def short(self, text: str) -> str:
        """Return a text that is no longer than it may be, without blanks at the ends of its lines."""
        if len(text) > LETTERS_MOST:
            self.cut += 1
        return trimmed(text[:LETTERS_MOST])

    def warnings(self) -> list[Message]:
        """Return what was not taken as it came."""
        told = []
        if self.cut:
            told.append(say("outline.cut", n=self.cut))
        if self.left_out:
            told.append(say("outline.left_out", n=self.left_out))
        return told


def check_size(data: bytes, file: str) -> None:
    """Refuse a file that is larger than any outline is."""
    if len(data) > OCTETS_MOST:
        raise ImportRejected(file, "", say("outline.large", n=OCTETS_MOST // 1024 // 1024))


def check_something(items: Sequence[OutlineItem], file: str) -> None:
    """Refuse a file that holds no line at all."""
    if not items:
        raise ImportRejected(file, "", say("outline.empty"))


def trimmed(text: str) -> str:
    """Return a text without blanks at the ends of its lines and without empty lines at both ends."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def depth_first(items: Sequence[OutlineItem]) -> list[list[int]]:
    """Return the children of each item by place; the last list holds the items that hang on nothing."""
    children: list[list[int]] = [[] for _ in range(len(items) + 1)]
    for place, item in enumerate(items):
        children[item.parent].append(place)  # -1 is the last list
    return children
