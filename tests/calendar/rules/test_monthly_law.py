"""Laws of moved monthly and yearly rhythms, where days cannot shift alike in every month."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.calendar.event import Override
from app.calendar.rhythm.expand import occurrences_of
from app.calendar.rhythm.rule import WEEKDAYS
from app.calendar.series import Change, Series
from app.calendar.shift import whole
from app.calendar.split import is_first, parted
from app.calendar.start import read
from tests.calendar.rules.builders import a_series

FAR = date(2044, 12, 31)
day_of_month = st.sampled_from([1, 8, 15, 28, 29, 30, 31, -1]).map("BYMONTHDAY={}".format)
ordinal = st.builds("BYDAY={}{}".format, st.sampled_from([1, 2, 3, 4, 5, -1]), st.sampled_from(WEEKDAYS))
rhythm = st.one_of(
    st.builds("FREQ=MONTHLY;INTERVAL={};{}".format, st.sampled_from([1, 2, 3]), st.one_of(day_of_month, ordinal)),
    st.builds("FREQ=YEARLY;BYMONTH={};{}".format, st.integers(1, 12), st.one_of(day_of_month, ordinal)),
)
ending = st.sampled_from(["", ";COUNT=7", ";UNTIL=20290615"])


def seen(series: Series) -> list[tuple[date, str]]:
    found = occurrences_of(series.event, series.overrides, date(2025, 1, 1), FAR)
    return [(it.day, it.event.title) for it in sorted(found, key=lambda it: it.original)]


@settings(max_examples=300, deadline=None)
@given(rhythm, ending, st.integers(0, 6), st.integers(-40, 40).filter(bool), st.booleans())
def test_the_held_one_lands_where_it_was_dropped_and_earlier_ones_stay(rule, end, number, by, following):
    event = a_series(rule + end, date(2027, 1, 1))
    days = [day for day, _ in seen(Series(event))][1:]  # without the first day, which is off the rule
    assume(len(days) > number and days[number] + timedelta(days=by) > date(2027, 2, 15))
    held = days[number]
    named = Override("o1", "e1", held.isoformat(), fields=(("title", '"held"'),))
    series = Series(a_series(rule + end, days[0]), {named.original: named})
    before = seen(series)
    target, earlier = held + timedelta(days=by), []
    if following and not is_first(series, named.original):
        parent, series = parted(series, named.original, "e2")
        earlier = seen(parent)

    after, moves = whole(series, Change(by), held)

    assert earlier == (before[:number] if earlier else [])
    assert (target, "held") in seen(after)
    assert read(moves(named.original) or "")[0] == target
    assert after.event.day == min(day for day, _ in seen(after)), "the first day is on the rule"


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 4), ending, st.integers(0, 2), st.integers(-14, 13))
def test_there_and_back_inside_a_month_is_where_it_was(interval, end, number, by):
    series = Series(a_series(f"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY=15{end}", date(2027, 1, 15)))
    held = seen(series)[number][0]

    there, _ = whole(series, Change(by), held)
    back, _ = whole(there, Change(-by), held + timedelta(days=by))

    assert [day for day, _ in seen(there)] == [day + timedelta(days=by) for day, _ in seen(series)]
    assert seen(back) == seen(series)
