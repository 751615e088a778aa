"""Who is there in a week: the usual hours or those of that week alone, less holidays and absences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.guide.cover_spans import Span, joined
from app.guide.coverage import Absence, Duty
from app.guide.role import GuideRole

DAY: Final = 1440
WEEK: Final = 7 * DAY


class Away(StrEnum):
    """Why nobody is there in hours that somebody should be."""

    NO = ""
    HOLIDAY = "holiday"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of duty in one week, in minutes from the midnight with which the week begins."""

    role: str
    start: int
    end: int
    person: str = ""
    away: Away = Away.NO


@dataclass(frozen=True, slots=True)
class Rota:
    """All that says who is there; holidays are known for the days that are looked at."""

    duties: tuple[Duty, ...] = ()
    roles: Mapping[str, GuideRole] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()
    holidays: Mapping[date, str] = field(default_factory=dict)

    def own_week(self, day: date) -> date | None:
        """Return the first day of the week with hours of its own that holds a day."""
        weeks = {it.week for it in self.duties if it.week and it.week <= day < it.week + timedelta(days=7)}
        return max(weeks, default=None)

    def on(self, day: date) -> list[Duty]:
        """Return the hours of a day, whether somebody is away or not."""
        week = self.own_week(day)
        return [it for it in self.duties if it.week == week and it.weekday == day.weekday() and it.start < it.end]

    def away(self, duty: Duty, day: date) -> Away:
        """Return why nobody is there in some hours of a day.

        Hours painted for this very week count on a holiday too: somebody knew when they painted them.
        """
        if duty.week is None and day in self.holidays:
            return Away.HOLIDAY
        role = self.roles.get(duty.role)
        people = {duty.person} if duty.person else set(role.people if role else ())
        gone = {it.person for it in self.absences if it.start <= day <= it.end}
        return Away.ABSENT if people and people <= gone else Away.NO

    def shifts(self, first: date, days: int = 7) -> Iterator[Shift]:
        """Yield the hours of some days, counted from the first midnight."""
        for ahead in range(days):
            day = first + timedelta(days=ahead)
            for duty in self.on(day):
                yield _shift(duty, ahead, self.away(duty, day))

    def usual(self, first_weekday: int = 0) -> Iterator[Shift]:
        """Yield the hours of a usual week, in which nobody is away."""
        for duty in self.duties:
            if duty.week is None and duty.start < duty.end:
                yield _shift(duty, (duty.weekday - first_weekday) % 7, Away.NO)


def covered(shifts: Iterable[Shift], roles: frozenset[str] | None = None) -> list[Span]:
    """Return the minutes in which somebody is there, of some roles or of any."""
    return joined((it.start, it.end) for it in shifts if it.away is Away.NO and (roles is None or it.role in roles))


def _shift(duty: Duty, ahead: int, away: Away) -> Shift:
    return Shift(duty.role, ahead * DAY + duty.start, ahead * DAY + duty.end, duty.person, away)
