"""Which events go into a calendar file, and which of their occurrences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from app.calendar.event import Event, Override
from app.calendar.occurrence import Occurrence
from app.message import Message, say

Verdict = Callable[[Occurrence], "Reason | None"]  # why an occurrence is not wanted


class Profile(StrEnum):
    """For whom a calendar file is."""

    MEMBERS = "members"  # when, what, where to click; nothing of how it is made
    FULL = "full"  # everything, for the manager; comes back unchanged


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the plan to write; every day and every event when nothing is chosen."""

    keep: Callable[[Occurrence], bool] | None = None  # a filter
    first: date | None = None
    last: date | None = None  # included
    events: frozenset[str] = frozenset()  # ids; all when empty
    split: bool = False  # write what Outlook would skip as several series

    @property
    def window(self) -> tuple[date, date] | None:
        """The days, both included, or None when every day is wanted."""
        return (self.first or date.min, self.last or date.max) if self.first or self.last else None


class Reason(StrEnum):
    """Why something is left out."""

    BACKLOG = "backlog"
    IDEA = "idea"
    SKIPPED = "skipped"
    KIND = "kind"
    PRIVATE = "private"
    FILTERED = "filtered"
    OUT_OF_RANGE = "range"


class Part(NamedTuple):
    """One event as it goes out."""

    event: Event
    overrides: dict[str, Override]
    without: frozenset[str]  # original starts that are left out, beyond those that are cancelled
    piece: int = 0  # which of several series it became, counted from 1; 0 when it is whole
    rule: str = ""  # of the whole, when this is the first piece


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes out, and how many events or occurrences do not, by reason."""

    parts: list[Part] = field(default_factory=list)
    left_out: Counter[Reason] = field(default_factory=Counter)
    whole: int = 0  # series that go out whole although the choice names only some of their occurrences


REASON_TEXTS: Final[dict[Reason, str]] = {
    Reason.BACKLOG: "exchange.left_out.backlog",
    Reason.IDEA: "exchange.left_out.idea",
    Reason.SKIPPED: "exchange.left_out.skipped",
    Reason.KIND: "exchange.left_out.kind",
    Reason.PRIVATE: "exchange.left_out.private",
    Reason.FILTERED: "exchange.left_out.filtered",
    Reason.OUT_OF_RANGE: "exchange.left_out.range",
}


def left_out_words(chosen: Chosen) -> tuple[Message, ...]:
    """Say what does not go out."""
    words = [Message(REASON_TEXTS[reason], (("n", n),)) for reason, n in sorted(chosen.left_out.items())]
    return (*words, say("exchange.whole_series", n=chosen.whole)) if chosen.whole else tuple(words)
