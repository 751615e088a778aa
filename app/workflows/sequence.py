"""Sequences: messages by day, written once and used again and again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weekend(StrEnum):
    """Where a message goes whose day is a Saturday or Sunday."""

    STAYS = "stays"
    MONDAY = "monday"
    FRIDAY = "friday"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A campaign, a loop, or whatever runs in steps."""

    id: str
    name: str
    icon: str = ""
    notes: str = ""
    personas: tuple[str, ...] = ()  # whom it is for; () = everybody
    ends: str = ""  # id of the MemberState with which it is over for a member
    weekend: Weekend = Weekend.MONDAY
    every: int = 0  # days after which it begins again, of a loop; 0 = it ends
    paused: bool = False
    position: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class SequenceStep:
    """One message of a sequence."""

    id: str
    sequence: str
    name: str
    day: int = 0  # days after the start
    position: int = 0
    icon: str = ""
    channel: str = ""  # id of a Channel
    condition: tuple[tuple[str, str], ...] = ()  # (what, value): all must hold, else the step is skipped
    texts: tuple[tuple[str, str], ...] = ()  # (language, text with placeholders)
    state: str = ""  # id of the MemberState that a member is in once it is sent
    effort: float = 0.0  # hours
