"""The incident log: what happened, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from app.guide.escalation import Severity


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that happened."""

    id: str
    day: date
    at: time | None = None
    member: str = ""  # id of a Member
    scenario: str = ""  # id of a Scenario
    severity: Severity = Severity.LOW
    what: str = ""
    done: str = ""
    answered: int = 0  # minutes after which something was done, and one more; 0 = not yet
    level: str = ""  # id of the StrikeLevel given; "" = no strike
    expires: date | None = None  # first day on which the strike counts no more; None = it stays
    closed: bool = False
    created: int = 0  # UTC microseconds
