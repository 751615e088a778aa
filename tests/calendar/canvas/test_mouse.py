"""Choosing, opening and looking by mouse."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.calendar.canvas.builders import (
    AMA,
    CTRL,
    LEFT,
    NONE,
    Heard,
    a_series,
    an_event,
    hear,
    mar,
    middle,
    noon,
    on_day,
)
from widgets.calendar.canvas.picture import plus_hint

TALK = ("talk", "")


def test_a_click_selects_one_and_a_click_on_an_empty_day_none(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(12)))
    heard = Heard(canvas, "selection_changed")

    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, AMA))
    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, TALK))
    QTest.mouseClick(canvas, LEFT, NONE, canvas.places.day_rect(mar(20)).topLeft() + QPoint(20, 50))

    assert heard.all == [("selection_changed", [AMA]), ("selection_changed", [TALK]), ("selection_changed", [])]


def test_a_click_with_control_adds_and_takes_away(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(12)))

    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, AMA))
    QTest.mouseClick(canvas, LEFT, CTRL, middle(canvas, TALK))
    assert canvas.selection() == [AMA, TALK]
    QTest.mouseClick(canvas, LEFT, CTRL, middle(canvas, AMA))
    assert canvas.selection() == [TALK]


def test_a_click_on_one_of_several_selected_leaves_only_that_one(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(12)))
    canvas.select([AMA, TALK])

    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, TALK))

    assert canvas.selection() == [TALK]


def test_an_empty_day_offers_a_new_event_under_the_mouse(show):
    canvas = show(an_event())
    heard = hear(canvas)
    place = plus_hint(canvas.places.day_rect(mar(17))).center()

    QTest.mouseMove(canvas, place)
    assert canvas.state.hovered_day == mar(17)
    QTest.mouseClick(canvas, LEFT, NONE, place)

    assert heard.intents() == [("add_requested", mar(17))]


def test_what_is_under_the_mouse_is_told(show):
    canvas = show(an_event())

    QTest.mouseMove(canvas, middle(canvas, AMA))
    assert canvas.state.hovered == AMA
    QTest.mouseMove(canvas, on_day(canvas, mar(11)) + QPoint(0, 20))
    assert canvas.state.hovered is None


def test_the_tooltip_tells_all_that_the_chip_cannot_letter_by_letter(show):
    canvas = show(a_series("ama", "AMA <b>bold</b>", day=mar(11), at=noon(17), channel="forum", owner="mila"))
    place = middle(canvas, ("ama", "2027-03-11T17:00"))

    QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))

    text = QToolTip.text()
    assert "AMA &lt;b&gt;bold&lt;/b&gt;" in text
    for word in ("Thu 11 March, 17:00", "Planned", "weekly", "2.5 h", "Forum", "Mila D."):
        assert word in text
    QToolTip.hideText()


def test_the_menu_is_asked_for_with_what_is_under_the_mouse_selected(show):
    canvas = show(an_event())
    heard = Heard(canvas, "menu_requested")
    place = middle(canvas, AMA)

    QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, canvas.mapToGlobal(place)))

    assert heard.all == [("menu_requested", canvas.mapToGlobal(place))]
    assert canvas.selection() == [AMA]


def test_the_menu_key_asks_beside_the_focused_event(show):
    canvas = show(an_event())
    heard = Heard(canvas, "menu_requested")
    canvas.set_cursor_day(mar(11))

    QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))

    assert heard.all == [("menu_requested", canvas.mapToGlobal(middle(canvas, AMA)))]
    assert canvas.selection() == [AMA]


def test_a_wheel_scrolls_only_when_rows_do_not_fit(show, qtbot):
    canvas = show(an_event(), size=(960, 400))

    canvas.scroll_by(120)
    assert canvas.places.offset == 120
    canvas.resize(960, 775)
    qtbot.waitUntil(lambda: canvas.places.offset == 0)
    assert not canvas._bar.isVisible()
    assert canvas.scroll_by(100) is False


def test_the_ring_shows_after_a_key_and_goes_with_the_mouse(show):
    canvas = show(an_event())

    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.state.by_keyboard
    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, AMA))
    assert not canvas.state.by_keyboard


def test_an_event_is_revealed_and_found_on_the_screen(show):
    canvas = show(an_event(day=mar(25).replace(month=5)), size=(960, 400))

    canvas.reveal(AMA)

    assert canvas.rect().contains(middle(canvas, AMA))
    assert canvas.anchor(AMA).topLeft() == canvas.mapToGlobal(canvas.places.rects_of(AMA)[0].topLeft())
    assert canvas.anchor(("gone", "")).isEmpty()
