"""A calendar of Sofia with events of other zones, as a person sees, hears and moves them."""

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication

from app.calendar.event import Event
from app.calendar.plan import Plan
from app.exchange.ics.apply import apply_import
from app.exchange.ics.merge import compare
from app.exchange.ics.reading import read_calendar
from app.message import say
from app.playbook.settings import set_zone
from tests.calendar.canvas.builders import drag, middle, on_day
from tests.calendar.page.builders import an_event, mar, on
from widgets.calendar.canvas.accessible_names import details, event_name
from widgets.common.words import set_language

CALL = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:call@example.org
DTSTART;TZID=America/New_York:20270318T183000
DTEND;TZID=America/New_York:20270318T193000
SUMMARY:Call
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


@pytest.fixture
def sofia(page, store):
    """The page of a playbook in Sofia with nothing in it but a call that came in, late on the 18th in New York."""
    set_zone(store, "Europe/Sofia")
    with store.change(say("step.add", title="x")):
        store.of(Event).delete([event.id for event in store.of(Event).all()])
    apply_import(store, compare(read_calendar(CALL, home="Europe/Sofia"), Plan.read(store), store.new_id))
    return page


def the_call(page):
    [it] = page.plan.occurrences(mar(1), date(2027, 5, 29))
    return it


def add_abroad(store, **fields):
    usual = {"id": "ny", "title": "Abroad", "at": time(10), "minutes": 45, "zone": "America/New_York"}
    with store.change(say("step.add", title="x")):
        store.of(Event).save([an_event(**usual | fields)])


def test_an_import_lies_on_the_day_and_hour_of_sofia(sofia):
    assert (on(sofia, mar(18)), on(sofia, mar(19))) == ([], ["Call"])
    view = sofia.views.current
    assert view.model.find(the_call(sofia).key).first == mar(19)
    assert event_name(the_call(sofia)).startswith("Call, Fri 19 March, 00:30 here, Thu 18 Mar, 18:30 America/New York")


def test_dragged_to_another_day_it_lands_there_and_undo_brings_it_back(sofia, store):
    view, key = sofia.views.current, the_call(sofia).key

    drag(view, middle(view, key), [on_day(view, mar(24))])

    assert on(sofia, mar(24)) == ["Call"]
    moved = store.of(Event).get(key[0])
    assert (moved.day, moved.at, moved.zone) == (mar(23), time(18, 30), "America/New_York")
    store.undo()
    assert on(sofia, mar(19)) == ["Call"]


def test_over_the_change_of_clocks_it_still_lands_where_it_was_dropped(sofia, store):
    event = store.of(Event).get(the_call(sofia).key[0])
    with store.change(say("step.add", title="x")):
        store.of(Event).save([an_event(event.id, "Call", at=time(21, 30), day=mar(18))])
    assert on(sofia, mar(18)) == ["Call"]

    sofia.views.current.move_requested.emit([(event.id, "")], date(2027, 4, 7), QRect())

    assert on(sofia, date(2027, 4, 7)) == ["Call"]
    assert store.of(Event).get(event.id).day == date(2027, 4, 6)


def test_the_page_follows_when_the_zone_is_chosen_anew(sofia, store):
    sofia.select([the_call(sofia).key])
    sofia.open_selection()

    set_zone(store, "America/Chicago")

    assert (on(sofia, mar(18)), on(sofia, mar(19))) == (["Call"], [])
    assert sofia.views.current.model.find(the_call(sofia).key).first == mar(18)
    assert sofia.side.inspector.when.here.text() == "Here (America/Chicago): Thu 18 Mar, 17:30–18:30"
    set_zone(store, "America/New_York")
    assert sofia.side.inspector.when.here.isHidden()


def test_the_inspector_edits_what_is_kept_and_says_what_is_shown(sofia, store):
    sofia.select([the_call(sofia).key])
    sofia.open_selection()
    when = sofia.side.inspector.when

    assert (when.day.field.day(), when.time.field.text()) == (mar(18), "18:30–19:30")
    assert (when.here.text(), when.here.isHidden()) == ("Here (Europe/Sofia): Fri 19 Mar, 00:30–01:30", False)
    when.day_entered.emit(mar(22))
    assert (on(sofia, mar(23)), when.day.field.day()) == (["Call"], mar(22))
    assert when.here.text() == "Here (Europe/Sofia): Tue 23 Mar, 00:30–01:30"
    store.undo()
    assert on(sofia, mar(19)) == ["Call"]


def test_the_inspector_says_nothing_more_of_an_event_of_here(sofia, store):
    add_abroad(store, zone="Europe/Sofia")
    sofia.select([("ny", "")])
    sofia.open_selection()

    assert sofia.side.inspector.when.here.isHidden()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Thu 11 March, 17:00 here, 10:00 America/New York"), ("bg", "17:00 тук, 10:00 по America/New York")],
)
def test_tooltips_rows_and_names_tell_both_times(sofia, store, language, words):
    add_abroad(store)
    set_language(language)
    QApplication.sendEvent(sofia, QEvent(QEvent.Type.LanguageChange))
    it = sofia.plan.occurrence(("ny", ""))

    assert words in details(it, sofia.plan)
    assert words in event_name(it)
    agenda = sofia.views.agenda
    agenda.show_plan(sofia.plan, sofia.quarter, None, sofia.today)
    [row] = agenda.model.rows_of([it.key])
    assert words.partition(" March, ")[2] in agenda.model.spoken(agenda.model.row_at(agenda.model.index(row, 0)))


def test_an_event_that_waited_is_shown_on_the_day_it_is_dropped_on(sofia, store):
    add_abroad(store, day=None, at=time(20))

    sofia.views.current.drop_requested.emit("event", "ny", mar(24))

    assert on(sofia, mar(24)) == ["Abroad"]
    assert store.of(Event).get("ny").day == mar(23)
