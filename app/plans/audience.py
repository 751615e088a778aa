"""Audiences of the communication and action plan: stakeholders and segments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AudienceKind(StrEnum):
    """Whose side somebody stands on."""

    STAKEHOLDER = "stakeholder"
    SEGMENT = "segment"


@dataclass(frozen=True, slots=True)
class Audience:
    """Somebody whom the plan speaks to."""

    id: str
    name: str
    kind: AudienceKind = AudienceKind.SEGMENT
    persona: str = ""  # id of a Persona
    size: int = 0  # people; 0 = not known
    data: str = ""  # what is known of them
    channel: str = ""  # id of the Channel that they like best
    engagement: int = 0  # 1 informed to 5 leading; 0 = not said
    frequency: str = ""
    content: str = ""  # what they get to hear
    position: int = 0
    key: str = ""
