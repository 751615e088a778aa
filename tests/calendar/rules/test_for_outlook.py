from datetime import date

from app.calendar import actions
from app.calendar.event import Event, Override
from app.calendar.rhythm.for_outlook import part_for_outlook, split_for_outlook
from tests.calendar.rules.builders import a_series, days, titles

SECOND_AND_FOURTH = "FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=6"


def test_two_ordinals_become_two_series_with_the_same_days(store):
    actions.add_event(store, a_series(SECOND_AND_FOURTH, date(2027, 3, 9)))
    actions.edit(store, ("e1", "2027-04-27"), title="Odd")
    actions.delete(store, [("e1", "2027-05-11")])
    before = titles(store)

    ids = part_for_outlook(store, "e1")

    assert titles(store) == before
    assert ids[0] == "e1"
    assert sorted(event.rrule[:25] for event in store.of(Event).all()) == [
        "FREQ=MONTHLY;BYDAY=2TU;UN", "FREQ=MONTHLY;BYDAY=4TU;UN",
    ]  # fmt: skip
    assert {it.series for it in store.of(Override).all()} == set(ids)
    store.undo()
    assert titles(store) == before
    assert len(list(store.of(Event).all())) == 1


def test_a_rule_that_outlook_takes_stays_one(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 10)))

    assert part_for_outlook(store, "e1") == ["e1"]
    assert store.next_undo().id == "step.add"
    assert len(split_for_outlook(store.of(Event).get("e1"))) == 1
    assert len(days(store)) == 3
