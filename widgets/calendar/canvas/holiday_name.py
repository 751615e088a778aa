"""The name of a holiday in the room of a day: official names are long, and their beginnings all alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from widgets.common.painted_text import elided, width_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

FURTHER: Final = re.compile(r",| and | и на ")  # what it is also the day of
DAY_OF: Final = re.compile(r"^(?:Day of (?:the )?|Ден на (?:светите братя )?)")
OF_WHAT: Final = re.compile(r" of | на | от ")


def fitting(name: str, font: QFont, room: float) -> str:
    """Return the longest form of a name that has room, the name with … when none has."""
    found = next((form for form in forms(name) if width_of(form, font) <= room), None)
    return elided(name, font, room) if found is None else found


@lru_cache(maxsize=256)
def forms(name: str) -> tuple[str, ...]:
    """Return a name and what people call the day instead, from long to short."""
    return tuple(dict.fromkeys(_forms(name)))


def _forms(name: str) -> Iterator[str]:
    yield name
    alone = FURTHER.split(name)[0]
    yield alone
    bare = DAY_OF.sub("", alone)
    if bare != alone:
        yield bare[:1].upper() + bare[1:]
        short = OF_WHAT.split(bare)[0]
        yield short[:1].upper() + short[1:]
