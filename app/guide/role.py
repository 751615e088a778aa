"""Roles: who does what in moderation, and how fast."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuideRole:
    """One role, and who has it."""

    id: str
    name: str
    colour: str = "welcome"  # one of the eight colour categories, for the coverage
    duties: tuple[str, ...] = ()  # "approves", "intervenes", "answers", "closes", or words
    people: tuple[str, ...] = ()  # ids of a Person
    expects: str = ""  # what is expected, in words
    response: int = 0  # minutes within which it answers; 0 = no promise
    contact: str = ""  # for moderators only
    counts: bool = False  # whether its hours are hours of the manager's week
    position: int = 0
