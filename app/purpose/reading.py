"""Readings: what a KPI or a stage was measured at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a KPI, or the share (0 to 1) of people who went on from a stage; with its day and where it is from."""

    id: str
    of_kind: str  # "kpi", "stage" or "persona_card"
    of_id: str
    day: date
    value: float
    source: str = ""
