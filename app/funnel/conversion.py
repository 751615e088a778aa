"""How many people go on from a stage to the next: what is wanted, and what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.funnel.stage import Stage
from app.purpose.reading import Reading

NEAR: Final = 0.9  # of the target still counts as being on the way
STAGE: Final = "stage"  # what a Reading of a stage is of


class Going(StrEnum):
    """How a conversion stands beside its target."""

    UNKNOWN = "unknown"  # never measured, or nothing wanted
    REACHED = "reached"
    NEAR = "near"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a stage wants and was measured at; readings oldest first."""

    target: float | None
    within: int
    readings: tuple[Reading, ...] = ()

    @property
    def newest(self) -> Reading | None:
        """Return the reading that counts now."""
        return self.readings[-1] if self.readings else None

    @property
    def value(self) -> float | None:
        """Return the share that counts now."""
        return self.newest.value if self.newest else None

    @property
    def change(self) -> float | None:
        """Return how much the share grew since the reading before."""
        return self.readings[-1].value - self.readings[-2].value if len(self.readings) > 1 else None

    @property
    def going(self) -> Going:
        """Return how the newest reading stands beside the target."""
        if self.value is None or not self.target:
            return Going.UNKNOWN
        if self.value >= self.target:
            return Going.REACHED
        return Going.NEAR if self.value >= self.target * NEAR else Going.BELOW


def conversion(stage: Stage, readings: Iterable[Reading]) -> Conversion:
    """Return the conversion of a stage from its readings in any order."""
    return Conversion(stage.target, stage.within, tuple(sorted(readings, key=lambda it: (it.day, it.id))))
