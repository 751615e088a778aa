"""How fast rules may go: quiet days, so many times a day, so many actions a minute."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Final

from app.workflows.rules.world import World

WEEKEND: Final = "weekend"
HOLIDAY: Final = "holiday"
LONGEST: Final = 60  # days that something waits for a day that is not quiet
DEEPEST: Final = 3  # rules that follow from each other
MOST: Final = 100  # actions
WITHIN: Final = timedelta(minutes=1)
ASKS_FROM: Final = 21  # so many at once are asked about first


def is_quiet(day: date, quiet: Collection[str], world: World) -> bool:
    """Return whether a rule keeps still on a day."""
    if WEEKEND in quiet and day.weekday() >= 5:
        return True
    return HOLIDAY in quiet and world.is_holiday(day)


def allowed(day: date, quiet: Collection[str], world: World) -> date:
    """Return a day, or the next one on which a rule does not keep still."""
    for ahead in range(LONGEST):
        later = day + timedelta(days=ahead)
        if not is_quiet(later, quiet, world):
            return later
    return day


class Budget:
    """Counts the actions of the last minute."""

    def __init__(self) -> None:
        self._at: deque[datetime] = deque()

    def take(self, now: datetime) -> bool:
        """Return whether one more action is within the limit, and count it if so."""
        while self._at and not now - WITHIN < self._at[0] <= now:
            self._at.popleft()
        if len(self._at) >= MOST:
            return False
        self._at.append(now)
        return True
