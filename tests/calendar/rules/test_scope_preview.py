"""What the scope question says before anything moves."""

from datetime import date

import pytest

from app.calendar import actions
from app.calendar.event import Scope
from app.calendar.kind import Kind
from app.calendar.plan import Plan
from app.calendar.scope_preview import preview
from app.playbook.records import save_record
from resources.texts import find
from tests.calendar.rules.builders import FIVE, a_series, an_event

KEY = ("hours", "2027-03-24T17:00")


def said(message):
    return message and find("en", message.id, dict(message.values))


def texts(choices):
    return {scope: (said(choice.title), said(choice.detail), said(choice.warning)) for scope, choice in choices.items()}


@pytest.fixture
def plan(store):
    save_record(store, Kind("hours", "Office hours", live=True))
    save_record(store, Kind("ama", "AMA", live=True))
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=5"
    actions.add_event(
        store, a_series(rule, date(2027, 3, 10), id="hours", kind="hours", at=FIVE, minutes=60, live=1.0, title="Hours")
    )
    actions.add_event(store, an_event(id="ama", day=date(2027, 4, 8), title="AMA with founders", short="AMA"))
    return Plan.read(store)


def test_a_move_says_how_many_and_which_and_what_is_there_already(plan):
    assert texts(preview(plan, KEY, 1)) == {
        Scope.ONLY_THIS: ("Only this one", "2027-03-24 becomes 2027-03-25", None),
        Scope.FOLLOWING: (
            "This and the 3 after it", "2027-04-08, 2027-04-22, 2027-05-06: Thursdays", "2027-04-08: AMA too",
        ),
        Scope.ALL: (
            "All 5 of the series", "also the earlier one: 2027-03-10 becomes 2027-03-11", "2027-04-08: AMA too",
        ),
    }  # fmt: skip


def test_a_move_to_another_week_says_what_its_hours_become(plan):
    choice = preview(plan, KEY, 7)[Scope.ONLY_THIS]

    assert (choice.before.week, choice.before.hours, choice.after.hours) == (date(2027, 3, 29), 0.0, 1.0)


def test_what_is_promised_is_what_happens(store, plan):
    for scope, choice in preview(plan, KEY, 7).items():
        actions.move(store, [KEY], 7, scope)
        assert Plan.read(store).week_loads([choice.after.week])[choice.after.week] == choice.after
        store.undo()


def test_an_edit_and_a_deletion_name_their_days(plan):
    edited = texts(preview(plan, KEY, title="Drop-in"))
    deleted = preview(plan, KEY, delete=True)

    assert edited[Scope.ONLY_THIS][1:] == ("2027-03-24", None)
    assert edited[Scope.FOLLOWING][1] == "2027-04-07, 2027-04-21 and 2027-05-05"
    assert edited[Scope.ALL][1] == "2027-03-10, 2027-03-24, 2027-04-07, …"
    assert [deleted[scope].after.hours for scope in Scope] == [0.0, 0.0, 0.0]


def test_a_series_without_end_is_not_counted(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY", date(2027, 3, 1), id="endless"))
    found = texts(preview(Plan.read(store), ("endless", "2027-03-08"), 1))

    assert [found[scope][0] for scope in Scope] == ["Only this one", "This and all after it", "The whole series"]
    assert found[Scope.FOLLOWING][1] == "2027-03-16, 2027-03-23, 2027-03-30, …: Tuesdays"


def test_what_cannot_be_done_is_told_instead_of_offered(store, plan):
    actions.add_event(store, a_series("FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=6", date(2027, 3, 1), id="foreign"))
    found = preview(Plan.read(store), ("foreign", "2027-03-15"), 1)

    assert found[Scope.ONLY_THIS].refused is None
    assert [found[scope].refused.id for scope in (Scope.FOLLOWING, Scope.ALL)] == ["rule.cannot_move"] * 2


def test_after_the_last_one_nothing_is_counted(store, plan):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=2", date(2027, 3, 1), id="short"))
    found = texts(preview(Plan.read(store), ("short", "2027-03-08"), 1))

    assert found[Scope.FOLLOWING][0] == "This one, the last"
