"""Times of events in other zones than the one whose clocks the calendar shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.common.words import clock, day, tr

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence


def own_time(one: Occurrence) -> str:
    """Return the time in an event's own zone, "" when it is the one shown: "10:00 America/New York"."""
    own = one.as_kept
    if one.kept is None or own.at is None:
        return ""
    time = clock(own.at) if own.day == one.day else f"{day(own.day, tr('canvas.day'))}, {clock(own.at)}"
    return tr("canvas.time.own", time=time, zone=one.event.zone.replace("_", " "))


def with_own_time(shown: str, one: Occurrence) -> str:
    """Return a time that is shown, beside it that of the event's own zone: "17:00 here, 10:00 America/New York"."""
    own = own_time(one)
    return tr("canvas.time.here", here=shown, own=own) if own else shown
