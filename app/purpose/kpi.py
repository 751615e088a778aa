"""KPIs: what shows that the purpose is being met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """Whether a KPI speaks of the community or of the business behind it."""

    COMMUNITY = "community"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Kpi:
    """A measurable outcome."""

    id: str
    name: str
    level: Level = Level.COMMUNITY
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    due: date | None = None
    position: int = 0
    since: date | None = None  # day of the baseline
