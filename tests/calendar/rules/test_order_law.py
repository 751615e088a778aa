from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import Event
from app.calendar.plan import Plan

DAYS = st.dates(date(2027, 3, 1), date(2027, 3, 9))
TIMES = st.none() | st.sampled_from([time(0), time(0, 0, 1), time(9), time(9, 0, 0, 1), time(23, 59)])
EVENTS = st.lists(
    st.tuples(st.sampled_from("ab"), DAYS, TIMES, st.sampled_from([0, 60, 2000]), st.sampled_from([1, 2])), max_size=12
)


@given(EVENTS)
def test_occurrences_come_in_their_order(events):
    plan = Plan()
    for number, (title, day, at, minutes, days) in enumerate(events):
        plan.events[f"e{number}"] = Event(f"e{number}", title, "ama", day, at, minutes, days)

    found = plan.occurrences(date(2027, 3, 1), date(2027, 3, 31))

    assert found == sorted(found, key=lambda it: (it.order, it.original))
