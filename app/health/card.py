"""Cards of the health page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """What a card shows."""

    NUMBER = "number"
    TREND = "trend"
    FUNNEL = "funnel"
    COHORTS = "cohorts"
    NPS = "nps"
    CONCENTRATION = "concentration"
    TABLE = "table"
    TASKS = "tasks"
    CALCULATION = "calculation"
    SUMMARY = "summary"
    IMPORTS = "imports"


@dataclass(frozen=True, slots=True)
class Card:
    """One card; places and sizes are cells of a grid of 12 columns."""

    id: str
    kind: CardKind
    measures: tuple[str, ...] = ()
    name: str = ""
    x: int = 0
    y: int = 0
    width: int = 2
    height: int = 1
    segment: str = ""
    options: tuple[tuple[str, str], ...] = ()
    key: str = ""
