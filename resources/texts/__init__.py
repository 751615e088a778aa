"""Every text on screen, on paper and on the command line, by id and language.

One JSON file for each topic: `<language>/<topic>.json`, ids begin with the topic. A text with a plural is an object
with the forms "one" and "other", chosen by the value named `n` (English and Bulgarian share that rule). Blanks are
written {name}.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from app.message import Message

LANGUAGES: Final = ("en", "bg")
Text = str | dict[str, str]


@cache
def catalogue(language: str) -> dict[str, Text]:
    """Return all texts of one language by id."""
    texts: dict[str, Text] = {}
    for file in sorted((Path(__file__).parent / language).glob("*.json")):
        texts.update(json.loads(file.read_text(encoding="utf-8")))
    return texts


def find(language: str, id: str, values: dict[str, object], show: Callable[[object], str] = str) -> str:
    """Return a text with its blanks filled; `show` writes numbers and days the way of the language.

    A message in a blank is found likewise. An id without a text raises KeyError: a house test keeps both catalogues
    complete.
    """
    text = catalogue(language)[id]
    if isinstance(text, dict):
        text = text["one" if values.get("n") == 1 else "other"]
    if not values:
        return text
    return text.format_map({name: _filled(language, value, show) for name, value in values.items()})


def _filled(language: str, value: object, show: Callable[[object], str]) -> str:
    if isinstance(value, Message):
        return find(language, value.id, dict(value.values), show)
    return value if isinstance(value, str) else show(value)
