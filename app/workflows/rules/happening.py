"""What rules act on: a subject, and the occasion on which something happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

DAY = "day"  # the kind of a subject that is a day itself
PART = "@"  # parts the id of a series from the start of one of its occurrences


def made_by(rule: str) -> str:
    """Return the source of what a rule makes."""
    return f"rule:{rule}"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that something happened to."""

    kind: str  # name of the table, or DAY
    id: str  # of an occurrence: the id of its series, PART, its original start
    thing: Any  # as it is now

    @property
    def key(self) -> tuple[str, str]:
        """The id of the thing, and the original start of an occurrence or ""."""
        whole, _, original = self.id.partition(PART)
        return whole, original


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that something happened; its name tells it from the others of its subject."""

    subject: Subject
    name: str  # such as the due day that was reached
    day: date  # on which it happened


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing as it was seen last, and as it is now; None where it is not there."""

    kind: type
    before: Any
    after: Any
