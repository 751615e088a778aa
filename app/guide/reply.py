"""Sample replies: texts that were approved before they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say in a scenario; how it is said lies in its texts."""

    id: str
    name: str
    scenario: str = ""  # id of a Scenario
    approved_by: str = ""  # id of a Person
    approved: date | None = None
    review: date | None = None  # when somebody should look again
    used: int = 0  # times it was copied
    last_used: date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class ReplyText:
    """One variant in one language, with placeholders such as {name}."""

    id: str
    reply: str
    variant: str  # such as "Short", "Warm", "Formal"
    language: str
    text: str
    position: int = 0
