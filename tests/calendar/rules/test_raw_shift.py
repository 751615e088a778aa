"""Rules that came in move as a whole where every one of their days can move by just as many."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar import actions
from app.calendar.event import Event, Scope
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.raw_shift import shifted_rules
from app.calendar.series import Series
from app.calendar.split import parted
from app.calendar.start import written
from app.errors import KnownError
from tests.calendar.rules.builders import a_series, days

WHOLE = (
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY;INTERVAL=3;BYDAY=MO,TH;COUNT=9",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU;BYHOUR=9,17",
    "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=7",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10,-5",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=10,20",
    "FREQ=YEARLY;BYYEARDAY=60,200,-100",
    "FREQ=WEEKLY;BYDAY=WE\nFREQ=MONTHLY;BYMONTHDAY=12",
    "FREQ=WEEKLY;BYDAY=WE\nEXRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
    "FREQ=MONTHLY;BYMONTHDAY=3,13;UNTIL=20271103T150000Z",
)
NAMED = ("FREQ=MONTHLY;BYDAY=2TU,4TU", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO")
FIRST, LAST = date(2027, 1, 1), date(2030, 12, 31)


@given(
    st.sampled_from((*WHOLE, *NAMED)),
    st.dates(date(2027, 3, 1), date(2027, 3, 31)),
    st.integers(-40, 40).filter(bool),
)
def test_every_day_moves_by_as_many_or_the_rule_is_refused(rrule, start, by):
    event = a_series(rrule, start, at=time(17), minutes=60, zone="Europe/Sofia")
    try:
        rules = shifted_rules(event, by)
    except KnownError:
        return

    moved = a_series(rules, start + timedelta(days=by), at=time(17), minutes=60, zone="Europe/Sofia")

    assert starts_of(moved, FIRST + timedelta(days=by), LAST + timedelta(days=by)) == [
        (day + timedelta(days=by), at) for day, at in starts_of(event, FIRST, LAST)
    ]


@pytest.mark.parametrize("rrule", WHOLE)
def test_days_that_every_month_has_can_move_by_one(rrule):
    assert shifted_rules(a_series(rrule, date(2027, 3, 10)), 1)


@pytest.mark.parametrize("rrule", NAMED)
def test_a_named_weekday_of_the_month_is_refused(rrule):
    with pytest.raises(KnownError) as error:
        shifted_rules(a_series(rrule, date(2027, 3, 9)), 1)

    assert error.value.what.id == "rule.cannot_move"


def test_all_of_a_series_that_came_in_moves_with_what_was_changed_in_it(store):
    actions.add_event(store, a_series("FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=4", date(2027, 3, 1)))
    actions.edit(store, ("e1", "2027-04-01"), title="With a guest")
    actions.delete(store, [("e1", "2027-03-15")])

    actions.move(store, [("e1", "2027-04-15")], 2, Scope.ALL)

    assert days(store) == [date(2027, 3, 3), date(2027, 4, 3), date(2027, 4, 17)]
    assert store.of(Event).get("e1").rrule == "FREQ=MONTHLY;BYMONTHDAY=3,17;COUNT=4"


def test_what_follows_in_a_series_that_came_in_moves(store):
    actions.add_event(store, a_series("FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=4", date(2027, 3, 1)))

    actions.move(store, [("e1", "2027-04-01")], 2, Scope.FOLLOWING)

    assert days(store) == [date(2027, 3, 1), date(2027, 3, 15), date(2027, 4, 3), date(2027, 4, 17)]


SEVERAL = (
    "FREQ=WEEKLY;BYDAY=WE\nFREQ=MONTHLY;BYMONTHDAY=12",
    "FREQ=MONTHLY;BYDAY=2TU,4TU\nFREQ=WEEKLY;BYDAY=SA;UNTIL=20270401T120000Z",
    "FREQ=DAILY;BYDAY=MO,WE\nEXRULE:FREQ=MONTHLY;BYDAY=1MO,1WE",
)


@given(st.sampled_from(SEVERAL), st.integers(0, 12))
def test_several_rules_are_parted_without_losing_or_adding_a_day(rrule, number):
    event = a_series(rrule, date(2027, 3, 10), at=time(17), minutes=60, zone="Europe/Sofia")
    starts = starts_of(event, FIRST, date(2028, 12, 31))

    parent, child = parted(Series(event), written(starts[number]), "e2")

    early = starts_of(parent.event, FIRST, date(2028, 12, 31)) if number else []
    assert early == starts[:number]
    assert starts_of(child.event, FIRST, date(2028, 12, 31)) == starts[number:]


def test_what_counts_from_the_first_day_is_not_parted_among_several_rules(store):
    rules = "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE\nFREQ=MONTHLY;BYMONTHDAY=12"
    actions.add_event(store, a_series(rules, date(2027, 3, 10)))

    with pytest.raises(KnownError) as error:
        actions.delete(store, [("e1", "2027-04-12")], Scope.FOLLOWING)
    assert error.value.what.id == "rule.cannot_split"
