"""The fourth step of the playbook: 90 days that one person can carry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from app.calendar.event import Status
from app.calendar.occurrence import Occurrence
from app.calendar.quarter import Quarter, iso_week
from app.home.overview import Overview
from app.home.step import Gap, Step, step
from app.message import say

OPEN: Final = frozenset({Status.PLANNED, Status.READY})
BACK: Final = 14  # days in which what took place should be marked


def calendar_step(seen: Overview) -> Step:
    """Return how far the calendar is: each week that is still ahead needs something planned."""
    playbook = seen.plan.playbook
    quarter = Quarter(playbook.start, playbook.first_weekday)
    there = [it for it in seen.plan.occurrences(quarter.first, quarter.last) if it.event.status is not Status.IDEA]
    ahead = [it for it in there if it.last_day >= seen.today and it.event.status in OPEN]
    return step(
        4,
        say("home.step.calendar"),
        "calendar",
        begun=bool(there),
        needed=list(_needed(seen, quarter, there)),
        wanted=list(_wanted(seen, quarter, there)),
        summary=say("home.calendar.in_use", n=len(ahead)),
    )


def day_of(day: date) -> str:
    """Return what leads to a day of the calendar."""
    return f"day:{day.isoformat()}"


def _needed(seen: Overview, quarter: Quarter, there: list[Occurrence]) -> Iterator[Gap]:
    if seen.today > quarter.last:
        gone = say("home.calendar.over", day=quarter.last)
        yield Gap(gone, say("home.calendar.over.do"), day_of(quarter.next().first))
    elif not there:
        yield Gap(say("home.calendar.empty"), say("home.calendar.empty.do"))
    for week in _weeks_ahead(seen, quarter):
        if not any(it.day < week + timedelta(days=7) and it.last_day >= week for it in there):
            number = iso_week(week, seen.plan.playbook.first_weekday)
            yield Gap(
                say("home.calendar.empty_week", week=str(number)), say("home.calendar.empty_week.do"), day_of(week)
            )


def _wanted(seen: Overview, quarter: Quarter, there: list[Occurrence]) -> Iterator[Gap]:
    loads = seen.plan.week_loads(quarter.rows)
    for week in _weeks_ahead(seen, quarter):
        load = loads[week]
        if load.level == "over":
            number = iso_week(week, seen.plan.playbook.first_weekday)
            much = say("home.calendar.full", week=str(number), hours=load.hours, capacity=load.capacity)
            yield Gap(much, say("home.calendar.full.do"), day_of(week))
    past = [it for it in there if seen.today - timedelta(days=BACK) <= it.last_day < seen.today]
    unmarked = [it for it in past if it.event.status in OPEN and it.event.kind not in seen.plan.markers]
    if unmarked:
        oldest = unmarked[0]
        yield Gap(
            say("home.calendar.unmarked", n=len(unmarked), title=oldest.event.title),
            say("home.calendar.unmarked.do"),
            "@".join(filter(None, oldest.key)),
        )


def _weeks_ahead(seen: Overview, quarter: Quarter) -> list[date]:
    return [week for week in quarter.rows if week + timedelta(days=6) >= seen.today]
