"""What a person wants to take out of the playbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from widgets.common.paper.size import Paper
from widgets.printing.options import UPRIGHT, PaperOptions, Part


class Format(StrEnum):
    """The files that a plan can become."""

    PDF = "pdf"
    ICS = "ics"
    PNG = "png"
    CSV = "csv"
    MARKDOWN = "markdown"

    @property
    def on_paper(self) -> bool:
        """Whether it shows pages."""
        return self in {Format.PDF, Format.PNG}

    @property
    def suffix(self) -> str:
        """How its files end."""
        return ".md" if self is Format.MARKDOWN else f".{self.value}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything that was chosen on the page."""

    first: date
    last: date
    format: Format = Format.PDF
    parts: tuple[Part, ...] = (Part.QUARTER, Part.AGENDA)
    paper: Paper = UPRIGHT
    language: str = "en"
    terms: tuple[tuple[str, str], ...] = ()
    public: bool = False
    names: bool = True
    hours: bool = True
    split: bool = False  # what Outlook skips goes out as several series
    all_days: bool = False  # of a calendar file: not only those of the stretch

    def options(self) -> PaperOptions:
        """Return what of it concerns paper; a picture shows the quarter, or the matrix when that alone is wanted."""
        picture = (Part.MATRIX,) if self.parts == (Part.MATRIX,) else (Part.QUARTER,)
        parts = picture if self.format is Format.PNG else self.parts
        return PaperOptions(
            self.first, self.last, parts, self.paper, self.language, self.terms, self.public, self.hours, self.names
        )
