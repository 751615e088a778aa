"""One import: what it brought, from where, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.activity.incoming import Refused, Space

REFUSED_MOST: Final = 10_000  # are named one by one; all are counted


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people, activities and figures an export holds, by what they are to the playbook."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    people: int = 0
    places: int = 0
    erased: int = 0  # left out, because who did them was erased here
    kinds: tuple[tuple[int, int], ...] = ()  # (ActivityKind, how many were told)

    @property
    def readable(self) -> int:
        """How many things could be read."""
        return self.new + self.updated + self.unchanged + self.erased


@dataclass(frozen=True, slots=True)
class Laid:
    """What came of reading one export; `batch` is 0 when it was only looked at."""

    batch: int
    source: str  # id of an entry of app.activity.sources
    space: Space
    name: str  # of the file
    counts: Counts
    first: int | None = None  # UTC microseconds of the period that its activity covers
    last: int | None = None
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """One line of the ledger of imports; read only."""

    id: int
    space: Space
    source: str
    name: str
    at: int
    complete: bool
    first: int | None
    last: int | None
    counts: Counts
