"""Sections of a persona, and the cards in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Shape(StrEnum):
    """What the cards of a section are."""

    CHIPS = "chips"  # short words, each with a label in front when it has one
    LIST = "list"  # sentences, with how strongly and by how many it was said
    SIGNALS = "signals"  # measurable: what, how many, per when
    QUOTES = "quotes"  # with their source
    TEXT = "text"  # light Markdown
    PROGRAMS = "programs"  # what serves the persona, found in the plan; it holds no cards


@dataclass(frozen=True, slots=True)
class PersonaSection:
    """One part of a persona, or of the blank template from which new ones are made."""

    id: str
    persona: str | None  # None = the blank template
    name: str
    shape: Shape = Shape.LIST
    icon: str = ""
    position: int = 0
    key: str = ""  # sections with the same key are one row when personas are compared; "" = by name


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """One thing said of a persona."""

    id: str
    section: str
    text: str
    position: int = 0
    label: str = ""  # in front of a chip, such as "Role"
    strength: int = 0  # 0 = not said, 1 weak to 3 strong
    said: int = 0  # how many said it, …
    asked: int = 0  # … of so many who were asked; 0 = not known
    target: float | None = None  # of a signal
    unit: str = ""
    per: str = ""  # "day", "week", "month" or "quarter"; "" = at all
    source: str = ""  # of a quote, or of the figures
    day: date | None = None  # when that was said or measured
    about: str = ""  # id of the card that a quote is evidence for; "" = it stands alone
