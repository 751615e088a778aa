"""Which events of a plan are looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that was given a name; `terms` are (key, value) pairs as on the command line."""

    id: str
    name: str
    terms: tuple[tuple[str, str], ...] = ()
    position: int = 0
