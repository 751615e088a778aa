"""A playbook of one zone with events of others: what is shown is here, what is kept is there."""

from datetime import date, time

import pytest

from app.calendar import actions
from app.calendar.event import Event, Scope
from app.calendar.plan import Plan
from app.calendar.scope_preview import preview
from app.playbook.settings import set_zone
from tests.calendar.rules.builders import a_series, an_event

LATE = time(21, 30)  # in UTC: half past eleven in winter in Sofia, half past midnight in summer


@pytest.fixture
def plan(store):
    """A plan of Sofia that follows its store."""
    plan = Plan.read(store)
    store.subscribe(lambda changes: plan.refresh(store, changes))
    return plan


def a_late_one(**fields):
    return an_event(**{"at": LATE, "minutes": 60, "zone": "UTC", "live": 1.0} | fields)


def seen(plan, first=date(2027, 3, 1), last=date(2027, 4, 30)):
    return [f"{it.day:%d.%m} {it.at:%H:%M}" for it in plan.occurrences(first, last)]


def kept(plan, id="e1"):
    return plan.events[id].day, plan.events[id].at, plan.events[id].zone


def test_hours_count_in_the_week_that_shows_the_event(store, plan):
    actions.add_event(store, a_late_one(day=date(2027, 3, 14), at=time(23)))

    loads = plan.week_loads([date(2027, 3, 8), date(2027, 3, 15)])

    assert [load.hours for load in loads.values()] == [0.0, 1.0]


def test_events_are_sorted_by_the_time_shown(store, plan):
    actions.add_event(store, a_late_one(id="utc", title="utc", at=time(8)))
    actions.add_event(store, a_late_one(id="here", title="here", at=time(9), zone="Europe/Sofia"))

    assert [it.event.title for it in plan.occurrences(date(2027, 3, 10), date(2027, 3, 10))] == ["here", "utc"]


def test_the_plan_follows_when_the_playbook_moves_to_another_zone(store, plan):
    actions.add_event(store, a_late_one())

    assert seen(plan) == ["10.03 23:30"]
    set_zone(store, "Asia/Tokyo")
    assert (seen(plan), plan.occurrence(("e1", "")).day) == (["11.03 06:30"], date(2027, 3, 11))
    store.undo()
    assert seen(plan) == ["10.03 23:30"]


def test_a_move_over_the_change_of_clocks_lands_where_it_was_dropped(store, plan):
    actions.add_event(store, a_late_one())

    actions.move_to(store, [("e1", "")], date(2027, 4, 7))

    assert (seen(plan), kept(plan)) == (["07.04 00:30"], (date(2027, 4, 6), LATE, "UTC"))
    assert dict(store.next_undo().values)["day"] == date(2027, 4, 7)
    actions.move(store, [("e1", "")], -28)
    assert (seen(plan), kept(plan)) == (["10.03 23:30"], (date(2027, 3, 10), LATE, "UTC"))


def test_others_keep_their_distance_as_it_is_shown(store, plan):
    actions.add_event(store, a_late_one())
    actions.add_event(store, a_late_one(id="e2", title="b", at=time(9), zone="Europe/Sofia"))

    actions.move_to(store, [("e1", ""), ("e2", "")], date(2027, 4, 7))

    assert seen(plan) == ["07.04 00:30", "07.04 09:00"]
    assert (kept(plan)[0], kept(plan, "e2")[0]) == (date(2027, 4, 6), date(2027, 4, 7))


def test_two_of_a_series_each_land_on_their_day(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 16), at=LATE, minutes=60, zone="UTC"))

    actions.move(store, [("e1", "2027-03-16T21:30"), ("e1", "2027-03-23T21:30")], 7)

    assert seen(plan) == ["23.03 23:30", "30.03 00:30", "31.03 00:30"]


def test_copies_waiting_ones_and_typed_days(store, plan):
    actions.add_event(store, a_late_one())
    actions.copy(store, [("e1", "")], 28)
    actions.add_event(store, a_late_one(id="idle", day=None, title="waiting"))

    actions.plan_event(store, "idle", date(2027, 4, 20))
    assert seen(plan) == ["10.03 23:30", "07.04 00:30", "20.04 00:30"]
    actions.move_to(store, [("idle", "")], date(2027, 4, 20), own=True)
    actions.edit(store, ("e1", ""), day=date(2027, 4, 1))
    assert (kept(plan, "idle")[0], kept(plan)[0]) == (date(2027, 4, 20), date(2027, 4, 1))
    assert seen(plan) == ["02.04 00:30", "07.04 00:30", "21.04 00:30"]


def test_a_stretched_event_ends_on_the_day_shown(store, plan):
    actions.add_event(store, a_late_one(at=time(20), minutes=180))
    assert plan.occurrence(("e1", "")).last_day == date(2027, 3, 11)

    actions.resize(store, ("e1", ""), -1, 1)

    one = plan.occurrence(("e1", ""))
    assert (one.day, one.at, one.last_day, one.event.minutes) == (date(2027, 3, 9), time(22), date(2027, 3, 12), 3060)


def test_an_hour_past_midnight_is_not_shortened_to_less_than_nothing(store, plan):
    actions.add_event(store, a_late_one(at=time(23, 30), zone="Europe/Sofia"))

    actions.resize(store, ("e1", ""), 0, -1)

    assert plan.events["e1"].minutes == 60


def test_shifting_everything_from_a_day_on_goes_by_the_days_shown(store, plan):
    actions.add_event(store, a_late_one(id="e1", at=time(23)))
    actions.add_event(store, a_late_one(id="e2", title="b", at=time(21)))
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=2", date(2027, 3, 3), id="s", at=time(23), zone="UTC"))

    actions.shift_after(store, date(2027, 3, 11), 1)

    assert seen(plan) == ["04.03 01:00", "10.03 23:00", "12.03 01:00", "12.03 01:00"]


@pytest.mark.parametrize("scope", list(Scope))
def test_the_question_promises_the_days_that_come(store, plan, scope):
    actions.add_event(
        store, a_series("FREQ=WEEKLY;COUNT=4", date(2027, 3, 16), at=LATE, minutes=60, zone="UTC", live=1.0)
    )
    key = ("e1", "2027-03-23T21:30")

    choice = preview(plan, key, 8)[scope]
    actions.move(store, [key], 8, scope)

    assert choice.after == Plan.read(store).week_loads([choice.after.week])[choice.after.week]
    assert "31.03 00:30" in seen(plan)


def test_days_named_in_the_question_are_those_shown(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 10), at=time(23), minutes=60, zone="UTC"))

    detail = preview(plan, ("e1", "2027-03-10T23:00"), 1)[Scope.ONLY_THIS].detail

    assert dict(detail.values) == {"old": date(2027, 3, 11), "new": date(2027, 3, 12)}


def test_what_is_kept_is_written_in_its_own_zone(store, plan):
    actions.add_event(store, a_late_one(at=time(23)))

    assert (kept(plan), store.of(Event).get("e1").day) == ((date(2027, 3, 10), time(23), "UTC"), date(2027, 3, 10))
