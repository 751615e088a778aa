"""One place of an event in the calendar: what a page shows and a person takes hold of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from app.calendar.event import Event
from app.calendar.start import Start

Key = tuple[str, str]  # (id of the event, original start); the second is "" for a single event


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A single event, or one occurrence of a series with what is different in it already applied to `event`.

    A plan gives day and time as the clocks of the playbook's zone show them; rules and actions deal with them as kept.
    """

    event: Event
    day: date
    at: time | None
    original: str  # start that the rule gives, "" for a single event
    kept: Start | None = None  # its start in its own zone, where that is not what is shown
    lasting: int | None = None  # the minutes that are shown, where the start is

    @property
    def key(self) -> Key:
        """What names this occurrence in actions and selections."""
        return (self.event.id, self.original)

    @property
    def repeats(self) -> bool:
        """Whether it belongs to a series."""
        return self.original != ""

    @property
    def as_kept(self) -> Occurrence:
        """The same at the wall time of its own zone."""
        return self if self.kept is None else Occurrence(self.event, *self.kept, self.original)

    @property
    def minutes(self) -> int:
        """How long it lasts when it has a time."""
        return self.event.minutes if self.lasting is None else self.lasting

    @property
    def length(self) -> int:
        """How many calendar days it touches."""
        if self.at is None:
            return max(1, self.event.days)
        end = self.at.hour * 60 + self.at.minute + max(0, self.minutes)
        return max(1, -(-end // 1440))

    @property
    def last_day(self) -> date:
        """The last day that it covers."""
        return self.day + timedelta(days=self.length - 1)

    @property
    def order(self) -> tuple[bool, date, bool, time, str, str]:
        """What sorts a day: long ones first, then whole days, then by time, then by title; no two are alike."""
        timed = self.at is not None
        return (self.length == 1, self.day, timed, self.at or time.min, self.event.title, self.event.id)
