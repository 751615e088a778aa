"""What a person said of the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Review:
    """One weekly look at the leading measures."""

    id: str
    week: date  # its Monday
    figures: tuple[tuple[str, str], ...] = ()  # (measure, value then)
    note: str = ""
    actions: tuple[str, ...] = ()  # ids of tasks
    done: int = 0  # UTC microseconds


@dataclass(frozen=True, slots=True)
class Summary:
    """One executive summary as edited; one that was never edited is written anew each time."""

    id: str
    start: date
    end: date  # exclusive
    language: str
    text: str = ""
    asks: str = ""
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Quieted:
    """An alarm that a person has seen."""

    id: str
    alarm: str  # measure and period
    until: date
