"""What a person chose for the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from widgets.common.paper.size import Paper


class Part(StrEnum):
    """A chapter of the printed plan."""

    QUARTER = "quarter"
    MONTHS = "months"
    AGENDA = "agenda"
    MATRIX = "matrix"


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
