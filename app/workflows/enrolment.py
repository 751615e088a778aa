"""Who is on the way through a sequence, and what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Way(StrEnum):
    """How somebody stands in a sequence."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"


class Sending(StrEnum):
    """What became of one message."""

    WAITING = "waiting"
    SENT = "sent"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One run of a sequence, for a member or for nobody in particular."""

    id: str
    sequence: str
    start: date
    member: str = ""  # id of a Member; "" = the whole community
    way: Way = Way.ACTIVE
    created: int = 0  # UTC microseconds


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message of one run."""

    id: str
    enrolment: str
    step: str  # id of a SequenceStep
    due: date
    sending: Sending = Sending.WAITING
    at: int = 0  # UTC microseconds when it was sent or skipped
    text: str = ""  # what was really sent, or written for this one person beforehand
    task: str = ""  # id of the Task that stands for it
