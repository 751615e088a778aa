"""Numbers as people and spreadsheets write them: which mark parts the decimals is found out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

POINT, COMMA = ".", ","
GREATEST: Final = 1e15  # beyond it not every whole number is one
LONG: Final = 40  # letters of a number
AROUND: Final = re.compile(r"[^\d.,\-+eE]|(?<!\d)[eE]|[eE](?![\d\-+])", re.ASCII)
GROUPS: Final = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+", re.ASCII)


def mark_of(texts: Iterable[str]) -> str:
    """Return which mark parts the decimals, "" when the texts do not tell."""
    for text in texts:
        bare = AROUND.sub("", text[:LONG]).rstrip(".,")
        marks = [letter for letter in bare if letter in ".,"]
        if not marks:
            continue
        if len(set(marks)) == 2:
            return marks[-1]
        if len(marks) > 1:  # 1.234.567
            return COMMA if marks[0] == POINT else POINT
        if not GROUPS.fullmatch(bare):
            return marks[0]
    return ""


def number_of(text: str, mark: str = POINT) -> float | None:
    """Return a number without the signs of money, per cent and thousands around it; None for what is none."""
    if len(text) > LONG:
        return None
    bare = AROUND.sub("", text).rstrip(".,")
    groups = COMMA if mark != COMMA else POINT
    try:
        found = float(bare.replace(groups, "").replace(mark or POINT, POINT))
    except ValueError:
        return None
    return found if abs(found) < GREATEST else None
