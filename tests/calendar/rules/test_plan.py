"""The picture of the playbook that pages show: what is where, and that it follows the store."""

from datetime import date, time

import pytest

from app.calendar import actions
from app.calendar.event import Event, Override, Scope, Status
from app.calendar.kind import Kind
from app.calendar.plan import Plan
from app.calendar.rhythm.expand import starts_of
from app.message import say
from app.playbook.records import delete_record, save_record
from app.playbook.settings import set_capacity, set_week_capacity
from app.store import EVERYTHING
from tests.calendar.rules.builders import FIRST, FIVE, LAST, a_series, an_event

MARCH = (date(2027, 3, 1), date(2027, 3, 31))
WEEKS = [date(2027, 3, day) for day in (1, 8, 15, 22)]


@pytest.fixture
def plan(store):
    """A plan that follows its store."""
    plan = Plan.read(store)
    store.subscribe(lambda changes: plan.refresh(store, changes))
    return plan


def shown(plan, first=MARCH[0], last=MARCH[1]):
    return [(it.day.day, it.event.title) for it in plan.occurrences(first, last)]


def test_long_ones_come_first_then_days_times_and_titles(store, plan):
    for title, fields in {
        "late": {"at": time(18), "minutes": 60},
        "early": {"at": time(9), "minutes": 60},
        "all day": {},
        "challenge": {"days": 7},
        "before": {"day": date(2027, 3, 2)},
        "b early": {"at": time(9), "minutes": 60},
    }.items():
        actions.add_event(store, an_event(**{"id": title, "title": title} | fields))

    assert [title for _, title in shown(plan)] == ["challenge", "before", "all day", "b early", "early", "late"]


def test_what_lasts_into_the_window_is_in_it(store, plan):
    actions.add_event(store, an_event(id="long", title="long", day=date(2027, 2, 25), days=5))
    actions.add_event(store, an_event(id="night", title="night", day=date(2027, 2, 28), at=time(23), minutes=120))
    actions.add_event(store, an_event(id="over", title="over", day=date(2027, 2, 24), days=5))
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=2", date(2027, 2, 20), id="s", title="s", days=3))

    assert shown(plan) == [(25, "long"), (27, "s"), (28, "night")]


@pytest.mark.parametrize(("by", "there"), [(-10, False), (-9, True), (40, False), (21, True)])
def test_an_occurrence_moved_over_the_edge_of_the_window_goes_with_its_day(store, plan, by, there):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=1", date(2027, 3, 10)))

    actions.move(store, [("e1", "2027-03-10")], by)

    assert bool(plan.occurrences(*MARCH)) is there


def test_an_occurrence_moved_into_the_window_from_far_away_is_in_it(store, plan):
    actions.add_event(store, a_series("FREQ=YEARLY", date(2026, 6, 1)))
    actions.edit(store, ("e1", "2026-06-01"), day=date(2027, 3, 5))

    assert shown(plan) == [(5, "AMA")]


def test_an_occurrence_has_its_own_time_length_status_owner_and_notes(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 10), at=FIVE, minutes=60))
    key = ("e1", "2027-03-17T17:00")
    actions.edit(store, key, at=time(9), minutes=3000, status=Status.DONE, owner="mila", notes="went well")
    actions.edit(store, key, personas=("p1", "p2"), public_text=(("en", "Hello"), ("bg", "Здравей")))

    changed = plan.occurrence(key)
    other = plan.occurrence(("e1", "2027-03-24T17:00"))
    assert (changed.at, changed.length, changed.last_day) == (time(9), 3, date(2027, 3, 19))
    assert (changed.event.status, changed.event.owner, changed.event.notes) == (Status.DONE, "mila", "went well")
    assert changed.event.public_text == (("en", "Hello"), ("bg", "Здравей"))
    assert (other.at, other.event.status, other.event.notes) == (FIVE, Status.PLANNED, "")


def test_an_orphan_override_is_shown_and_a_cancelled_one_is_not(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=2", date(2027, 3, 10)))
    with store.change(say("step.edit", title="AMA")):
        store.of(Override).save(
            [
                Override("o1", "e1", "2027-03-20", fields=(("title", '"orphan"'),)),
                Override("o2", "e1", "2027-03-17", cancelled=True),
                Override("o3", "e1", "2027-03-25", cancelled=True),
            ]
        )

    assert shown(plan) == [(10, "AMA"), (20, "orphan")]


def test_a_first_day_off_its_rule_is_shown_too(store, plan):
    with store.change(say("step.add", title="AMA")):
        store.of(Event).save([a_series("FREQ=WEEKLY;BYDAY=MO;COUNT=2", date(2027, 3, 10))])

    assert shown(plan) == [(10, "AMA"), (15, "AMA"), (22, "AMA")]


def test_further_dates_and_excluded_rules_of_a_series_that_came_in(store, plan):
    with store.change(say("step.add", title="AMA")):
        rrule = "FREQ=WEEKLY;COUNT=3\nEXRULE:FREQ=MONTHLY;BYMONTHDAY=17"
        store.of(Event).save([a_series(rrule, date(2027, 3, 10), rdates=("2027-03-12", "2027-03-17"))])

    assert shown(plan) == [(10, "AMA"), (12, "AMA"), (24, "AMA")]


def test_a_rule_that_cannot_be_read_gives_its_first_day():
    assert starts_of(a_series("FREQ=SOMETIMES", date(2027, 3, 8)), FIRST, LAST) == [(date(2027, 3, 8), None)]


@pytest.mark.parametrize(
    "key", [("nobody", ""), ("e1", ""), ("e1", "2027-03-11"), ("e1", "no day"), ("single", "2027-03-10"), ("idle", "")]
)
def test_a_key_of_nothing_names_nothing(store, plan, key):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=2", date(2027, 3, 10)))
    actions.add_event(store, an_event(id="single"))
    actions.add_event(store, an_event(id="idle", day=None))

    assert plan.occurrence(key) is None


def test_the_plan_follows_every_change_undo_and_redo(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;COUNT=4", date(2027, 3, 3)))
    actions.move(store, [("e1", "2027-03-10")], 1)
    actions.move(store, [("e1", "2027-03-17")], 1, Scope.FOLLOWING)
    actions.delete(store, [("e1", "2027-03-03")])
    save_record(store, Kind("ama", "AMA"))
    for act in (store.undo, store.undo, store.undo, store.redo, store.undo, store.redo, store.redo):
        fresh = Plan.read(store)
        assert plan.occurrences(*MARCH) == fresh.occurrences(*MARCH)
        assert (plan.events, plan.kinds) == (fresh.events, fresh.kinds)
        assert {s: o for s, o in plan.overrides.items() if o} == fresh.overrides
        act()


def test_among_many_events_a_change_is_followed_by_itself(store, plan):
    with store.change(say("step.add", title="AMA")):
        store.of(Event).save(
            an_event(
                id=f"m{number:02}", title=f"Title {number % 7}", day=date(2027, 3, 1 + number % 28), live=number / 7
            )
            for number in range(60)
        )
    plan.occurrences(*MARCH)
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;COUNT=4", date(2027, 3, 3), live=0.3))
    actions.move(store, [("e1", "2027-03-10"), ("m07", "")], 1)
    actions.delete(store, [("m00", ""), ("e1", "2027-03-17")])
    actions.edit(store, ("m30", ""), title="Another", live=2.25)
    for act in (store.undo, store.undo, store.redo, store.redo):
        fresh = Plan.read(store)
        assert plan.occurrences(*MARCH) == fresh.occurrences(*MARCH)
        assert plan.week_loads(WEEKS) == fresh.week_loads(WEEKS)
        assert {name: found for name, found in plan.of_events(*MARCH).items() if found} == {
            name: found for name, found in fresh.of_events(*MARCH).items() if found
        }
        act()


def test_days_within_days_that_are_known_hold_the_same_as_when_asked_first(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;COUNT=9", date(2027, 2, 24), days=3))
    for number in range(20):
        actions.add_event(
            store, an_event(id=f"m{number}", day=date(2027, 2, 20 + number % 8), days=1 + number, live=0.5)
        )
    plan.occurrences(date(2027, 2, 1), date(2027, 4, 30))
    actions.move(store, [("m3", ""), ("e1", "2027-03-03")], 2)

    fresh = Plan.read(store)

    assert plan.occurrences(*MARCH) == fresh.occurrences(*MARCH)
    assert plan.week_loads(WEEKS) == fresh.week_loads(WEEKS)


def test_only_what_concerns_it_refreshes_a_plan(store, plan):
    assert plan.refresh(store, {Kind: frozenset({"x"})})
    assert plan.refresh(store, {Event: EVERYTHING})
    assert not plan.refresh(store, {str: EVERYTHING})


def test_an_answer_is_the_asker_s_to_keep(store, plan):
    actions.add_event(store, an_event())
    plan.occurrences(*MARCH).clear()

    assert shown(plan) == [(10, "AMA")]


def test_capacity_may_differ_for_a_week(store, plan):
    set_capacity(store, 10)
    set_week_capacity(store, date(2027, 3, 8), 2)

    assert [plan.capacity(date(2027, 3, day)) for day in (1, 8, 15)] == [10.0, 2.0, 10.0]
    set_week_capacity(store, date(2027, 3, 8), None)
    assert plan.capacity(date(2027, 3, 8)) == 10.0
    store.undo()
    assert plan.capacity(date(2027, 3, 8)) == 2.0


def test_a_deleted_record_leaves_the_id_that_refers_to_it(store, plan):
    save_record(store, Kind("ama", "AMA"))
    actions.add_event(store, an_event())

    delete_record(store, Kind, "ama")

    assert (plan.events["e1"].kind, "ama" in plan.kinds) == ("ama", False)
