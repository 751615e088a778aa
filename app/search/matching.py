"""How well a text answers what somebody typed, in whichever of two alphabets.

Both sides are spelled in Latin letters first, so that "ama" finds "АМА" and "balans" finds "Балансиране".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LATIN: Final = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "y",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "h",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sht",
    "ъ": "a",
    "ь": "y",
    "ю": "yu",
    "я": "ya",
    "ѝ": "i",
    "ы": "y",
    "э": "e",
    "ё": "yo",
}  # fmt: skip  (transliteration by the Bulgarian law of 2009)
CYRILLIC: Final = {latin: letter for letter, latin in reversed(LATIN.items()) if letter not in "ъьѝыэё"} | {
    "c": "ц", "j": "й", "q": "я", "w": "в", "x": "кс",
}  # fmt: skip
START, WORD, INSIDE, SCATTERED = 0, 1, 2, 3
LEAST_SCATTERED: Final = 3  # letters below which a scattered match means nothing


@dataclass(frozen=True, slots=True)
class Match:
    """How a text answers; lower ranks are better. Spans are (first, after last) places in the text."""

    rank: int
    spans: tuple[tuple[int, int], ...]


def match(query: str, text: str) -> Match | None:
    """Return how a text answers a query, every word of it, or None."""
    letters, places = _spelled(text)
    rank, spans = START, []
    for word in query.split():
        wanted, _ = _spelled(word)
        found = _find(wanted, letters)
        if found is None:
            return None
        rank = max(rank, found[0])
        spans += [(places[first], places[last] + 1) for first, last in found[1]]
    return Match(rank, _joined(spans))


def spellings(query: str) -> tuple[str, ...]:
    """Return a query as it was typed and as it would be in the other alphabet, for searches that know only letters."""
    latin = "".join(LATIN.get(letter, letter) for letter in query.casefold())
    cyrillic, rest = [], latin
    while rest:
        length = next((size for size in (3, 2, 1) if rest[:size] in CYRILLIC), 0)
        cyrillic.append(CYRILLIC[rest[:length]] if length else rest[0])
        rest = rest[max(1, length) :]
    return tuple(dict.fromkeys((query, latin, "".join(cyrillic))))


def _spelled(text: str) -> tuple[str, list[int]]:
    """Return a text in small Latin letters, and for each of them its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for small in letter.casefold():
            for latin in LATIN.get(small, small):
                letters.append(latin)
                places.append(place)
    return "".join(letters), places


def _find(wanted: str, letters: str) -> tuple[int, list[tuple[int, int]]] | None:
    """Return the rank and (first, last) places of the best occurrence."""
    if not wanted:
        return None
    if letters.startswith(wanted):
        return START, [(0, len(wanted) - 1)]
    at = letters.find(wanted)
    inside = at
    while at > 0:
        if not letters[at - 1].isalnum():
            return WORD, [(at, at + len(wanted) - 1)]
        at = letters.find(wanted, at + 1)
    if inside >= 0:
        return INSIDE, [(inside, inside + len(wanted) - 1)]
    return _scattered(wanted, letters) if len(wanted) >= LEAST_SCATTERED else None


def _scattered(wanted: str, letters: str) -> tuple[int, list[tuple[int, int]]] | None:
    """Find the letters in their order; each begins a word or follows the one before it."""
    begins = [at for at, letter in enumerate(letters) if letter.isalnum() and not letters[at - 1 : at].isalnum()]
    ways: list[tuple[int, ...]] = [()]  # where the letters found so far may lie, one way for each last place
    for letter in wanted:
        longer: dict[int, tuple[int, ...]] = {}
        for way in ways:
            after = way[-1] if way else -1
            for at in ([after + 1] if way else []) + [begin for begin in begins if begin > after]:
                if letters[at : at + 1] == letter:
                    longer.setdefault(at, (*way, at))
        ways = list(longer.values())
    return (SCATTERED, [(at, at) for at in ways[0]]) if ways else None


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for first, after in sorted(spans):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(after, joined[-1][1]))
        else:
            joined.append((first, after))
    return tuple(joined)
