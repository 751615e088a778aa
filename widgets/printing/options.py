"""What a person chose for the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """A chapter of the printed plan."""

    QUARTER = "quarter"
    MONTHS = "months"
    AGENDA = "agenda"


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


UPRIGHT: Final = Paper()


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """Which pages, in which language, on which paper, and what stays private."""

    first: date
    last: date
    parts: tuple[Part, ...] = (Part.QUARTER, Part.AGENDA)
    paper: Paper = UPRIGHT
    language: str = "en"
    terms: tuple[tuple[str, str], ...] = ()  # a filter, as on the command line
    public: bool = False  # only what members may see
    hours: bool = True
    names: bool = True  # of the team
