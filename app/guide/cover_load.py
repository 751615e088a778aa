"""Hours of duty by week, for the capacity of the one person whose week it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.calendar.holidays import holidays
from app.guide.cover_clock import passing, pieces
from app.guide.cover_spans import minutes
from app.guide.cover_week import Rota, covered
from app.guide.coverage import Absence, Duty
from app.guide.role import GuideRole


class DutyHours:
    """The hours of the roles that count; two of them at once are one person's time."""

    def __init__(
        self,
        duties: Iterable[Duty] = (),
        roles: Iterable[GuideRole] = (),
        absences: Iterable[Absence] = (),
        *,
        countries: tuple[str, ...] = (),
        zone: str = "UTC",
    ) -> None:
        self._roles = {role.id: role for role in roles if role.counts}
        self._duties = tuple(it for it in duties if it.role in self._roles)
        self._marked = frozenset(self._roles)
        self._absences, self._countries, self._zone = tuple(absences), countries, zone
        self._weeks: dict[date, float] = {}

    def weeks(self, rows: Sequence[date]) -> dict[date, float]:
        """Return the hours of those weeks, named by their first days, that have any."""
        if not self._duties:
            return {}
        for week in rows:
            if week not in self._weeks:
                self._weeks[week] = self.hours(week)
        return {week: self._weeks[week] for week in rows if self._weeks[week]}

    def hours(self, first: date, days: int = 7) -> float:
        """Return the hours of some days: without holidays and absences, as long as the clocks let them be."""
        if not self._duties or days < 1:
            return 0.0
        off = holidays(self._countries, first, first + timedelta(days=days - 1)) if self._countries else {}
        shifts = Rota(self._duties, self._roles, self._absences, off).shifts(first, days)
        return round(minutes(passing(covered(shifts), pieces(self._zone, first, days))) / 60, 6)
