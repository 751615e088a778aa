"""The inspector says when a branch takes place, leads there and puts it in the calendar."""

from __future__ import annotations

from datetime import date

from app.playbook import becoming
from tests.on_desk import PageOnDesk


def test_a_branch_that_is_in_no_calendar_asks_for_a_day(page):
    page.select(["welcome"])
    when = page.inspector.branch.when.field
    assert when.value() == "Not in the calendar yet"
    when.click()

    assert page.becoming.panel is not None
    assert page.becoming.panel.text.field.text() == "welcome"


def test_a_series_says_its_next_day_and_its_rhythm_and_each_day_leads_there(page, store):
    rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=4"
    event = becoming.make_event(store, [("branch", "welcome")], "Tour", date(2027, 3, 2), rrule=rule)
    page.select(["welcome"])
    when = page.inspector.branch.when.field
    assert when.value() == "Tue 2 Mar · weekly on Tuesday, 4 times"

    when.click()
    entries = [it.text() for it in when.menu_shown.actions()]
    assert entries == ["Tue 2 Mar  Tour", "Tue 9 Mar  Tour", "Tue 16 Mar  Tour", "Tue 23 Mar  Tour", "", "Schedule…"]
    when.menu_shown.actions()[1].trigger()
    assert PageOnDesk.gone(page) == [("calendar", event)]


def test_several_events_say_the_next_day_and_how_many_more(page, store):
    for day in (date(2027, 3, 9), date(2027, 3, 5)):
        becoming.make_event(store, [("branch", "welcome")], "Tour", day)
    becoming.make_event(store, [("branch", "forum")], "Later", None)
    page.select(["welcome"])
    assert page.inspector.branch.when.field.value() == "Fri 5 Mar +1"

    page.select(["forum"])
    assert page.inspector.branch.when.field.value() == "In the backlog, no date yet"
    page.select(["forum", "welcome"])
    assert not page.inspector.branch.when.isVisible()
