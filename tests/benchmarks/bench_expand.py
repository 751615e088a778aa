"""C3: where 300 series of five years ago take place in 90 days, beside dateutil; and the same asked again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrule, rrulestr

from app.calendar.event import Event
from app.calendar.plan import Plan
from tests.benchmarks.figure import Figure, side_by_side, typical

IDS = ("C3",)
SERIES = 300
FIRST = date(2027, 3, 1)
BEGUN = FIRST - timedelta(days=5 * 365)
NINETY = timedelta(days=89)
RHYTHMS = (
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=TU,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
    "FREQ=WEEKLY;BYDAY=FR;COUNT=400",
    "FREQ=WEEKLY;BYDAY=TH;UNTIL=20280101T235959",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=18",
)


def measure() -> Iterator[Figure]:
    plan = Plan()
    known: list[rrule] = []
    for number in range(SERIES):
        text, day, at = RHYTHMS[number % len(RHYTHMS)], BEGUN + timedelta(days=number % 28), time(8 + number % 10)
        plan.events[f"e{number}"] = Event(f"e{number}", f"Series {number}", "ama", day, at, 60, rrule=text)
        made = rrulestr(text, dtstart=datetime.combine(day, at))
        assert isinstance(made, rrule)
        known.append(made)
    # No window twice: what is measured is the finding, not the remembering.
    windows = itertools.cycle([FIRST + timedelta(days=days) for days in range(20)])

    def ours() -> int:
        first = next(windows)
        return len(plan.occurrences(first, first + NINETY))

    def theirs() -> int:
        first = datetime.combine(FIRST, time())
        return sum(len(one.between(first, first + NINETY + timedelta(days=1))) for one in known)

    figure, floor = side_by_side(ours, theirs)
    yield Figure("C3", "300 series of 5 years ago in 90 days, beside dateutil", figure, floor, 0.3)
    again = typical(lambda: plan.occurrences(FIRST, FIRST + NINETY), times=51)
    yield Figure("C3", "the same 90 days asked again", again, floor, 0.3, 2)
