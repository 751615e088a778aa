"""Two independent readers find in our files what the page shows, also where clocks change."""

from datetime import date, time

import icalendar
import pytest

from app.calendar.event import Status
from tests.exchange.making import a_plan, a_series, an_event, an_override, cancelled, full, independent, members, shown

RULES = [
    "FREQ=WEEKLY;BYDAY=SU,TH",
    "FREQ=DAILY;INTERVAL=2",
    "FREQ=DAILY;COUNT=400",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=2TU,4TU",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=28",
    "FREQ=DAILY;UNTIL=20270401T235959",
    "FREQ=DAILY;UNTIL=20271105T235959",
]
# (zone, first and last day of a window with a change of clocks, spring or autumn)
WINDOWS = [
    ("Europe/Sofia", date(2027, 3, 15), date(2027, 4, 15)),
    ("Europe/Sofia", date(2027, 10, 15), date(2027, 11, 15)),
    ("America/New_York", date(2027, 3, 1), date(2027, 4, 1)),
    ("America/New_York", date(2027, 10, 25), date(2027, 11, 25)),
    ("Australia/Sydney", date(2027, 3, 20), date(2027, 4, 20)),
    ("Australia/Sydney", date(2027, 9, 20), date(2027, 10, 20)),
    ("Asia/Kolkata", date(2027, 3, 1), date(2027, 4, 1)),
    ("Africa/Casablanca", date(2027, 1, 20), date(2027, 3, 30)),
    ("UTC", date(2027, 3, 1), date(2027, 4, 1)),
    ("", date(2027, 3, 15), date(2027, 4, 15)),
]


@pytest.mark.parametrize(("zone", "first", "last"), WINDOWS)
@pytest.mark.parametrize("rrule", RULES)
def test_a_series_is_at_the_same_instants_on_the_page_and_in_the_file(rrule, zone, first, last):
    plan = a_plan(a_series(day=date(2026, 12, 31), rrule=rrule, zone=zone))

    assert independent(full(plan), first, last) == shown(plan, first, last)


@pytest.mark.parametrize("rrule", RULES)
def test_whole_days_are_the_same_days(rrule):
    plan = a_plan(a_series(day=date(2026, 12, 31), at=None, minutes=0, days=2, zone="", rrule=rrule))
    first, last = date(2027, 3, 1), date(2027, 6, 1)

    assert independent(full(plan), first, last) == shown(plan, first, last)


@pytest.mark.parametrize("write", [full, members])
def test_moved_changed_cancelled_and_further_occurrences_are_the_same(write):
    plan = a_plan(
        a_series(rdates=("2027-03-20T09:00",)),
        an_override("2027-03-11T18:00", day=date(2027, 3, 12), at=time(9, 30)),
        an_override("2027-03-25T18:00", minutes=120),
        an_override("2027-04-01T18:00", at=None, days=2),
        an_override("2027-04-08T18:00", zone="America/New_York"),
        an_override("2027-04-15T18:00", status=Status.SKIPPED),
        an_override("2027-03-20T09:00", title="Extra"),
        cancelled("2027-03-18T18:00"),
        an_event(id="e2", at=time(23, 30), minutes=90),
        an_event(id="e3", at=None, days=9, zone=""),
    )
    first, last = date(2027, 3, 1), date(2027, 6, 1)

    assert independent(write(plan), first, last) == shown(plan, first, last)


@pytest.mark.parametrize("zone", ["Europe/Sofia", "America/New_York", "Australia/Sydney", "Africa/Casablanca"])
def test_icalendar_understands_our_definition_of_a_zone(zone):
    (calendar,) = icalendar.Calendar.from_ical(full(a_plan(an_event(zone=zone))), multiple=True)
    (event,) = calendar.events

    defined = calendar.timezones[0].to_tz(lookup_tzid=False)

    for month in range(1, 13):
        moment = event.start.replace(month=month, tzinfo=None)
        assert moment.replace(tzinfo=defined).utcoffset() == event.start.replace(month=month).utcoffset()
