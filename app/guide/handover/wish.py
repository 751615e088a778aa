"""What is wanted of a guide that is handed over, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Version(StrEnum):
    """For whom the guide is."""

    MODERATORS = "moderators"
    PUBLIC = "public"  # no contacts, no strikes, no incidents, nobody's name


class Form(StrEnum):
    """What kind of file it becomes."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"

    @property
    def suffix(self) -> str:
        """How the name of the file ends."""
        return ".md" if self is Form.MARKDOWN else f".{self.value}"


@dataclass(frozen=True, slots=True)
class Wish:
    """One guide to hand over."""

    version: Version
    language: str  # of headings and what else is not content; replies in it come first
    today: date
    every_language: bool = False  # whether replies have their wordings in all languages

    @property
    def public(self) -> bool:
        """Whether everybody may read it."""
        return self.version is Version.PUBLIC
