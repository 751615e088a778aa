"""How members were recognised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RecognitionKind(StrEnum):
    """What a member got."""

    THANKS = "thanks"
    SPOTLIGHT = "spotlight"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Recognition:
    """One time that a member was recognised."""

    id: str
    member: str
    kind: RecognitionKind
    day: date
    text: str = ""
    rule: str = ""  # id of the MemberRule that it follows
