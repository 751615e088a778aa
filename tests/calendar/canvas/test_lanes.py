"""Which events of a day are drawn, and in which order."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.calendar.occurrence import Occurrence
from tests.calendar.canvas.builders import an_event, mar, noon
from widgets.calendar.canvas.lanes import Item, Lanes, item_of, lay_tall_week, lay_week
from widgets.calendar.canvas.week_items import WeekItems

MONDAY = date(2027, 3, 8)
TWO = Lanes(2, 16, 18, 1)


def an_item(title: str, day: date, days: int = 1, at: object = None) -> Item:
    event = an_event(title, title, day=day, days=days, at=at)
    return item_of(Occurrence(event, day, at, ""))


def a_week(items: list[Item], start: date = MONDAY) -> WeekItems:
    return WeekItems(start, [item for item in items if item.first < start + timedelta(days=7) and item.last >= start])


def titles(week, column):
    there = [placed for placed in week.placed if placed.first <= column <= placed.last]
    return [placed.item.occurrence.event.title for placed in sorted(there, key=lambda placed: placed.top)]


def test_long_bars_come_first_then_by_time_then_by_title():
    day = mar(10)
    items = [
        an_item("b", day), an_item("late", day, at=noon(18)), an_item("a", day),
        an_item("early", day, at=noon(9)), an_item("bar", mar(9), days=3),
    ]  # fmt: skip

    week = lay_week(a_week(items), Lanes(5, 16, 18, 1))

    assert titles(week, 2) == ["bar", "early", "late", "a", "b"]


def test_twenty_events_of_a_day_show_two_and_hide_eighteen():
    week = lay_week(a_week([an_item(f"e{n:02}", mar(10)) for n in range(20)]), TWO)

    assert titles(week, 2) == ["e00", "e01"]
    assert week.hidden == (0, 0, 18, 0, 0, 0, 0)


def test_a_bar_without_a_lane_is_counted_on_each_day_that_it_covers():
    bars = [an_item(f"bar{n}", mar(8), days=7) for n in range(2)] + [an_item("more", mar(10), days=3)]

    week = lay_week(a_week(bars), TWO)

    assert week.hidden == (0, 0, 1, 1, 1, 0, 0)


def test_a_bar_goes_on_into_the_next_week():
    bar = an_item("bar", mar(11), days=7)

    first, second = lay_week(a_week([bar]), TWO), lay_week(a_week([bar], MONDAY + timedelta(days=7)), TWO)

    assert [(p.first, p.last, p.opens, p.closes) for p in first.placed] == [(3, 6, True, False)]
    assert [(p.first, p.last, p.opens, p.closes, p.day) for p in second.placed] == [(0, 2, False, True, mar(15))]


def test_a_full_day_of_the_month_falls_to_one_line_and_the_others_do_not():
    items = [an_item(f"e{n}", mar(10)) for n in range(4)] + [an_item("alone", mar(11))]

    week = lay_tall_week(a_week(items), 147, Lanes(5, 22, 20, 2), 36)

    assert {p.item.occurrence.event.title: p.height for p in week.placed} == {
        "e0": 20, "e1": 20, "e2": 20, "e3": 20, "alone": 36,
    }  # fmt: skip


SPANS = st.lists(st.tuples(st.integers(-8, 9), st.integers(1, 12)), max_size=25)


@given(SPANS, st.integers(1, 4))
def test_nothing_overlaps_and_nothing_is_lost(spans, count):
    items = [an_item(f"e{n}", MONDAY + timedelta(days=first), days) for n, (first, days) in enumerate(spans)]

    week = lay_week(a_week(items), Lanes(count, 16, 18, 1))

    for column in range(7):
        there = [placed for placed in week.placed if placed.first <= column <= placed.last]
        day = MONDAY + timedelta(days=column)
        assert len({placed.top for placed in there}) == len(there) <= count
        assert len(there) + week.hidden[column] == sum(item.first <= day <= item.last for item in items)


@given(SPANS)
def test_nothing_overlaps_in_a_month(spans):
    items = [an_item(f"e{n}", MONDAY + timedelta(days=first), days) for n, (first, days) in enumerate(spans)]

    week = lay_tall_week(a_week(items), 147, Lanes(5, 22, 20, 2), 36)

    for column in range(7):
        there = sorted((p for p in week.placed if p.first <= column <= p.last), key=lambda placed: placed.top)
        day = MONDAY + timedelta(days=column)
        assert all(one.top + one.height <= other.top for one, other in pairwise(there))
        assert all(placed.top + placed.height <= 147 for placed in there)
        assert len(there) + week.hidden[column] == sum(item.first <= day <= item.last for item in items)
