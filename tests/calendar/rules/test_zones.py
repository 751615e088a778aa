"""What clocks show elsewhere, and where the playbook of another zone shows an event."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import Override
from app.calendar.occurrence import Occurrence
from app.calendar.overridden import as_fields
from app.calendar.shown import kept_day, kept_days, kept_from, put_on, shown, shown_day, shown_of
from app.calendar.zones import converted, known
from tests.calendar.rules.builders import FIVE, a_series, an_event

SOFIA, NEW_YORK, AUCKLAND = "Europe/Sofia", "America/New_York", "Pacific/Auckland"
ZONES = (SOFIA, NEW_YORK, AUCKLAND, "UTC", "Pacific/Niue", "Pacific/Kiritimati", "Asia/Kolkata", "Australia/Lord_Howe")
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def moment(text):
    return datetime.fromisoformat(text)  # wall time


def clocks(text, zone, here=SOFIA, minutes=60):
    begin, lasting = converted(moment(text), minutes, zone, here)
    return begin.isoformat(timespec="minutes"), lasting


def starts(event, overrides=None, first=YEAR[0], last=YEAR[1], here=SOFIA):
    found = shown_of(event, overrides or {}, first, last, here)
    return sorted(f"{it.day.isoformat()} {it.at.isoformat('minutes') if it.at else ''}" for it in found)


@pytest.mark.parametrize(
    ("text", "zone", "here"),
    [
        ("2027-03-10T10:00", NEW_YORK, "2027-03-10T17:00"),  # both in winter
        ("2027-03-20T10:00", NEW_YORK, "2027-03-20T16:00"),  # America in summer, Europe not yet
        ("2027-04-20T10:00", NEW_YORK, "2027-04-20T17:00"),  # both in summer
        ("2027-11-02T10:00", NEW_YORK, "2027-11-02T16:00"),  # Europe in winter, America not yet
        ("2027-03-10T22:30", "UTC", "2027-03-11T00:30"),
        ("2027-03-11T08:00", AUCKLAND, "2027-03-10T21:00"),  # over the date line
        ("2027-07-11T08:00", AUCKLAND, "2027-07-10T23:00"),
        ("2027-03-11T08:00", "Nowhere/At_all", "2027-03-11T08:00"),
        ("2027-03-11T08:00", "", "2027-03-11T08:00"),
    ],
)
def test_clocks_elsewhere_show(text, zone, here):
    assert clocks(text, zone) == (here, 60)


def test_a_time_that_is_skipped_is_as_long_after_the_change_and_of_two_the_first_is_meant():
    assert clocks("2027-03-28T03:30", SOFIA, "UTC") == ("2027-03-28T01:30", 60)
    assert clocks("2027-10-31T03:30", SOFIA, "UTC", minutes=20) == ("2027-10-31T00:30", 20)


def test_a_night_in_which_clocks_change_lasts_as_long_as_it_does():
    assert clocks("2027-03-13T22:00", NEW_YORK, minutes=480) == ("2027-03-14T05:00", 420)
    assert clocks("2027-11-06T22:00", NEW_YORK, minutes=480) == ("2027-11-07T04:00", 540)
    assert clocks("2027-03-27T22:00", "UTC", minutes=480) == ("2027-03-28T00:00", 540)  # here they change meanwhile


def test_the_ends_of_all_years_are_left_alone():
    assert clocks("0001-01-01T00:30", AUCKLAND) == ("0001-01-01T00:30", 60)
    assert clocks("9999-12-31T23:30", NEW_YORK) == ("9999-12-31T23:30", 60)


@given(st.datetimes(moment("2026-01-01"), moment("2028-01-01")), st.integers(0, 2000), *[st.sampled_from(ZONES)] * 2)
def test_what_is_remembered_of_a_day_is_what_the_zones_say(wall, minutes, zone, here):
    wall = wall.replace(second=0, microsecond=0, fold=0)

    begin, _ = converted(wall, minutes, zone, here)

    assert begin == wall.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(here)).replace(tzinfo=None)


def test_a_weekly_series_in_utc_keeps_its_hour_there_and_so_shifts_here():
    event = a_series("FREQ=WEEKLY;COUNT=4", date(2027, 3, 18), at=time(15), minutes=60, zone="UTC")

    assert starts(event) == ["2027-03-18 17:00", "2027-03-25 17:00", "2027-04-01 18:00", "2027-04-08 18:00"]


def test_a_weekly_series_of_new_york_is_an_hour_early_while_only_one_has_summer():
    event = a_series("FREQ=WEEKLY;COUNT=5", date(2027, 3, 8), at=time(10), minutes=60, zone=NEW_YORK)

    assert [text[-5:] for text in starts(event)] == ["17:00", "16:00", "16:00", "17:00", "17:00"]


def test_a_window_holds_what_is_shown_in_it_and_not_what_its_own_zone_has_in_it():
    late = an_event(day=date(2027, 3, 10), at=time(23), minutes=30, zone="UTC")
    far = an_event(day=date(2027, 3, 12), at=time(0, 30), minutes=30, zone="Pacific/Kiritimati")

    assert starts(late, first=date(2027, 3, 11), last=date(2027, 3, 11)) == ["2027-03-11 01:00"]
    assert starts(late, first=date(2027, 3, 10), last=date(2027, 3, 10)) == []
    tenth = date(2027, 3, 10)
    assert starts(far, first=tenth, last=tenth, here="Pacific/Niue") == ["2027-03-10 23:30"]


@given(
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    st.times(),
    st.integers(0, 3000),
    st.integers(0, 360),
    st.integers(0, 40),
)
def test_a_part_of_the_year_holds_what_the_year_has_there(zone, here, at, minutes, begin, long):
    at = at.replace(second=0, microsecond=0)
    event = a_series("FREQ=DAILY;INTERVAL=3", date(2026, 12, 1), at=at, minutes=minutes, zone=zone)
    first = YEAR[0] + timedelta(days=begin)
    last = first + timedelta(days=long)
    whole = shown_of(event, {}, date(2026, 11, 1), date(2028, 6, 1), here)

    found = shown_of(event, {}, first, last, here)

    assert found == [it for it in whole if it.day <= last and it.last_day >= first]


def test_an_occurrence_may_have_a_zone_of_its_own():
    event = a_series("FREQ=WEEKLY;COUNT=2", date(2027, 3, 10), at=FIVE, minutes=60, zone=SOFIA)
    override = Override("o", "e1", "2027-03-17T17:00", fields=as_fields({"zone": "UTC", "at": time(23)}))

    overrides = {override.original: override}

    assert starts(event, overrides) == ["2027-03-10 17:00", "2027-03-18 01:00"]
    assert starts(event, overrides, date(2027, 3, 18), date(2027, 3, 18)) == ["2027-03-18 01:00"]


@pytest.mark.parametrize("zone", ["", SOFIA, "Europe/Athens", "Nowhere/At_all"])
def test_what_clocks_here_show_as_it_is_kept_stays_as_it_is(zone):
    one = Occurrence(an_event(at=FIVE, minutes=60, zone=zone), date(2027, 3, 10), FIVE, "")

    assert shown(one, SOFIA) is one


def test_whole_days_are_the_same_everywhere():
    one = Occurrence(an_event(zone=NEW_YORK), date(2027, 3, 10), None, "")

    assert shown(one, AUCKLAND) is one


def test_what_is_shown_tells_how_it_is_kept():
    event = an_event(at=time(22), minutes=240, zone=NEW_YORK)

    one = shown(Occurrence(event, event.day, event.at, ""), SOFIA)

    assert (one.day, one.at, one.minutes, one.length) == (date(2027, 3, 11), time(5), 240, 1)
    assert one.as_kept == Occurrence(event, date(2027, 3, 10), time(22), "")
    assert one.as_kept.length == 2


@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.times(), st.integers(0, 364), st.integers(-100, 100))
def test_what_is_put_on_a_day_is_shown_on_it(zone, here, at, begin, by):
    event = an_event(day=YEAR[0] + timedelta(days=begin), at=at.replace(second=0, microsecond=0), zone=zone)
    one = shown(Occurrence(event, event.day, event.at, ""), here)
    target = one.day + timedelta(days=by)
    possible = {shown_day(target + timedelta(days=near), event.at, zone, here) for near in range(-3, 4)}

    moved = put_on(one, target, here)

    assert moved.day == target or target not in possible
    assert shown_day(kept_day(target, event.at, zone, here), event.at, zone, here) == target or target not in possible
    assert kept_days(one.as_kept, 0, here) == 0


@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.times(), st.integers(0, 364))
def test_days_to_be_kept_from_are_those_shown_from(zone, here, at, begin):
    day = YEAR[0] + timedelta(days=begin)

    first = kept_from(day, at, zone, here)

    assert shown_day(first, at, zone, here) >= day > shown_day(first - timedelta(days=1), at, zone, here)


@pytest.mark.parametrize("name", ["", "Nowhere/At_all", "../etc", "Europe", "\0", "a" * 300])
def test_a_name_that_is_no_zone_is_none(name):
    assert known(name) is None
