"""Periods that measures look at: whole days by the clocks of the playbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from typing_extensions import override

WEEK = timedelta(weeks=1)


class Window(StrEnum):
    """How long a measure looks."""

    WEEK = "week"  # the last whole ISO week
    MONTH = "month"  # the last whole month
    SPAN = "span"  # all that was asked for


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to, not including, `end`."""

    start: date
    end: date

    @override
    def __str__(self) -> str:
        """Return it as programs read it: 2027-W09, 2027-03, or both days."""
        if self.start.weekday() == 0 and self.end - self.start == WEEK:
            year, week, _ = self.start.isocalendar()
            return f"{year}-W{week:02}"
        if self.start.day == 1 and self.end == month_after(self.start):
            return f"{self.start:%Y-%m}"
        return f"{self.start}/{self.end}"


def month_after(day: date) -> date:
    """Return the first day of the month after that of a day."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def weeks(start: date, end: date) -> Iterator[Period]:
    """Yield the whole ISO weeks between two days."""
    begin = start + timedelta(days=-start.weekday() % 7)
    while begin + WEEK <= end:
        yield Period(begin, begin + WEEK)
        begin += WEEK


def months(start: date, end: date) -> Iterator[Period]:
    """Yield the whole months between two days."""
    begin = start if start.day == 1 else month_after(start)
    while month_after(begin) <= end:
        yield Period(begin, month_after(begin))
        begin = month_after(begin)


def last_whole(window: Window, start: date, end: date) -> Period | None:
    """Return the last whole week or month between two days, the days themselves for a span."""
    if window is Window.SPAN:
        return Period(start, end) if start < end else None
    return max((weeks if window is Window.WEEK else months)(start, end), key=lambda it: it.start, default=None)
