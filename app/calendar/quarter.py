"""The ninety days of a plan, as thirteen whole weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

DAYS: Final = 90
WEEKS: Final = 13


@dataclass(frozen=True, slots=True)
class Quarter:
    """Ninety days from `start`'s week on; the one day of the thirteen weeks that is beyond them is flagged."""

    start: date
    first_weekday: int = 0  # 0 Monday … 6 Sunday

    @property
    def first(self) -> date:
        """The first of the ninety days: that of the week which holds `start`."""
        return week_of(self.start, self.first_weekday)

    @property
    def last(self) -> date:
        """The last of the ninety days."""
        return self.first + timedelta(days=DAYS - 1)

    @property
    def rows(self) -> tuple[date, ...]:
        """The first days of the thirteen weeks."""
        return tuple(self.first + timedelta(weeks=row) for row in range(WEEKS))

    @property
    def end(self) -> date:
        """The last day of the last week, which may be beyond the ninety."""
        return self.first + timedelta(days=7 * WEEKS - 1)

    def contains(self, day: date) -> bool:
        """Return whether a day is one of the ninety."""
        return self.first <= day <= self.last

    def row_of(self, day: date) -> int | None:
        """Return in which of the thirteen weeks a day lies, or None when in none."""
        row = (day - self.first).days // 7
        return row if 0 <= row < WEEKS else None

    def next(self) -> Quarter:
        """Return the thirteen weeks after these."""
        return Quarter(self.first + timedelta(weeks=WEEKS), self.first_weekday)

    def previous(self) -> Quarter:
        """Return the thirteen weeks before these."""
        return Quarter(self.first - timedelta(weeks=WEEKS), self.first_weekday)


def week_of(day: date, first_weekday: int = 0) -> date:
    """Return the first day of the week that holds a day."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def iso_week(row_start: date, first_weekday: int = 0) -> int:
    """Return the number of a week: the ISO week of the Thursday in it, whatever day it begins with."""
    return (row_start + timedelta(days=(3 - first_weekday) % 7)).isocalendar().week
