"""Saved questions about members, and rules that tell something of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Segment:
    """The members for whom all conditions hold, counted anew whenever it is shown."""

    id: str
    name: str
    where: tuple[str, ...] = ()  # conditions as app.members.where writes them: "field operator value"
    icon: str = ""
    position: int = 0
    key: str = ""


class RuleFor(StrEnum):
    """What a rule about members decides."""

    PERSONA = "persona"
    STATE = "state"
    TRUST = "trust"
    POINTS = "points"
    BADGE = "badge"
    BOT = "bot"
    STAFF = "staff"
    SPOTLIGHT = "spotlight"
    AMBASSADOR = "ambassador"


@dataclass(frozen=True, slots=True)
class MemberRule:
    """One visible rule: for whom all conditions hold gets the target or the points."""

    id: str
    decides: RuleFor
    name: str
    where: tuple[str, ...] = ()
    target: str = ""  # id of a Persona or MemberState, the name of a badge or of a step of trust
    points: float = 0.0  # for each time
    used: bool = True
    position: int = 0
    key: str = ""
