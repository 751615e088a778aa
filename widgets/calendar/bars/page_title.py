"""What the head of the calendar says about the days that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter, iso_week
from app.calendar.workload import hours_from
from widgets.calendar.wording import span
from widgets.common.words import capital, day, hours, locale, tenths, tr

Words = tuple[str, str]


def quarter_words(plan: Plan, quarter: Quarter, shown: int, of: int) -> Words:
    """Return title and subtitle of the 90 days, of whose events so many are shown."""
    loads = plan.week_loads(quarter.rows)
    planned, room = sum(load.hours for load in loads.values()), sum(load.capacity for load in loads.values())
    parts = [
        tr("calendar.plan_of_90"),
        _count(shown, of),
        tr("calendar.planned", hours=tenths(planned), capacity=_short(room)),
    ]
    return span(quarter.first, quarter.last), " · ".join(parts)


def month_words(plan: Plan, month: date, weeks: Sequence[date], shown: int, all_: Sequence[Occurrence]) -> Words:
    """Return title and subtitle of a month, whose weeks are counted whole; so many of all events are shown."""
    loads = plan.week_loads(weeks)
    planned, room = sum(load.hours for load in loads.values()), sum(load.capacity for load in loads.values())
    first, last = (iso_week(week, plan.playbook.first_weekday) for week in (weeks[0], weeks[-1]))
    parts = [tr("calendar.weeks_from_to", first=first, last=last), _count(shown, len(all_))]
    parts.append(tr("calendar.planned", hours=tenths(planned), capacity=_short(room)))
    title = tr("calendar.year", text=day(month, "MMMM"), year=str(month.year))
    return capital(title), " · ".join(parts)


def agenda_words(plan: Plan, quarter: Quarter, first: date, today: date, shown: Sequence[Occurrence]) -> Words:
    """Return title and subtitle of the agenda."""
    work = hours_from(shown, first, plan.markers)
    ahead = first == today
    count = tr("calendar.ahead", n=len(shown)) if ahead else tr("calendar.events", n=len(shown))
    return span(first, quarter.last, "d MMMM"), " · ".join((count, tr("calendar.hours", hours=hours(work))))


def matrix_words(plan: Plan, quarter: Quarter) -> Words:
    """Return title and subtitle of the matrix."""
    return span(quarter.first, quarter.last), tr("calendar.matrix.subtitle", hours=_short(plan.playbook.capacity))


def weeks_of_month(month: date, first_weekday: int) -> list[date]:
    """Return the first days of the weeks that touch a month."""
    first = month.replace(day=1)
    week = first - timedelta(days=(first.weekday() - first_weekday) % 7)
    weeks = []
    while week < first or week.month == first.month:
        weeks.append(week)
        week += timedelta(days=7)
    return weeks


def _count(shown: int, of: int) -> str:
    if shown == of:
        return tr("calendar.events", n=shown)
    return tr("calendar.some_events", shown=shown, n=of)


def _short(value: float) -> str:
    return locale().toString(round(value, 1), "g", 5)
