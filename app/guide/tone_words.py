"""Words that the tone of the guide does not want: what stands in quotation marks among its don'ts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from app.guide.tone import ToneLine, ToneShape

QUOTED: Final = re.compile(r"[“„\"«]([^“”„\"«»\n]{2,60})[”“\"»]")
SHORT: Final = 3  # words of a don't that is a wording as a whole
MOST: Final = 200  # wordings that are looked for
EDGES: Final = "…. ,;:!?"


def unwanted(lines: Iterable[ToneLine]) -> list[str]:
    """Return the wordings of the don'ts: those in quotation marks, or a don't of up to three words."""
    found: dict[str, None] = {}
    for line in lines:
        if line.shape is not ToneShape.PAIR:
            continue
        quoted = [it.strip(EDGES) for it in QUOTED.findall(line.other)]
        if not quoted and 0 < len(line.other.split()) <= SHORT:
            quoted = [line.other.strip(EDGES)]
        found.update(dict.fromkeys(it for it in quoted if it))
    return list(found)[:MOST]


def places(text: str, wordings: Iterable[str]) -> list[tuple[int, int]]:
    """Return where a text says one of the wordings as whole words, in order and without overlap."""
    patterns = [r"\b" + r"\s+".join(map(re.escape, it.split())) + r"\b" for it in wordings if it.split()]
    if not patterns:
        return []
    patterns.sort(key=len, reverse=True)
    return [found.span() for found in re.finditer("|".join(patterns), text, re.IGNORECASE)]
