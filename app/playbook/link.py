"""Connections between things of any kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BECAME: Final = "became"  # the role of what a thing turned into
SAYS: Final = "says"  # the role of a message of an event
ANSWERS: Final = "answers"  # the role of what serves a card of a persona


@dataclass(frozen=True, slots=True)
class Link:
    """One thing points to another in a role; it stays when the other end is deleted."""

    id: str
    from_kind: str
    from_id: str
    to_kind: str
    to_id: str
    role: str
