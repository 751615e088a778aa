"""The painted calendar can be heard: days, events, names, places, states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.calendar.event import Status
from tests.calendar.canvas.builders import AMA, QUARTER, TODAY, a_plan, a_series, an_event, mar, noon
from widgets.common.words import set_language

NAME = QAccessible.Text.Name


@pytest.fixture
def canvas(show):
    return show(
        a_series("ama", "AMA with founders", day=mar(18), at=noon(17), rrule="FREQ=MONTHLY;BYDAY=3TH"),
        an_event("idea", "Guide", day=TODAY, kind="thread", status=Status.IDEA),
    )


@pytest.fixture
def heard(canvas):
    return QAccessible.queryAccessibleInterface(canvas)


def day(heard, number):
    return heard.child(number - 1)


def test_it_is_a_list_of_days_with_their_events(heard):
    assert heard.childCount() == 91
    assert heard.text(NAME) == "Calendar"
    assert day(heard, 18).text(NAME) == "Thursday 18 March, 1 event"
    assert day(heard, 10).text(NAME) == "Wednesday 10 March, today, 1 event"
    assert day(heard, 11).text(NAME) == "Thursday 11 March, nothing planned"


def test_an_event_is_told_with_day_time_status_and_rhythm(heard):
    event = day(heard, 18).child(0)

    assert event.text(NAME) == "AMA with founders, Thu 18 March, 17:00, planned, repeats monthly"
    assert event.role() == QAccessible.Role.ListItem
    assert day(heard, 10).child(0).text(NAME) == "Guide, Wed 10 March, idea"


def test_it_speaks_the_language_of_the_window(heard):
    set_language("bg")

    assert day(heard, 18).child(0).text(NAME).startswith("AMA with founders, чт, 18 март, 17:00, ")


def test_everything_lies_where_it_is_painted(canvas, heard):
    key = ("ama", "2027-03-18T17:00")
    event = day(heard, 18).child(0)

    assert event.rect() == canvas.anchor(key)
    middle = canvas.anchor(key).center()
    found = heard.childAt(middle.x(), middle.y()).childAt(middle.x(), middle.y())
    assert found.text(NAME) == event.text(NAME)
    assert heard.indexOfChild(day(heard, 18)) == 17
    assert event.parent().text(NAME) == day(heard, 18).text(NAME)


def test_the_states_are_those_of_the_canvas(canvas, heard):
    event = day(heard, 18).child(0)
    assert (event.state().selected, event.state().focused) == (0, 0)

    canvas.set_cursor_day(mar(18))
    QTest.keyClick(canvas, Qt.Key.Key_Space)

    assert (event.state().selected, event.state().focused) == (1, 1)
    assert heard.focusChild().text(NAME) == event.text(NAME)


def test_events_that_are_not_drawn_are_there_too(show):
    canvas = show(*(an_event(f"e{n}", f"e{n}") for n in range(6)))
    heard = QAccessible.queryAccessibleInterface(canvas)

    names = [day(heard, 11).child(index).text(NAME) for index in range(day(heard, 11).childCount())]

    assert len(names) == 6
    assert day(heard, 11).child(5).rect() == canvas.places.plus_rect(mar(11)).translated(
        canvas.mapToGlobal(canvas.pos())
    )


def test_it_outlives_other_plans_and_its_own_end(canvas, heard):
    QAccessible.setActive(True)
    for _ in range(30):
        for index in range(0, 91, 7):
            heard.child(index).childCount()
        canvas.show_plan(a_plan(an_event()), QUARTER.next(), None, TODAY)
        canvas.set_cursor_day(canvas.model.quarter.first)
        canvas.show_plan(a_plan(an_event(), a_series()), QUARTER, None, TODAY)
        canvas.reveal(AMA)

    assert day(heard, 11).child(0).text(NAME).startswith("AMA with founders")
    assert not day(heard, 11).child(1)
    QAccessible.setActive(False)
