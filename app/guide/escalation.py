"""The escalation matrix: what is done when something happens, by how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave something is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that can happen."""

    id: str
    name: str
    signs: str = ""  # by which it is recognised
    position: int = 0
    key: str = ""  # of the ready guide that it came from
    public: bool = True


@dataclass(frozen=True, slots=True)
class Escalation:
    """What is done about a scenario of one severity."""

    id: str
    scenario: str
    severity: Severity
    action: str = ""  # the first move
    told: tuple[str, ...] = ()  # ids of a Person or GuideRole, or words
    within: int = 0  # minutes; 0 = no promise
    after_hours: str = ""  # how somebody is reached then
    route: str = ""  # "support", "legal", "pr", "product"; "" = it stays here
    reply: str = ""  # id of the Reply to use
    strike: bool = False  # whether it usually earns one
