"""Coverage: the hours of a week in which somebody is there, what was promised, and who is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Duty:
    """A stretch of one weekday, minutes of wall time, in which a role is there."""

    id: str
    role: str
    weekday: int  # 0 = Monday
    start: int  # minutes after midnight
    end: int  # the first minute after it, at most 1440
    person: str = ""  # id of a Person; "" = whoever has the role
    week: date | None = None  # first day of the one week that it is for; None = every week without hours of its own


@dataclass(frozen=True, slots=True)
class Promise:
    """Within how many minutes somebody looks, and in which hours that is promised."""

    id: str
    name: str
    within: int
    weekdays: tuple[int, ...] = ()  # () = all
    start: int = 0  # minutes after midnight
    end: int = 1440
    position: int = 0


@dataclass(frozen=True, slots=True)
class Absence:
    """Whole days on which a person is away."""

    id: str
    person: str
    start: date
    end: date  # the last day
    why: str = ""
