from datetime import date

import pytest

from app.calendar.event import Status
from app.exchange.ics.choice import Choice, Profile
from app.exchange.ics.outlook import in_parts, trouble
from app.exchange.ics.writing import write_calendar
from app.message import say
from tests.exchange.making import (
    a_plan,
    a_series,
    an_override,
    cancelled,
    imported,
    independent,
    lines,
    shown,
)

FIRST, LAST = date(2027, 1, 1), date(2029, 12, 31)
SECOND_TUESDAY = date(2027, 3, 9)


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=2;COUNT=30",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8",
        "FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU",
    ],
)
def test_outlook_takes_the_rhythms_of_the_editor(rrule):
    assert trouble(a_series(rrule=rrule)) is None


@pytest.mark.parametrize(
    ("rrule", "why"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", say("exchange.outlook.two", title="AMA")),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", say("exchange.outlook.two", title="AMA")),
        ("FREQ=MONTHLY;BYDAY=5TU", say("exchange.outlook.rule", title="AMA")),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", say("exchange.outlook.rule", title="AMA")),
        ("FREQ=YEARLY;BYWEEKNO=20", say("exchange.outlook.rule", title="AMA")),
        ("FREQ=DAILY;COUNT=1000", say("exchange.outlook.count", title="AMA", n=999)),
        ("FREQ=WEEKLY\nFREQ=MONTHLY", say("exchange.outlook.dates", title="AMA")),
        ("FREQ=DAILY\nEXRULE:FREQ=WEEKLY;BYDAY=SU", say("exchange.outlook.excluded", title="AMA")),
        ("nonsense", say("exchange.outlook.rule", title="AMA")),
    ],
)
def test_what_outlook_would_skip_is_said(rrule, why):
    plan = a_plan(a_series(rrule=rrule))

    assert trouble(a_series(rrule=rrule)) == why
    if "nonsense" not in rrule:
        assert write_calendar(plan, Profile.MEMBERS).warnings == (why,)


@pytest.mark.parametrize(
    ("rrule", "days", "overlaps"),
    [
        ("FREQ=WEEKLY", 7, False),
        ("FREQ=WEEKLY", 8, True),
        ("FREQ=WEEKLY;BYDAY=MO,TH", 4, True),
        ("FREQ=DAILY", 1, False),
    ],
)
def test_occurrences_that_overlap_are_said(rrule, days, overlaps):
    event = a_series(at=None, days=days, rrule=rrule)

    assert trouble(event) == (say("exchange.outlook.overlap", title="AMA") if overlaps else None)


def test_further_days_are_trouble_and_a_single_event_is_none():
    assert trouble(a_series(rrule="", rdates=("2027-03-11T18:00",))) == say("exchange.outlook.dates", title="AMA")
    assert trouble(a_series(rrule="")) is None


@pytest.mark.parametrize(
    ("rrule", "day", "number"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", SECOND_TUESDAY, 2),
        ("FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=7", SECOND_TUESDAY, 2),
        ("FREQ=MONTHLY;BYDAY=1TU,-1TU;INTERVAL=2;UNTIL=20280430T235959", date(2027, 3, 30), 2),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15,-1", date(2027, 3, 31), 3),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12", date(2027, 6, 4), 4),
        ("FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=1", SECOND_TUESDAY, 1),
    ],
)
def test_a_series_in_parts_has_the_same_occurrences(rrule, day, number):
    series = a_series(rrule=rrule, day=day)
    plan = a_plan(series)
    written = write_calendar(plan, Profile.MEMBERS, Choice(split=True))
    there, here = independent(written.data, FIRST, LAST), shown(plan, FIRST, LAST)

    assert len(in_parts(series)) == number
    assert sorted(start for _, start, _ in there.elements()) == sorted(start for _, start, _ in here.elements())
    assert written.warnings == ()


@pytest.mark.parametrize("rrule", ["FREQ=MONTHLY;BYDAY=2TU,4TU", "FREQ=MONTHLY;BYMONTHDAY=1,15"])
def test_a_series_whose_first_day_is_not_on_its_rule_stays_whole(rrule):
    series = a_series(rrule=rrule)

    assert in_parts(series) == [series]


def test_the_parts_have_uids_of_their_own_and_come_back_as_one_series():
    series = a_series(rrule="FREQ=MONTHLY;BYDAY=2TU,4TU", day=SECOND_TUESDAY, uid="x@example.org")
    plan = a_plan(
        series,
        cancelled("2027-03-23T18:00"),
        an_override("2027-04-27T18:00", status=Status.READY),
        an_override("2027-04-13T18:00", title="Guests"),
    )
    data = write_calendar(plan, Profile.FULL, Choice(split=True)).data
    again, done = imported(data)

    assert sorted(set(lines(data, "UID"))) == ["UID:x-2@example.org", "UID:x@example.org"]
    assert list(again.events.values()) == [series]
    assert {key: (one.cancelled, one.fields) for key, one in again.overrides["e1"].items()} == {
        key: (one.cancelled, one.fields) for key, one in plan.overrides["e1"].items()
    }
    assert done.refused == ()
