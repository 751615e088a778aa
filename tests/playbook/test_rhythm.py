from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.calendar.event import Event, Override
from app.calendar.holidays import holidays
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter, week_of
from app.message import say
from app.playbook.copying import themselves
from app.playbook.laid_out import Ground, lay_out, occurrences
from app.playbook.rhythm import fill_quarter
from app.playbook.room import Weeks
from resources.templates import COMMUNITIES
from tests.playbook.beginning import START, a_template, begun, shown
from tests.storage.making import everything

NEXT = START + timedelta(weeks=13)


@pytest.fixture
def store(tmp_path):
    return begun(tmp_path / "p.sedyanka", "product-users", holidays=("BG",))


def planned_in(store, start):
    quarter = Quarter(start)
    return Plan.read(store).occurrences(quarter.first, quarter.last)


def test_an_empty_quarter_is_filled_in_one_step_that_undo_takes_back(store, tmp_path):
    before = everything(tmp_path / "p.sedyanka")
    assert planned_in(store, NEXT) == []

    fill_quarter(store, a_template("product-users", start=NEXT))

    assert len(planned_in(store, NEXT)) > 50
    assert store.undo() == say("playbook.step.rhythm")
    assert everything(tmp_path / "p.sedyanka") == before


def test_the_rhythm_ends_with_its_quarter(store):
    fill_quarter(store, a_template("product-users", start=NEXT))

    assert planned_in(store, START + timedelta(weeks=26)) == []
    assert all(event.rrule for event in store.of(Event).all() if event.repeats)


def test_a_filled_quarter_uses_what_the_playbook_has(store):
    there = {event.tactic for event in store.of(Event).all()}, {event.program for event in store.of(Event).all()}

    fill_quarter(store, a_template("product-users", start=NEXT))

    filled = [it.event for it in planned_in(store, NEXT)]
    assert {event.tactic for event in filled} <= there[0]
    assert {event.program for event in filled} <= there[1]


def test_an_empty_playbook_can_take_the_rhythm_of_any_community(tmp_path):
    for community in COMMUNITIES:
        store = begun(tmp_path / f"{community}.sedyanka")

        fill_quarter(store, a_template(community))

        plan = Plan.read(store)
        assert len(shown(store)) > 30
        assert all(event.kind in plan.kinds and not event.program for event in plan.events.values())


def test_nothing_begins_on_holidays_and_quiet_days(tmp_path):
    store = begun(tmp_path / "p.sedyanka", "product-users", holidays=("BG",), quiet_days=(4,))
    off = holidays(("BG",), START, START + timedelta(days=90))

    starts = {it.day for it in shown(store)}
    assert not starts & off.keys()
    assert not {day for day in starts if day.weekday() == 4}


def test_what_would_fall_on_a_holiday_moves_inside_its_week(store):
    moved = {override.original: override.fields for override in store.of(Override).all()}

    assert moved["2027-05-03"] == (("day", '"2027-05-05"'),)  # Easter Monday; Tuesday stands for 1 May
    assert moved["2027-05-24"] == (("day", '"2027-05-25"'),)


def test_a_week_without_a_free_day_goes_without(tmp_path):
    store = begun(tmp_path / "p.sedyanka", "founders-creators", quiet_days=(0, 1, 2, 3, 4))

    assert {it.day.weekday() for it in shown(store)} <= {5, 6}
    assert all(override.cancelled for override in store.of(Override).all())


def test_hours_already_planned_push_large_things_into_other_weeks(tmp_path):
    def day_of_the_challenge(*busy):
        store = begun(tmp_path / f"{len(busy)}.sedyanka")
        with store.change(say("step.add")):
            store.of(Event).save(Event(f"e{n}", "Fair", "k", START + timedelta(weeks=n), live=8.0) for n in busy)
        fill_quarter(store, a_template("product-users"))
        return next(it.day for it in shown(store) if it.event.title == "Seven days, one routine")

    usual = day_of_the_challenge()
    row = (usual - START).days // 7

    assert day_of_the_challenge(row) != usual


def test_the_week_of_a_playbook_may_begin_on_sunday(tmp_path):
    sunday = week_of(START, 6)
    store = begun(tmp_path / "p.sedyanka", "product-users", start=sunday, first_weekday=6)

    welcome = [it.day for it in shown(store) if it.event.title == "Welcome triage"]
    assert len(welcome) == 13
    assert {day.weekday() for day in welcome} == {0}


@given(week=st.integers(0, 600), free=st.sets(st.integers(0, 90), min_size=20), community=st.sampled_from(COMMUNITIES))
@settings(max_examples=40, deadline=None)
def test_whatever_is_free_everything_begins_on_a_free_day_of_the_quarter(week, free, community):
    template = a_template(community, start=date(2025, 12, 29) + timedelta(weeks=week))
    quarter = Quarter(template.start)
    days = {quarter.first + timedelta(days=number) for number in free}
    numbers = iter(range(100_000))
    ground = Ground(
        quarter=quarter,
        zone="UTC",
        weeks=Weeks(quarter.rows, lambda _: 8.0, {}),
        tactics={tactic.key: tactic for tactic in template.tactics},
        ids=themselves(template),
        free=days.__contains__,
        new_id=lambda: str(next(numbers)),
        now=0,
    )

    laid = lay_out(template, ground)

    repeating = [it for it in occurrences(laid, quarter) if it.repeats]
    assert {it.day for it in repeating} <= days
    assert all(quarter.contains(it.day) for it in occurrences(laid, quarter))
