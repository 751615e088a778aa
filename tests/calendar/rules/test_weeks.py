"""Weeks: the quarter, the hours in them, and the holidays."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import Status
from app.calendar.holidays import countries, holidays
from app.calendar.quarter import Quarter, iso_week, week_of
from app.calendar.rhythm.expand import occurrences_of
from app.calendar.workload import Load, hours_from, hours_on, week_after, week_loads
from tests.calendar.rules.builders import an_event

MONDAY = date(2027, 3, 1)
WEEKS = [MONDAY + timedelta(weeks=week) for week in range(4)]


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 6))
def test_a_quarter_is_thirteen_whole_weeks_of_which_ninety_days_count(day, first_weekday):
    quarter = Quarter(day, first_weekday)

    assert quarter.first <= day < quarter.first + timedelta(days=7)
    assert quarter.first.weekday() == first_weekday
    assert len(quarter.rows) == 13
    assert quarter.end - quarter.last == timedelta(days=1)
    assert quarter.contains(quarter.last)
    assert not quarter.contains(quarter.end)
    assert quarter.next().previous().first == quarter.first
    assert quarter.next().first == quarter.end + timedelta(days=1)
    assert [quarter.row_of(row) for row in quarter.rows] == list(range(13))


@pytest.mark.parametrize(
    ("row", "first_weekday", "number"),
    [
        ((2027, 1, 4), 0, 1),
        ((2026, 12, 28), 0, 53),
        ((2027, 1, 3), 6, 1),
        ((2026, 12, 27), 6, 53),
        ((2027, 1, 2), 5, 1),
    ],
)
def test_a_week_has_the_number_of_its_thursday(row, first_weekday, number):
    assert iso_week(date(*row), first_weekday) == number


def test_the_week_of_a_day_begins_as_the_playbook_says():
    assert [week_of(date(2027, 3, 10), first) for first in (0, 6, 2)] == [
        date(2027, 3, 8), date(2027, 3, 7), date(2027, 3, 10),
    ]  # fmt: skip


def hours(*events, markers=()):
    found = [it for event in events for it in occurrences_of(event, {}, MONDAY - timedelta(days=30), WEEKS[-1])]
    return [load.hours for load in week_loads(found, WEEKS, lambda _: 8.0, markers).values()]


def test_preparation_counts_on_the_first_day_and_the_rest_is_spread():
    pilot = an_event(day=date(2027, 3, 6), days=4, prep=2.0, live=4.0)

    assert hours(pilot) == [2.0 + 2.0, 2.0, 0.0, 0.0]


def test_what_began_before_counts_with_the_days_inside():
    assert hours(an_event(day=date(2027, 2, 27), days=4, prep=2.0, live=4.0)) == [2.0, 0.0, 0.0, 0.0]


@pytest.mark.parametrize("status", list(Status))
def test_ideas_and_skipped_events_have_no_hours(status):
    counted = status in {Status.PLANNED, Status.READY, Status.DONE}

    assert hours(an_event(day=MONDAY, live=1.0, status=status))[0] == (1.0 if counted else 0.0)


def test_markers_have_no_hours():
    assert hours(an_event(day=MONDAY, kind="launch", live=5.0), markers={"launch"})[0] == 0.0


def test_an_event_past_midnight_on_sunday_is_shared_by_two_weeks():
    assert hours(an_event(day=date(2027, 3, 7), at=time(23), minutes=120, live=2.0)) == [1.0, 1.0, 0.0, 0.0]


@given(st.integers(0, 27), st.integers(1, 20), st.floats(0, 10), st.floats(0, 10))
def test_no_hour_is_lost_or_found(begin, length, prep, live):
    event = an_event(day=MONDAY + timedelta(days=begin), days=length, prep=prep, live=live)
    (occurrence,) = occurrences_of(event, {}, event.day, event.day)
    rows = [MONDAY + timedelta(weeks=week) for week in range(8)]

    loads = week_loads([occurrence], rows, lambda _: 8.0)

    assert sum(load.hours for load in loads.values()) == pytest.approx(prep + live, abs=1e-4)
    assert [loads[row].hours for row in rows] == pytest.approx([hours_on(occurrence, row) for row in rows], abs=1e-5)


@pytest.mark.parametrize(
    ("planned", "capacity", "level"),
    [
        (0, 8, "ok"),
        (7.0, 8, "ok"),
        (7.01, 8, "tight"),
        (8.0, 8, "tight"),
        (8.01, 8, "over"),
        (1, 0, "over"),
        (0, 0, "ok"),
    ],
)
def test_a_week_is_tight_above_seven_eighths_and_over_above_all(planned, capacity, level):
    assert Load(MONDAY, planned, capacity).level == level


def test_a_drag_shows_the_hours_before_and_after():
    assert week_after(Load(MONDAY, 7.0, 8.0), 1.5) == Load(MONDAY, 8.5, 8.0)
    assert week_after(Load(MONDAY, 1.0, 8.0), -1.5).hours == 0.0


def test_holidays_of_several_countries_have_names_in_the_language():
    english = holidays(("BG", "DE"), date(2027, 3, 1), date(2027, 5, 29), "en")
    bulgarian = holidays(("bg",), date(2027, 3, 1), date(2027, 5, 29), "bg")

    assert english[date(2027, 3, 3)] == "Liberation Day"
    assert english[date(2027, 3, 26)] == "Good Friday"  # western, in Germany
    assert "," in english[date(2027, 5, 1)]  # a name of each country
    assert "Освобождението" in bulgarian[date(2027, 3, 3)]
    assert min(english) >= date(2027, 3, 1)
    assert max(english) <= date(2027, 5, 29)


def test_a_country_that_nobody_knows_has_no_holidays():
    assert holidays(("XX", ""), MONDAY, MONDAY + timedelta(days=90)) == {}
    assert {"BG", "DE", "US"} <= set(countries())


def test_holidays_across_new_year_are_found():
    found = holidays(("BG",), date(2026, 12, 20), date(2027, 1, 5), "bg")

    assert {date(2026, 12, 25), date(2027, 1, 1)} <= set(found)


def test_from_a_day_on_count_the_hours_that_are_left():
    events = [
        an_event(id="before", day=MONDAY, prep=1, live=1),
        an_event(id="spans", day=MONDAY, days=4, at=None, minutes=0, prep=1, live=2),
        an_event(id="after", day=MONDAY + timedelta(days=3), prep=1, live=1),
        an_event(id="idea", day=MONDAY + timedelta(days=3), prep=9, status=Status.IDEA),
        an_event(id="launch", day=MONDAY + timedelta(days=3), kind="launch", prep=9),
    ]
    found = [it for event in events for it in occurrences_of(event, {}, MONDAY, MONDAY + timedelta(days=9))]

    assert hours_from(found, MONDAY, {"launch"}) == 2 + 3 + 2
    assert hours_from(found, MONDAY + timedelta(days=2), {"launch"}) == 1 + 2
