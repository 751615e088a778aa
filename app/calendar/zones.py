"""What the clocks of one time zone show when those of another show something."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MINUTE: Final = timedelta(minutes=1)
DAY: Final = timedelta(days=1)
Stretch = tuple[datetime, int]  # when something begins, and for how many minutes clocks show that it lasts


def is_here(zone: str, here: str) -> bool:
    """Whether a wall time of a zone needs no conversion; one without a zone is the same everywhere."""
    return not zone or zone == here or not here


def converted(wall: datetime, minutes: int, zone: str, here: str) -> Stretch:
    """Return what clocks here show of what begins at a wall time of a zone; the same where one of them is unknown.

    A time that clocks skip is as long after the change as it would be without it; of one that they show twice the
    first is meant.
    """
    if 0 <= minutes < 1440:
        ahead = _steadily_ahead(wall.date(), zone, here)
        if ahead is not None:
            return wall + ahead, minutes
    there, ours = known(zone), known(here)
    if there is None or ours is None:
        return wall, minutes
    try:
        begin = wall.replace(tzinfo=there).astimezone(UTC)
        until = begin.astimezone(there).replace(tzinfo=None) + minutes * MINUTE
        shown = begin.astimezone(ours).replace(tzinfo=None)
        end = until.replace(tzinfo=there).astimezone(ours).replace(tzinfo=None)
    except OverflowError:  # at either end of all years
        return wall, minutes
    return shown, max(0, round((end - shown) / MINUTE))


@lru_cache(maxsize=1024)
def known(name: str) -> ZoneInfo | None:
    """Return the zone of a name, None when it is none that can be read here."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=16_384)
def _steadily_ahead(day: date, zone: str, here: str) -> timedelta | None:
    """Return how far the clocks here are ahead all day and the next; None when clocks change about then."""
    there, ours = known(zone), known(here)
    if there is None or ours is None or not date(2, 1, 1) < day < date(9998, 1, 1):
        return None
    begin = datetime.combine(day, time.min) - DAY
    ends = (begin.replace(tzinfo=UTC), (begin + 4 * DAY).replace(tzinfo=UTC))
    (before, ours_before), (after, ours_after) = (
        tuple(moment.astimezone(clocks).utcoffset() or timedelta(0) for clocks in (there, ours)) for moment in ends
    )
    return ours_before - before if (before, ours_before) == (after, ours_after) else None
