"""Sizes of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SIZES: Final = {"A4": (595.276, 841.89), "Letter": (612.0, 792.0)}  # points, portrait


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper and how it lies."""

    name: str = "A4"
    landscape: bool = False

    @property
    def width(self) -> float:
        """Width in points."""
        return SIZES[self.name][1 if self.landscape else 0]

    @property
    def height(self) -> float:
        """Height in points."""
        return SIZES[self.name][0 if self.landscape else 1]
