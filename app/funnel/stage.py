"""Stages: how far a person has come in the community; and maps beside the funnel, on which branches hang as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MAP: Final = "map"  # the colour of what is no stage but a map of its own


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the funnel, whose colour is one of eight categories; or a map of its own, whose colour is MAP."""

    id: str
    name: str
    colour: str = "welcome"
    position: int = 0
    definition: str = ""
    criterion: str = ""  # what brings a person here, in words
    rule: tuple[tuple[str, str], ...] = ()  # the same as can be counted; `entry_rule.EntryRule` reads it
    driver: str = ""  # what moves a person on
    target: float | None = None  # share (0 to 1) of people who should go on to the next stage
    within: int = 0  # days in which they should; 0 = no limit
    folded: bool = False

    @property
    def is_map(self) -> bool:
        """Whether this is no stage, but what the branches of a map beside the funnel hang on."""
        return self.colour == MAP
