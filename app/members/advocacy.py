"""What members did for the product in front of others; no platform exports it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AdvocacyKind(StrEnum):
    """How somebody spoke up."""

    REFERRAL = "referral"
    TESTIMONIAL = "testimonial"
    SUCCESS_STORY = "success_story"
    CO_MARKETING = "co_marketing"
    ADVISORY = "advisory"


@dataclass(frozen=True, slots=True)
class Advocacy:
    """One time that a member did so."""

    id: str
    member: str
    kind: AdvocacyKind
    day: date
    text: str = ""
    address: str = ""  # where it can be read
