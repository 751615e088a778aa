"""What a playbook keeps of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PRIVACY_ID: Final = "privacy"


@dataclass(frozen=True, slots=True)
class Privacy:
    """The choices of one playbook; what is not named in `kept` is never written into the file."""

    id: str = PRIVACY_ID
    kept: tuple[str, ...] = ()  # of "email", "real_name", "direct_text", "phone", "photo", "address"
    months: int = 0  # texts older than this are removed; 0 keeps them
    hide_names: bool = False
    fewest: int = 5  # groups of fewer people are not shown
