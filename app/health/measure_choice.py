"""What a person decided of measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MeasureChoice:
    """Target of one measure, and which KPI it fills."""

    id: str
    measure: str  # id in the registry, or of an OwnMeasure
    target: float | None = None
    due: date | None = None
    kpi: str = ""
    leading: bool = False  # looked at in the weekly review


@dataclass(frozen=True, slots=True)
class Definition:
    """One written definition, such as who counts as a regular contributor."""

    id: str
    key: str  # contributor, regular, advocate, took_part, first_action, staff_counts
    kinds: tuple[str, ...] = ()  # names of ActivityKinds
    times: int = 1
    days: int = 0  # window, 0 without
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """A measure that a person made: a count, a ratio of two, or typed readings."""

    id: str
    name: str
    shape: str = "typed"  # count, ratio, typed
    top: tuple[str, ...] = ()  # conditions: kinds of activity and filters of members
    bottom: tuple[str, ...] = ()
    unit: str = ""
    days: int = 30
    level: str = "business"
    position: int = 0
