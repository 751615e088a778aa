"""Texts without what cannot be seen: signs that turn words around, control characters, halves of letters."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

T = TypeVar("T")
UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
BREAKS: Final = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
LONGEST: Final = 100_000  # letters of one text that go into a document: more than anybody reads


def clean(text: str) -> str:
    """Return a text whose letters stand in the order in which they are read, cut where nobody reads on."""
    short = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return UNSEEN.sub("", BREAKS.sub("\n", short))


def cleaned(thing: T) -> T:
    """Return a thing of dataclasses and tuples with every text in it clean."""
    return _cleaned(thing)  # type: ignore[no-any-return]


def _cleaned(thing: Any) -> Any:
    if type(thing) is str:
        return clean(thing)
    if type(thing) is tuple:
        return tuple(_cleaned(one) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{it.name: _cleaned(getattr(thing, it.name)) for it in fields(thing)})
    return thing
