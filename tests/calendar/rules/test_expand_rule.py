from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from app.calendar.rhythm.expand_raw import window
from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.raw_rule import read_raw
from app.calendar.rhythm.rule import WEEKDAYS, Rule

weekday = st.sampled_from(WEEKDAYS)
interval = st.sampled_from(["", ";INTERVAL=1", ";INTERVAL=2", ";INTERVAL=3", ";INTERVAL=5"])
ending = st.one_of(
    st.just(""),
    st.integers(1, 40).map(lambda count: f";COUNT={count}"),
    st.dates(date(2020, 1, 1), date(2026, 12, 31)).map(lambda day: f";UNTIL={day:%Y%m%d}"),
)
weekly = st.builds(
    lambda start, days: f"FREQ=WEEKLY;WKST={start};BYDAY={','.join(days)}", weekday, st.lists(weekday, min_size=1)
)
month_day = st.sampled_from([1, 15, 28, 29, 30, 31, -1]).map(lambda day: f"BYMONTHDAY={day}")
ordinal = st.builds(lambda number, day: f"BYDAY={number}{day}", st.sampled_from([1, 2, 3, 4, 5, -1]), weekday)
month = st.integers(1, 12).map(lambda month: f"FREQ=YEARLY;BYMONTH={month};")
rhythm = st.one_of(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
    weekly,
    st.builds(str.__add__, st.just("FREQ=MONTHLY;"), st.one_of(month_day, ordinal)),
    st.builds(str.__add__, month, st.one_of(month_day, ordinal)),
)
rule_text = st.builds(lambda *parts: "".join(parts), rhythm, interval, ending)


@settings(max_examples=400, deadline=None)
@given(rule_text, st.dates(date(2020, 1, 1), date(2024, 12, 31)), st.integers(-60, 2000), st.integers(0, 400))
def test_days_are_those_of_dateutil_and_of_the_slow_expander(text, start, ahead, length):
    first = start + timedelta(days=ahead)
    last = first + timedelta(days=length)
    rule = Rule.parse(text)

    found = days_of(rule, start, first, last)

    known = rrulestr(text, dtstart=datetime.combine(start, time()))
    moments = known.between(datetime.combine(first, time()), datetime.combine(last, time()), inc=True)
    assert found == [moment.date() for moment in moments]
    assert found == [day for day, _ in window(read_raw(text), start, None, "", first, last)]


def days(text: str, start: date, last: date) -> list[date]:
    return days_of(Rule.parse(text), start, start, last)


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        (
            "FREQ=MONTHLY;BYMONTHDAY=31",
            (2027, 1, 31),
            [(1, 31), (3, 31), (5, 31), (7, 31), (8, 31), (10, 31), (12, 31)],
        ),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=30", (2026, 11, 30), [(5, 30), (8, 30), (11, 30)]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", (2027, 2, 26), [(2, 26), (3, 26), (4, 30)]),
        ("FREQ=MONTHLY;BYDAY=5MO", (2027, 3, 29), [(3, 29), (5, 31), (8, 30), (11, 29)]),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", (2027, 3, 28), [(3, 28)]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU;COUNT=4", (2027, 8, 3), [(8, 3), (8, 8), (8, 17), (8, 22)]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=4", (2027, 8, 3), [(8, 3), (8, 15), (8, 17), (8, 29)]),
    ],
)
def test_known_cases(text, start, expected):
    found = days(text, date(*start), date(2027, 12, 31))

    assert [(day.month, day.day) for day in found if day.year == 2027] == expected


def test_29_february_comes_in_leap_years_only():
    found = days("FREQ=YEARLY", date(2024, 2, 29), date(2110, 1, 1))

    assert [day.year for day in found] == [year for year in range(2024, 2110, 4) if year != 2100]


def test_the_day_of_until_is_included():
    assert days("FREQ=WEEKLY;UNTIL=20270324", date(2027, 3, 10), date(2028, 1, 1))[-1] == date(2027, 3, 24)


def test_a_far_window_does_not_count_from_the_beginning():
    found = days_of(Rule.parse("FREQ=DAILY;INTERVAL=7"), date(1000, 1, 1), date(8998, 12, 1), date(8999, 12, 31))

    assert len(found) == 56


def test_a_rule_without_days_ends_in_time():
    assert days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", date(2027, 1, 1), date(2030, 1, 1)) == []
