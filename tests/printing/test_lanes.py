"""Lanes of a week: nothing covers anything, and no row takes what others need."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.printing.paper import LAST, MONDAY, an_occurrence
from widgets.printing.lanes import demand, lanes_of_weeks, share
from widgets.printing.manuscript import weeks_between

ROWS = weeks_between(MONDAY, LAST, 0)
EVENTS = st.lists(st.tuples(st.integers(-9, 95), st.integers(1, 20), st.integers(1, 4)), max_size=60)


def laid(events):
    ones = [an_occurrence(str(n), MONDAY + timedelta(days=day), days=days) for n, (day, days, _) in enumerate(events)]
    tall = {str(n): lanes for n, (_, _, lanes) in enumerate(events)}
    return lanes_of_weeks(ones, ROWS, MONDAY, LAST, lambda one, _first, _last: tall[one.event.id])


@given(EVENTS)
def test_no_event_covers_another(events):
    for placed in laid(events).values():
        cells = [(c, n) for p in placed for c in range(p.first, p.last + 1) for n in range(p.lane, p.lane + p.lanes)]
        assert len(cells) == len(set(cells))


@given(EVENTS)
def test_every_day_of_an_event_within_the_stretch_is_covered_once(events):
    covered = [
        (p.occurrence.event.id, row + timedelta(days=column))
        for row, placed in laid(events).items()
        for p in placed
        for column in range(p.first, p.last + 1)
    ]
    wanted = {
        (str(n), MONDAY + timedelta(days=d))
        for n, (day, days, _) in enumerate(events)
        for d in range(max(0, day), min(89, day + days - 1) + 1)
    }

    assert sorted(covered) == sorted(wanted)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=13), st.integers(1, 3), st.integers(0, 60))
def test_lanes_are_shared_out_and_small_wants_come_first(wants, least, spare):
    given_lanes = share(wants, least, spare)

    assert sum(given_lanes) <= least * len(wants) + spare
    assert all(has >= least for has in given_lanes)
    lacking = [has for want, has in zip(wants, given_lanes, strict=True) if want > has]
    if lacking:
        assert sum(given_lanes) == least * len(wants) + spare
        assert max(given_lanes) <= max(least, min(lacking) + 1)


def test_an_empty_week_needs_no_lane():
    assert demand([]) == 0
