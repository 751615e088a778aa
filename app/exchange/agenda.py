"""What the agenda says of an occurrence, for the files that list it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from app.calendar.event import MessageStatus, Status
from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.exchange.ics.own_lines import name_of
from app.message import Message

Words = Callable[[Message], str]
STATUS_TEXTS: Final[dict[Status, str]] = {
    Status.IDEA: "status.idea",
    Status.PLANNED: "status.planned",
    Status.READY: "status.ready",
    Status.DONE: "status.done",
    Status.SKIPPED: "status.skipped",
}
MESSAGE_TEXTS: Final[dict[MessageStatus, str]] = {
    MessageStatus.DRAFT: "message_status.draft",
    MessageStatus.PLANNED: "message_status.planned",
    MessageStatus.SENT: "message_status.sent",
    MessageStatus.FOLLOW_UP: "message_status.follow_up",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """Which part of the plan a list shows."""

    plan: Plan
    first: date
    last: date  # included
    keep: Callable[[Occurrence], bool] | None = None

    def occurrences(self) -> list[Occurrence]:
        """Return what begins in the days, by day and time; what is wider than a day comes first."""
        found = [one for one in self.plan.occurrences(self.first, self.last) if one.last_day >= self.first]
        kept = [one for one in found if self.keep is None or self.keep(one)]
        return sorted(kept, key=lambda one: (max(one.day, self.first), one.at is not None, str(one.at), one.order))

    def names(self, occurrence: Occurrence, field: str) -> str:
        """Return the names that a field of an occurrence stands for."""
        if field == "personas":
            return ", ".join(filter(None, (name_of(self.plan, field, one) for one in occurrence.event.personas)))
        return name_of(self.plan, field, getattr(occurrence.event, field))


def end_of(occurrence: Occurrence) -> datetime | None:
    """Return when an occurrence ends, in wall time; None for whole days and for moments."""
    if occurrence.at is None or occurrence.minutes <= 0:
        return None
    return datetime.combine(occurrence.day, occurrence.at) + timedelta(minutes=occurrence.minutes)
