from datetime import date, time

from app.calendar.event import Status
from app.tactics.event_from import checklist_from, event_from
from app.tactics.tactic import Tactic

DAY = date(2027, 3, 18)
NOW = 1_800_000_000_000_000


def a_tactic(**fields):
    known = {"id": "t1", "title": "Short AMA", "kind": "ama", "at": time(17), "minutes": 45, "prep": 1.5, "live": 1.0}
    return Tactic(**known | fields)


def test_an_event_takes_over_all_that_its_tactic_knows():
    tactic = a_tactic(stage="s", channel="c", personas=("p",), owner="o", success="15 come", steps=("Ask", "Tell"))

    event = event_from(tactic, "e1", DAY, "Europe/Sofia", NOW)

    shared = ("title", "kind", "at", "minutes", "stage", "channel", "personas", "owner", "success", "prep", "live")
    assert {name: getattr(event, name) for name in shared} == {name: getattr(tactic, name) for name in shared}
    assert (event.id, event.tactic, event.day, event.created) == ("e1", "t1", DAY, NOW)


def test_only_what_has_a_time_has_a_zone():
    assert event_from(a_tactic(), "e1", DAY, "Europe/Sofia", NOW).zone == "Europe/Sofia"
    assert event_from(a_tactic(at=None), "e1", DAY, "Europe/Sofia", NOW).zone == ""


def test_what_has_no_day_yet_is_an_idea():
    assert event_from(a_tactic(), "e1", None, "UTC", NOW).status is Status.IDEA
    assert event_from(a_tactic(), "e1", DAY, "UTC", NOW).status is Status.PLANNED


def test_the_suggested_rhythm_is_no_rule_of_the_event():
    assert not event_from(a_tactic(rhythm="FREQ=WEEKLY"), "e1", DAY, "UTC", NOW).repeats


def test_steps_become_the_checklist_in_their_order():
    steps = checklist_from(a_tactic(steps=("Ask", "Tell")), "e1", ["a", "b"])

    assert [(step.id, step.event, step.position, step.text, step.done) for step in steps] == [
        ("a", "e1", 0, "Ask", False),
        ("b", "e1", 1, "Tell", False),
    ]
