"""One entry of the calendar, single or repeating."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

FIRST_DAY: Final = date(1000, 1, 1)  # days can still be counted back from it
LAST_DAY: Final = date(8999, 12, 31)  # and on from it
LARGEST: Final = (
    {"minutes": 10**7, "days": 10**5, "baseline": 10**15, "target": 10**15}
    | dict.fromkeys(("created", "changed", "finished", "since", "at"), 10**16)  # UTC microseconds
    | dict.fromkeys(("x", "y", "width", "height", "size"), 10**7)  # px: their sums are painted
)
LARGEST_OF_ALL: Final = 10**9


class Status(StrEnum):
    """How far the work on an event is."""

    IDEA = "idea"
    PLANNED = "planned"
    READY = "ready"
    DONE = "done"
    SKIPPED = "skipped"


class MessageStatus(StrEnum):
    """How far the message that announces an event is; NONE when there is no message."""

    NONE = ""
    DRAFT = "draft"
    PLANNED = "planned"
    SENT = "sent"
    FOLLOW_UP = "follow-up"


class Scope(StrEnum):
    """How much of a series an edit means."""

    ONLY_THIS = "only"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Event:
    """A planned piece of community work; without a day it waits in the backlog.

    With `at` it is timed: local wall time in `zone` (an IANA name, or "" for a floating time), `minutes` long,
    also past midnight. Without `at` it covers `days` whole days.
    """

    id: str
    title: str
    kind: str  # id of a Kind
    day: date | None = None
    at: time | None = None
    minutes: int = 0
    days: int = 1
    zone: str = ""
    rrule: str = ""  # lines of RRULE values; UNTIL is local wall time; "EXRULE:" may precede a line that came in
    rdates: tuple[str, ...] = ()  # further starts, written as `original` of an Override is
    split_from: str = ""  # id of the series that this one was parted from
    short: str = ""  # title of at most 14 letters for the narrow chips of the 90-day page
    tactic: str = ""  # id of the Tactic that it came from
    program: str = ""
    personas: tuple[str, ...] = ()
    stage: str = ""
    channel: str = ""
    owner: str = ""  # id of a Person
    status: Status = Status.PLANNED
    message: MessageStatus = MessageStatus.NONE
    prep: float = 0.0  # hours of one person before the day
    live: float = 0.0  # hours of one person on the day
    impact: int = 0  # 0 unknown, 1 low … 5 high
    ease: int = 0
    kpi: str = ""
    success: str = ""  # measure of success, in words
    call_to_action: str = ""
    public_text: tuple[tuple[str, str], ...] = ()  # (language, text) pairs meant for members
    notes: str = ""  # private
    link: str = ""
    fixed: bool = False  # not to be moved by Balance or by shifting everything
    uid: str = ""  # UID that it came in with; "" = id@sedyanka
    revision: int = 0  # SEQUENCE
    created: int = 0  # UTC microseconds
    changed: int = 0
    foreign: str = ""  # JSON of what came in and is not understood; goes out again

    @property
    def effort(self) -> float:
        """Hours of one person, preparation included."""
        return self.prep + self.live

    @property
    def length(self) -> int:
        """How many calendar days one occurrence touches."""
        if self.at is None:
            return max(1, self.days)
        end = self.at.hour * 60 + self.at.minute + max(0, self.minutes)
        return max(1, -(-end // 1440))

    @property
    def last_day(self) -> date | None:
        """The last day that the event, or the first occurrence of its series, covers."""
        return self.day and self.day + timedelta(days=self.length - 1)

    @property
    def repeats(self) -> bool:
        """Whether it is a series."""
        return bool(self.rrule or self.rdates)

    def moved_to(self, day: date | None) -> Event:
        """Return the event on another day, or back in the backlog; time and length stay."""
        return replace(self, day=day)


@dataclass(frozen=True, slots=True)
class Override:
    """What is different in one occurrence of a series."""

    id: str
    series: str
    original: str  # start that the rule gives: YYYY-MM-DD, or YYYY-MM-DDTHH:MM in the zone of the series
    cancelled: bool = False
    fields: tuple[tuple[str, str], ...] = ()  # (name of a field of Event, its value as JSON)
    revision: int = 0
    changed: int = 0
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistStep:
    """One line of the checklist of an event."""

    id: str
    event: str
    position: int
    text: str
    done: bool = False


def check_reach(name: str, value: object) -> None:
    """Raise ValueError when the value of a field is beyond what days and hours can be counted with."""
    most = LARGEST.get(name, LARGEST_OF_ALL)
    least = 0 if name in {"created", "changed", "finished"} else -most
    if isinstance(value, date) and not FIRST_DAY <= value <= LAST_DAY:
        raise ValueError(value)
    if isinstance(value, time) and value.tzinfo is not None:
        raise ValueError(value)
    if isinstance(value, int | float) and not least <= value <= most:  # NaN is neither
        raise ValueError(value)
