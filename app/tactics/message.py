"""Messages of a tactic: what is said before, while and after it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TacticMessage:
    """One message, some days before (negative) or after the day of the event."""

    id: str
    tactic: str
    name: str
    day: int = 0
    channel: str = ""  # id of a Channel
    texts: tuple[tuple[str, str], ...] = ()  # (language, text with placeholders)
    position: int = 0
