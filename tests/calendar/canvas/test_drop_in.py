"""Tactics and waiting events are dropped onto days."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.calendar.event import Status
from app.tactics.tactic import Tactic
from tests.calendar.canvas.builders import an_event, hear, mar, on_day
from widgets.common.drag_data import EVENT_MIME, IDEA_MIME, TACTIC_MIME, branches_data, drag_data, idea_of

NO_KEYS, LEFT, COPY = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction


@pytest.fixture
def canvas(show):
    canvas = show(an_event(), an_event("idea", "An idea", day=None, status=Status.IDEA))
    canvas.model.plan.tactics = {"swap": Tactic("swap", "Swap", "challenge", days=3, live=3.0)}
    return canvas


def carry(canvas, data: QMimeData, day) -> QDragMoveEvent:
    place = on_day(canvas, day)
    QApplication.sendEvent(canvas, QDragEnterEvent(place, COPY, data, LEFT, NO_KEYS))
    move = QDragMoveEvent(place, COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(canvas, move)
    return move


def let_go(canvas, data: QMimeData, day) -> QDropEvent:
    drop = QDropEvent(QPointF(on_day(canvas, day)), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(canvas, drop)
    return drop


def test_a_tactic_shows_where_it_would_be_and_is_asked_for_when_it_is_dropped(canvas):
    heard, data = hear(canvas), drag_data(TACTIC_MIME, "swap")

    assert carry(canvas, data, mar(20)).isAccepted()
    assert canvas.state.landing.spans == ((mar(20), mar(22)),)
    assert {week: load.hours for week, load in canvas.state.landing.loads.items()} == {mar(15): 2.0, mar(22): 1.0}
    let_go(canvas, data, mar(20))

    assert heard.intents() == [("drop_requested", "tactic", "swap", mar(20))]
    assert canvas.state.landing is None


def test_an_idea_for_personas_is_asked_for_on_its_day(canvas):
    idea = idea_of("swap", ["managers"], ["card"])
    heard, data = hear(canvas), drag_data(IDEA_MIME, idea)

    assert carry(canvas, data, mar(20)).isAccepted()
    assert canvas.state.landing.spans == ((mar(20), mar(22)),)
    let_go(canvas, data, mar(20))

    assert heard.intents() == [("drop_requested", "idea", idea, mar(20))]


def test_a_waiting_event_is_asked_for_on_its_day(canvas):
    heard, data = hear(canvas), drag_data(EVENT_MIME, "idea")

    carry(canvas, data, mar(18))
    assert canvas.state.landing.loads[mar(15)].hours == 2.5
    let_go(canvas, data, mar(18))

    assert heard.intents() == [("drop_requested", "event", "idea", mar(18))]


@pytest.mark.parametrize(("branches", "words"), [(["forum"], "Thu 18 Mar"), (["forum", "letter"], "2 events")])
def test_branches_of_the_funnel_are_asked_for_on_their_day(canvas, branches, words):
    heard, data = hear(canvas), branches_data(branches)

    assert carry(canvas, data, mar(18)).isAccepted()
    assert words in canvas.state.landing.words
    let_go(canvas, data, mar(18))

    assert heard.intents() == [("branches_dropped", branches, mar(18))]


def test_a_day_outside_the_ninety_takes_nothing(canvas):
    heard, data = hear(canvas), drag_data(TACTIC_MIME, "swap")
    outside = mar(30).replace(month=5)

    assert not carry(canvas, data, outside).isAccepted()
    assert canvas.state.landing.refused
    let_go(canvas, data, outside)

    assert heard.all == []


def test_what_the_calendar_has_no_use_for_is_not_taken(canvas):
    data = QMimeData()
    data.setText("a letter")
    event = QDragEnterEvent(on_day(canvas, mar(18)), COPY, data, LEFT, NO_KEYS)

    QApplication.sendEvent(canvas, event)

    assert not event.isAccepted()


def test_carried_away_again_nothing_stays(canvas):
    carry(canvas, drag_data(TACTIC_MIME, "swap"), mar(18))

    QApplication.sendEvent(canvas, QDragLeaveEvent())

    assert canvas.state.landing is None
