"""What is different between two texts, as somebody reads it: lines that came and went, and words within a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")
ALIKE: Final = 0.4  # from here on a line is the same one, reworded
MOST_LINES: Final = 3000
MOST_WORDS: Final = 3000


class Fate(StrEnum):
    """What became of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Words:
    """Words with one fate."""

    fate: Fate
    text: str


Difference = tuple[Words, ...]  # one line


@dataclass(frozen=True, slots=True)
class PartChange:
    """What became of one part of a document."""

    part: str  # its id
    name: str
    lines: tuple[Difference, ...]
    there_then: bool = True  # whether it can be put back as it was


def differences(before: Sequence[str], after: Sequence[str]) -> list[Difference]:
    """Return the lines that are not the same, in order."""
    old, new = before[:MOST_LINES], after[:MOST_LINES]
    found: list[Difference] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _lines(old[a:b], new[c:d])
    return found


def _lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Yield removed and added lines, each with the one that it became where there is such a one."""
    left = list(new)
    for line in old:
        near = max(left[:20], key=lambda it: _likeness(line, it), default="")
        if near and _likeness(line, near) >= ALIKE:
            for passed in left[: left.index(near)]:
                yield (Words(Fate.ADDED, passed),)
            left = left[left.index(near) + 1 :]
            yield tuple(_words(line, near))
        else:
            yield (Words(Fate.REMOVED, line),)
    for line in left:
        yield (Words(Fate.ADDED, line),)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _split(one), _split(other), autojunk=False).ratio()


def _words(old: str, new: str) -> Iterator[Words]:
    one, other = _split(old), _split(new)
    gone = come = ""
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    for number, (tag, a, b, c, d) in enumerate(codes):
        same = "".join(one[a:b]) if tag == "equal" else ""
        if same and ((gone or come) and number + 1 < len(codes) and not any(map(str.isalnum, same))):
            gone, come = gone + same, come + same  # a blank that stayed between words that did not is hard to read
        elif same:
            yield from _changed(gone, come)
            yield Words(Fate.SAME, same)
            gone = come = ""
        else:
            gone, come = gone + "".join(one[a:b]), come + "".join(other[c:d])
    yield from _changed(gone, come)


def _changed(gone: str, come: str) -> Iterator[Words]:
    if gone:
        yield Words(Fate.REMOVED, gone)
    if come:
        yield Words(Fate.ADDED, come)


def _split(text: str) -> list[str]:
    words = WORDS.findall(text)
    return [*words[: MOST_WORDS - 1], "".join(words[MOST_WORDS - 1 :])] if len(words) > MOST_WORDS else words
