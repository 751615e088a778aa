"""Stages: how far a person has come in the community."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the funnel; `colour` is one of the eight colour categories."""

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
