"""Every edit of a series by its scope, case by case."""

from datetime import date, time, timedelta

import pytest

from app.calendar import actions
from app.calendar.event import Event, Override, Scope
from app.calendar.overridden import own_fields
from app.calendar.plan import Plan
from app.calendar.rhythm.rule import Rule
from app.calendar.rhythm.until import editable
from app.errors import KnownError
from app.message import say
from tests.calendar.rules.builders import FIVE, a_series, an_event, days, every, rules, starts, titles

WEDNESDAY = date(2027, 3, 10)
FORTNIGHTLY = "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=5"  # 10 and 24 Mar, 7 and 21 Apr, 5 May


@pytest.fixture
def hours(store):
    """Office hours on Wednesdays at five, every two weeks, five times."""
    return actions.add_event(store, a_series(FORTNIGHTLY, WEDNESDAY, id="hours", at=FIVE, minutes=60))


def test_only_this_leaves_the_rule_alone(store, hours):
    actions.move(store, [(hours, "2027-03-24T17:00")], 1)

    assert days(store) == [date(2027, 3, 10), date(2027, 3, 25), date(2027, 4, 7), date(2027, 4, 21), date(2027, 5, 5)]
    assert store.of(Event).get(hours).rrule == FORTNIGHTLY
    (override,) = store.of(Override).all()
    assert (override.original, own_fields(override)) == ("2027-03-24T17:00", {"day": date(2027, 3, 25)})


def test_this_and_following_turns_the_weekday_and_shares_the_count(store, hours):
    (key,) = actions.move(store, [(hours, "2027-03-24T17:00")], 1, Scope.FOLLOWING)

    assert days(store) == [date(2027, 3, 10), date(2027, 3, 25), date(2027, 4, 8), date(2027, 4, 22), date(2027, 5, 6)]
    parent, child = store.of(Event).get(hours), store.of(Event).get(key[0])
    assert parent.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=1"
    assert child.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=4"
    assert (child.day, child.split_from, child.uid, child.revision) == (date(2027, 3, 25), hours, "", 0)
    assert key == (child.id, "2027-03-25T17:00")


def test_all_turns_first_day_weekday_and_exceptions_together(store, hours):
    actions.delete(store, [(hours, "2027-04-07T17:00")])
    actions.move(store, [(hours, "2027-04-21T17:00")], 2)
    actions.move(store, [(hours, "2027-03-24T17:00")], 1, Scope.ALL)

    assert days(store) == [date(2027, 3, 11), date(2027, 3, 25), date(2027, 4, 24), date(2027, 5, 6)]
    event = store.of(Event).get(hours)
    assert (event.day, event.rrule) == (date(2027, 3, 11), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=5")
    assert sorted(it.original for it in store.of(Override).all()) == ["2027-04-08T17:00", "2027-04-22T17:00"]


def test_following_from_the_first_is_all(store, hours):
    actions.move(store, [(hours, "2027-03-10T17:00")], 1, Scope.FOLLOWING)

    assert rules(store) == ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=5"]


def test_following_is_all_when_what_was_before_is_cancelled(store, hours):
    actions.delete(store, [(hours, "2027-03-10T17:00")])
    actions.move(store, [(hours, "2027-03-24T17:00")], 1, Scope.FOLLOWING)

    assert rules(store) == ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=5"]
    assert days(store)[0] == date(2027, 3, 25)


def test_a_rule_with_an_end_keeps_it_and_the_first_part_ends_the_day_before(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270421T235959", WEDNESDAY, at=FIVE, minutes=60))

    actions.move(store, [("e1", "2027-04-07T17:00")], -1, Scope.FOLLOWING)

    assert rules(store) == [
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270420T235959",
        "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270406T235959",
    ]
    assert days(store) == [*every(7, WEDNESDAY, date(2027, 3, 31)), *every(7, date(2027, 4, 6), date(2027, 4, 20))]


def test_exceptions_go_to_the_side_they_belong_to(store, hours):
    actions.delete(store, [(hours, "2027-03-24T17:00"), (hours, "2027-05-05T17:00")])
    actions.edit(store, (hours, "2027-04-21T17:00"), title="With a guest")

    actions.move(store, [(hours, "2027-04-07T17:00")], 1, Scope.FOLLOWING)

    assert titles(store) == [
        ("2027-03-10T17:00", "AMA"),
        ("2027-04-08T17:00", "AMA"),
        ("2027-04-22T17:00", "With a guest"),
    ]


def test_a_moved_occurrence_is_moved_on_from_where_it_is(store, hours):
    key = (hours, "2027-03-24T17:00")
    actions.move(store, [key], 1)
    actions.move(store, [key], 1)

    assert date(2027, 3, 26) in days(store)
    actions.move(store, [key], -2)
    assert list(store.of(Override).all()) == []


def test_an_occurrence_may_land_on_the_day_of_another(store, hours):
    actions.move(store, [(hours, "2027-03-24T17:00")], 14)

    assert days(store).count(date(2027, 4, 7)) == 2


def test_several_weekdays_turn_by_the_same_days_across_the_week(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4", date(2027, 3, 8)))

    actions.move(store, [("e1", "2027-03-12")], 3, Scope.ALL)

    assert days(store) == [date(2027, 3, 11), date(2027, 3, 15), date(2027, 3, 25), date(2027, 3, 29)]
    assert rules(store) == ["FREQ=WEEKLY;INTERVAL=2;WKST=TH;BYDAY=MO,TH;COUNT=4"]


def monthly(store, rrule, day):
    actions.add_event(store, a_series(rrule, day))


@pytest.mark.parametrize(
    ("rrule", "start", "held", "by", "rule", "first_days"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=15", (3, 15), (4, 15), 3, "BYMONTHDAY=18", [(3, 18), (4, 18), (5, 18)]),
        ("FREQ=MONTHLY", (3, 15), (4, 15), 3, "BYMONTHDAY=18", [(3, 18), (4, 18), (5, 18)]),
        ("FREQ=MONTHLY;BYMONTHDAY=30", (3, 30), (4, 30), 3, "BYMONTHDAY=3", [(4, 3), (5, 3), (6, 3)]),
        ("FREQ=MONTHLY;BYMONTHDAY=2", (3, 2), (4, 2), -3, "BYMONTHDAY=30", [(3, 30), (4, 30), (5, 30)]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", (3, 31), (4, 30), 31, "BYMONTHDAY=-1", [(4, 30), (5, 31), (6, 30)]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", (3, 31), (3, 31), -2, "BYMONTHDAY=29", [(3, 29), (4, 29), (5, 29)]),
        ("FREQ=MONTHLY;BYDAY=2TU", (3, 9), (4, 13), 1, "BYDAY=2WE", [(3, 10), (4, 14), (5, 12)]),
        ("FREQ=MONTHLY;BYDAY=2TU", (3, 9), (4, 13), 7, "BYDAY=3TU", [(3, 16), (4, 20), (5, 18)]),
        ("FREQ=MONTHLY;BYDAY=-1FR", (3, 26), (4, 30), -1, "BYDAY=-1TH", [(3, 25), (4, 29), (5, 27)]),
        ("FREQ=MONTHLY;BYDAY=-1FR", (3, 26), (3, 26), -7, "BYDAY=3FR", [(3, 19), (4, 16), (5, 21)]),
        ("FREQ=MONTHLY;BYDAY=4MO", (3, 22), (3, 22), 7, "BYDAY=-1MO", [(3, 29), (4, 26), (5, 31)]),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", (3, 1), (6, 7), 1, "BYDAY=2TU", [(3, 9), (6, 8), (9, 14)]),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=30", (3, 30), (3, 30), 3, "BYMONTHDAY=2", [(4, 2)]),
    ],
)
def test_a_monthly_rhythm_follows_the_day_it_was_moved_to(store, rrule, start, held, by, rule, first_days):
    monthly(store, rrule, date(2027, *start))

    actions.move(store, [("e1", date(2027, *held).isoformat())], by, Scope.ALL)

    assert rule in rules(store)[0]
    assert [(it.month, it.day) for it in days(store, last=date(2027, 12, 31))][: len(first_days)] == first_days
    event = store.of(Event).get("e1")
    assert event.day == days(store)[0], "the first day is on the rule"


def test_a_monthly_rhythm_that_leaves_short_months_starts_in_the_first_that_has_its_day(store):
    monthly(store, "FREQ=MONTHLY;BYMONTHDAY=28", date(2027, 2, 28))

    actions.move(store, [("e1", "2027-03-28")], 3, Scope.ALL)

    assert store.of(Event).get("e1").day == date(2027, 3, 31)
    assert days(store, last=date(2027, 8, 1)) == [date(2027, 3, 31), date(2027, 5, 31), date(2027, 7, 31)]


def test_the_end_of_a_monthly_rhythm_follows_its_last_occurrence(store):
    monthly(store, "FREQ=MONTHLY;BYMONTHDAY=30;UNTIL=20270601", date(2027, 3, 30))

    actions.move(store, [("e1", "2027-03-30")], 4, Scope.ALL)

    assert days(store) == [date(2027, 4, 3), date(2027, 5, 3), date(2027, 6, 3)]


def test_overrides_of_a_monthly_rhythm_stay_with_their_month(store):
    monthly(store, "FREQ=MONTHLY;BYDAY=2TU;COUNT=4", date(2027, 3, 9))
    actions.edit(store, ("e1", "2027-05-11"), title="In May")
    actions.delete(store, [("e1", "2027-04-13")])

    actions.move(store, [("e1", "2027-03-09")], 9, Scope.ALL)

    assert titles(store) == [("2027-03-18", "AMA"), ("2027-05-20", "In May"), ("2027-06-17", "AMA")]


def test_a_field_edited_for_all_gives_way_in_none(store, hours):
    actions.edit(store, (hours, "2027-04-07T17:00"), title="With a guest", notes="call her")
    actions.edit(store, (hours, "2027-03-24T17:00"), Scope.ALL, title="Office hours")

    assert {title for _, title in titles(store)} == {"Office hours"}
    assert Plan.read(store).occurrence((hours, "2027-04-07T17:00")).event.notes == "call her"


def test_a_field_edited_from_here_on_parts_the_series(store, hours):
    key = actions.edit(store, (hours, "2027-04-07T17:00"), Scope.FOLLOWING, owner="mila")

    plan = Plan.read(store)
    assert plan.occurrence(key).event.owner == "mila"
    assert plan.occurrence((hours, "2027-03-24T17:00")).event.owner == ""
    assert len(days(store)) == 5


def test_another_time_for_all_takes_exceptions_and_end_along(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331T235959", WEDNESDAY, at=FIVE, minutes=60))
    actions.delete(store, [("e1", "2027-03-17T17:00")])

    actions.edit(store, ("e1", "2027-03-10T17:00"), Scope.ALL, at=time(23, 30))

    assert starts(store) == ["2027-03-10T23:30", "2027-03-24T23:30", "2027-03-31T23:30"]


def test_a_timed_series_becomes_whole_days_and_back(store, hours):
    actions.delete(store, [(hours, "2027-03-24T17:00")])
    key = actions.edit(store, (hours, "2027-03-10T17:00"), Scope.ALL, at=None)
    assert starts(store) == ["2027-03-10", "2027-04-07", "2027-04-21", "2027-05-05"]

    actions.edit(store, key, Scope.ALL, at=time(9))
    assert starts(store) == ["2027-03-10T09:00", "2027-04-07T09:00", "2027-04-21T09:00", "2027-05-05T09:00"]


def test_only_this_one_at_another_time(store, hours):
    actions.edit(store, (hours, "2027-03-24T17:00"), at=time(9), day=date(2027, 3, 25))

    assert starts(store)[1] == "2027-03-25T09:00"


def test_resizing_all_changes_every_length_and_the_start_moves_the_rhythm(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;COUNT=3", WEDNESDAY, days=3))

    actions.resize(store, ("e1", "2027-03-17"), -1, 1, Scope.ALL)

    found = Plan.read(store).occurrences(date(2027, 1, 1), date(2027, 12, 31))
    assert [(it.day, it.last_day) for it in found] == [
        (date(2027, 3, day), date(2027, 3, day + 4)) for day in (9, 16, 23)
    ]


def test_resizing_never_leaves_less_than_a_day(store):
    actions.add_event(store, an_event(days=3))

    actions.resize(store, ("e1", ""), 5, 0)
    assert (store.of(Event).get("e1").day, store.of(Event).get("e1").days) == (date(2027, 3, 12), 1)
    actions.resize(store, ("e1", ""), 0, -4)
    assert (store.of(Event).get("e1").day, store.of(Event).get("e1").days) == (date(2027, 3, 12), 1)


def test_a_timed_event_is_stretched_by_whole_days(store):
    actions.add_event(store, an_event(at=FIVE, minutes=90))

    actions.resize(store, ("e1", ""), 0, 1)

    assert (store.of(Event).get("e1").minutes, store.of(Event).get("e1").at) == (90 + 1440, FIVE)


def test_deleting_the_following_ends_the_series(store, hours):
    actions.edit(store, (hours, "2027-04-21T17:00"), title="Gone too")
    actions.delete(store, [(hours, "2027-04-07T17:00")], Scope.FOLLOWING)

    assert days(store) == [date(2027, 3, 10), date(2027, 3, 24)]
    assert list(store.of(Override).all()) == []


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.FOLLOWING])
def test_deleting_all_leaves_nothing_and_undo_brings_all(store, hours, scope):
    actions.edit(store, (hours, "2027-04-21T17:00"), title="With a guest")
    before = titles(store)

    actions.delete(store, [(hours, "2027-03-10T17:00")], scope)
    assert (list(store.of(Event).all()), list(store.of(Override).all())) == ([], [])
    store.undo()
    assert titles(store) == before


def test_deleting_one_after_the_other_deletes_the_series_with_the_last(store, hours):
    for original in ("2027-03-10", "2027-03-24", "2027-04-07", "2027-04-21", "2027-05-05"):
        actions.delete(store, [(hours, f"{original}T17:00")])

    assert list(store.of(Event).all()) == []


def test_no_question_is_asked_for_the_last_one_left(store, hours):
    keys = [(hours, f"{day}T17:00") for day in ("2027-03-10", "2027-03-24", "2027-04-07", "2027-04-21")]
    assert actions.needs_scope(Plan.read(store), keys)

    actions.delete(store, keys)

    assert not actions.needs_scope(Plan.read(store), [(hours, "2027-05-05T17:00")])


def test_a_rule_that_came_in_is_edited_but_not_moved_as_a_whole(store):
    foreign = "FREQ=MONTHLY;BYDAY=2TU,4TU;UNTIL=20270501T170000"
    actions.add_event(store, a_series(foreign, date(2027, 3, 9), at=FIVE, minutes=60))

    with pytest.raises(KnownError) as error:
        actions.move(store, [("e1", "2027-03-23T17:00")], 1, Scope.ALL)
    assert error.value.what.id == "rule.cannot_move"
    actions.edit(store, ("e1", "2027-03-23T17:00"), Scope.FOLLOWING, title="Later")
    actions.edit(store, ("e1", "2027-03-09T17:00"), Scope.ALL, at=time(18))

    assert titles(store) == [
        ("2027-03-09T18:00", "AMA"),
        ("2027-03-23T17:00", "Later"),
        ("2027-04-13T17:00", "Later"),
        ("2027-04-27T17:00", "Later"),
    ]


def test_a_counted_rule_that_came_in_is_shared_out_too(store):
    actions.add_event(store, a_series("FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=5", date(2027, 3, 1)))

    actions.delete(store, [("e1", "2027-04-01")], Scope.FOLLOWING)
    assert days(store) == [date(2027, 3, 1), date(2027, 3, 15)]
    store.undo()
    actions.edit(store, ("e1", "2027-04-01"), Scope.FOLLOWING, title="Later")
    assert rules(store) == ["FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=2", "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3"]
    assert len(days(store)) == 5


def test_singles_and_series_move_together_in_one_step(store, hours):
    actions.add_event(store, an_event(id="single", day=date(2027, 3, 11)))
    before = days(store)

    actions.move_to(store, [("single", ""), (hours, "2027-03-24T17:00")], date(2027, 3, 12), Scope.ALL)

    assert days(store) == sorted([date(2027, 3, 12), *(it.replace(day=it.day + 1) for it in before if it.day != 11)])
    assert store.undo().id == "step.move.many"
    assert days(store) == before


def test_a_rule_of_its_own_always_holds_its_first_day(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=FR;COUNT=3", WEDNESDAY))

    assert store.of(Event).get("e1").day == date(2027, 3, 12)
    assert len(days(store)) == 3
    assert Rule.parse(rules(store)[0]).count == 3


def test_a_counted_rhythm_that_passes_over_months_still_ends_with_the_same_one(store):
    monthly(store, "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", date(2027, 1, 31))

    actions.move(store, [("e1", "2027-05-31")], -1, Scope.ALL)

    assert days(store) == [date(2027, 1, 30), date(2027, 3, 30), date(2027, 4, 30), date(2027, 5, 30)]


def test_what_was_moved_before_its_series_is_not_lost_with_the_rest(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=2", WEDNESDAY))
    actions.move(store, [("e1", "2027-03-10")], -5)

    actions.delete(store, [("e1", "2027-03-17")])

    assert days(store) == [date(2027, 3, 5)]


@pytest.mark.parametrize(
    ("until", "last", "kept"),
    [
        ("20270331T170000", 31, 31),
        ("20270331T165959", 24, 30),
        ("20270331T235959", 31, 31),
        ("20270331T150000Z", 31, 31),
        ("20270331", 31, 31),
    ],
)
def test_a_rhythm_that_came_in_with_an_end_at_a_time_is_edited_like_ours(store, until, last, kept):
    rule = f"FREQ=WEEKLY;UNTIL={until};BYDAY=WE;WKST=SU"
    came_in = a_series(rule, WEDNESDAY, at=FIVE, minutes=60, zone="Europe/Sofia")
    with store.change(say("step.add", title="AMA")):
        store.of(Event).save([came_in])
    assert days(store) == every(7, WEDNESDAY, date(2027, 3, last))
    assert editable(came_in) == f"FREQ=WEEKLY;BYDAY=WE;UNTIL=202703{kept}T235959"

    actions.move(store, [("e1", "2027-03-10T17:00")], 1, Scope.ALL)

    assert days(store) == every(7, date(2027, 3, 11), date(2027, 3, last) + timedelta(days=1))
