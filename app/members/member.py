"""Members: people of the community, each once, whatever sources know them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Member:
    """One person."""

    id: str
    name: str
    handles: tuple[tuple[str, str], ...] = ()  # (source, name there)
    emails: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    zone: str = ""
    interests: tuple[str, ...] = ()
    state: str = ""  # id of a MemberState
    tags: tuple[str, ...] = ()
    persona: str = ""  # id of a Persona, set by a person
    role: str = ""
    company: str = ""
    joined: date | None = None
    left: date | None = None
    bot: bool = False
    staff: bool = False
    notes: str = ""
    created: int = 0  # UTC microseconds
    changed: int = 0
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class MemberState:
    """One state of a member's way, such as "introduced"."""

    id: str
    name: str
    colour: str = "welcome"
    position: int = 0
    key: str = ""  # of the built-in state that it was copied from
