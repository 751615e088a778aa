"""Tactics: templates of events that can be dropped on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Tactic:
    """A template: what an event of this sort usually takes; `rhythm` is a suggested RRULE, "" for once."""

    id: str
    title: str
    kind: str
    short: str = ""
    at: time | None = None
    minutes: int = 0
    days: int = 1
    prep: float = 0.0
    live: float = 0.0
    rhythm: str = ""
    stage: str = ""
    channel: str = ""
    personas: tuple[str, ...] = ()
    impact: int = 0
    ease: int = 0
    success: str = ""
    call_to_action: str = ""
    public_text: tuple[tuple[str, str], ...] = ()
    notes: str = ""
    steps: tuple[str, ...] = ()  # checklist of the new event
    key: str = ""  # of the built-in tactic it was copied from; "" = own
    position: int = 0
    owner: str = ""  # id of the Person who usually runs it
