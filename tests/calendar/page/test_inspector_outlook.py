"""What Outlook would skip is told where the rhythm is seen, with the series to make of it."""

import pytest

from app.calendar.event import Event
from app.message import say
from tests.calendar.page.builders import a_series, mar


@pytest.fixture
def inspector(page, store):
    with store.change(say("step.add", title="Talk")):
        rule = "FREQ=MONTHLY;BYDAY=2TU,4TU"
        store.of(Event).save([a_series("talk", "Talk", rrule=rule, day=mar(9))])
    page.select([("talk", "2027-03-23")])
    page.open_selection()
    return page.side.inspector


def test_two_series_are_offered_and_what_was_open_stays_open(inspector, page, store):
    row = inspector.rhythm.outlook
    assert not row.isHidden()
    assert row.offer.text() == "Make 2 series of it"

    row.offer.click()

    rules = {event.rrule for event in store.of(Event).all() if event.title == "Talk"}
    assert rules == {"FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=4TU"}
    assert page.plan.occurrence(inspector.keys[0]).day == mar(23)
    assert inspector.rhythm.outlook.isHidden()
    store.undo()
    assert [event.rrule for event in store.of(Event).all() if event.title == "Talk"] == ["FREQ=MONTHLY;BYDAY=2TU,4TU"]


def test_nothing_is_told_of_a_rhythm_that_outlook_takes(inspector, page):
    page.select([("prompt", "2027-03-09")])

    assert inspector.rhythm.outlook.isHidden()
