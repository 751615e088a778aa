"""Whether two sentences say the same: by words without endings, by words that stand for one another, and by "not".

Not a guess about meaning: it says which words made it, and a person may know better (a Link of role "same" or
"different" between the cards).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from app.personas.near_words import meaning
from app.personas.word_forms import Form, forms

ENOUGH: Final = 0.6  # share of the words that both say
INSIDE: Final = 0.8  # share of the shorter one that the longer one says too, …
AT_LEAST: Final = 2  # … with so many words
SPELLED: Final = 0.85  # how like two long words must be to be one that was mistyped
LONG: Final = 6  # letters
COMMON: Final = 5  # letters that two forms of one word begin with
FURTHER: Final = 3  # letters that one of them may go on for


@dataclass(frozen=True, slots=True)
class Alike:
    """How far two sentences say the same, and the words that made it."""

    share: float  # 0 to 1
    inside: float  # share of the shorter one
    words: tuple[tuple[str, str], ...]  # (of the one, of the other)
    opposed: tuple[tuple[str, str], ...]  # words by which they say the opposite

    def __bool__(self) -> bool:
        if self.opposed:
            return False
        enough = self.share >= ENOUGH or self.inside >= INSIDE
        return enough and (len(self.words) >= AT_LEAST or self.share == 1)


@dataclass(frozen=True, slots=True)
class _Word:
    name: str
    turned: bool
    written: str
    weight: float


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    found: dict[str, _Word] = {}
    for form in forms(text):
        word = _meant(form)
        found.setdefault(word.name, word)
    return tuple(found.values())


def _meant(form: Form) -> _Word:
    name, opposite = meaning(form.written, form.stem)
    return _Word(name, form.turned != opposite, form.written, form.weight)


def meanings_of(text: str) -> dict[str, str]:
    """Return what the words of a text stand for, each with the word as it was written."""
    return {word.name: word.written for word in _words(text)}


def alike(one: str, other: str) -> Alike:
    """Compare two sentences of one language."""
    first, second = _words(one), list(_words(other))
    sizes = _weight(first), _weight(second)
    pairs: list[tuple[_Word, _Word]] = []
    for word in first:
        if match := next((it for it in second if _same(word.name, it.name)), None):
            second.remove(match)
            pairs.append((word, match))
    if not pairs:
        return Alike(0.0, 0.0, (), ())
    denied = any(it.turned and match.turned for it, match in pairs)  # both say "not": of what, is said in another order
    both = [(it, match) for it, match in pairs if denied or it.turned == match.turned]
    opposed = [(it, match) for it, match in pairs if not denied and it.turned != match.turned]
    shared = _weight(min(pair, key=lambda it: it.weight) for pair in both)
    return Alike(2 * shared / sum(sizes), shared / min(sizes), _written(both), _written(opposed))


def _weight(words: Iterable[_Word]) -> float:
    return sum(it.weight for it in words)


def _written(pairs: Iterable[tuple[_Word, _Word]]) -> tuple[tuple[str, str], ...]:
    return tuple((it.written, match.written) for it, match in pairs)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    short, long = sorted((one, other), key=len)
    if len(short) >= COMMON and long.startswith(short) and len(long) - len(short) <= FURTHER:
        return True
    return len(short) >= LONG and SequenceMatcher(None, one, other).ratio() >= SPELLED
