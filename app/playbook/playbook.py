"""The settings that travel with a playbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

PLAYBOOK_ID: Final = "playbook"


@dataclass(frozen=True, slots=True)
class Playbook:
    """The community and the quarter; there is exactly one, its id is PLAYBOOK_ID."""

    id: str
    name: str
    lead: str = ""  # who runs it, as shown under the name
    language: str = "en"  # of the content
    start: date = date(2027, 1, 4)  # a day of the week that the quarter begins with
    first_weekday: int = 0  # 0 Monday … 6 Sunday
    zone: str = "UTC"  # IANA
    capacity: float = 8.0  # hours a week
    holidays: tuple[str, ...] = ()  # country codes, ISO 3166
    quiet_days: tuple[int, ...] = ()  # weekdays on which nothing should happen
    work_from: int = 9  # hour
    work_to: int = 18


@dataclass(frozen=True, slots=True)
class WeekCapacity:
    """Another capacity for one week, named by its first day."""

    id: str
    week: date
    hours: float


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team who can own an event."""

    id: str
    name: str
    position: int = 0
