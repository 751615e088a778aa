"""Programs: events that belong together and whom they serve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Program:
    """A theme over a period with its goal; Links with role "serves" lead to its KPIs."""

    id: str
    name: str
    goal: str = ""
    lead: str = ""  # id of a Person
    start: date | None = None
    end: date | None = None
    position: int = 0
    impact: int = 0  # 0 unknown, 1 low … 5 high, as of an event
    ease: int = 0
