"""Events are moved, copied and put back with real mouse events."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tests.calendar.canvas.builders import (
    AMA,
    CTRL,
    LEFT,
    NONE,
    QUARTER,
    TODAY,
    a_plan,
    a_series,
    an_event,
    change,
    drag,
    hear,
    mar,
    middle,
    on_day,
    take,
)
from widgets.calendar.canvas.chip import Form
from widgets.calendar.canvas.drag_copy import DragCopy
from widgets.calendar.canvas.quarter_view import QuarterView


def words(canvas) -> str:
    return canvas.window().findChild(DragCopy)._words


def test_a_dropped_event_is_asked_to_move_and_stays_until_somebody_moves_it(show):
    canvas = show(an_event())
    heard = hear(canvas)

    drag(canvas, middle(canvas, AMA), [on_day(canvas, mar(18))])

    assert heard.intents() == [("move_requested", [AMA], mar(18))]
    assert canvas.model.find(AMA).first == mar(11)
    assert canvas.state.lifted == frozenset()
    assert QGuiApplication.overrideCursor() is None


def test_a_short_pull_is_a_click(show):
    canvas = show(an_event())
    heard = hear(canvas)
    place = middle(canvas, AMA)

    QTest.mousePress(canvas, LEFT, NONE, place)
    QTest.mouseMove(canvas, place + QPoint(5, 0))
    QTest.mouseRelease(canvas, LEFT, NONE, place + QPoint(5, 0))

    assert heard.all == []
    assert canvas.selection() == [AMA]


def test_while_it_is_dragged_the_old_place_is_dashed_and_both_weeks_tell_their_new_load(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(18), prep=0.0, live=6.5, kind="thread"))

    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, on_day(canvas, mar(18)))

    assert canvas.state.lifted == {AMA}
    assert {week: load.hours for week, load in canvas.state.landing.loads.items()} == {mar(8): 0.0, mar(15): 9.0}
    assert words(canvas) == "Thu 18 Mar · week 11: 6.5 → 9.0 / 8 h"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_inside_its_week_the_load_stays(show):
    canvas = show(an_event())

    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, on_day(canvas, mar(12)))

    assert words(canvas) == "Fri 12 Mar · week 10 · 2.5 / 8 h"
    assert canvas.state.landing.loads == {}
    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_escape_puts_everything_back(show):
    canvas = show(an_event())
    heard = hear(canvas)

    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, on_day(canvas, mar(18)))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, on_day(canvas, mar(18)))

    assert heard.all == []
    assert canvas.state.landing is None
    assert canvas.selection() == [AMA]


def test_a_day_outside_the_ninety_is_refused_with_its_reason(show):
    canvas = show(an_event())
    heard = hear(canvas)
    outside = on_day(canvas, date(2027, 5, 30))

    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, outside)

    assert words(canvas) == "Outside the 90 days"
    assert QGuiApplication.overrideCursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(canvas, LEFT, NONE, outside)
    assert heard.all == []


def test_a_long_event_keeps_the_day_at_which_it_was_taken(show):
    canvas = show(an_event("swap", "Template swap", kind="challenge", day=mar(9), days=5))
    heard = hear(canvas)

    drag(canvas, on_day(canvas, mar(11)).__class__(on_day(canvas, mar(11)).x(), middle(canvas, ("swap", "")).y()),
         [on_day(canvas, mar(24))])  # fmt: skip

    assert heard.intents() == [("move_requested", [("swap", "")], mar(22))]


def test_several_selected_events_go_together_with_the_held_one_first(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(16)), an_event("other", "Other", day=mar(17)))
    heard = hear(canvas)
    canvas.select([AMA, ("talk", "")])

    drag(canvas, middle(canvas, ("talk", "")), [on_day(canvas, mar(23))])

    assert heard.intents() == [("move_requested", [("talk", ""), AMA], mar(23))]


def test_a_group_of_which_one_would_leave_the_ninety_days_is_refused(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=date(2027, 5, 28)))
    heard = hear(canvas)
    canvas.select([AMA, ("talk", "")])

    drag(canvas, middle(canvas, AMA), [on_day(canvas, mar(18))])

    assert heard.all == []


def test_with_control_it_is_copied_also_when_the_key_comes_later(show):
    canvas = show(an_event())
    heard = hear(canvas)
    place = on_day(canvas, mar(18))

    drag(canvas, middle(canvas, AMA), [place], CTRL)
    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, place)
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    assert canvas.state.lifted == frozenset()
    assert words(canvas).startswith("Copy: Thu 18 Mar")
    QTest.mouseRelease(canvas, LEFT, CTRL, place)

    assert heard.intents() == [("copy_requested", [AMA], mar(18))] * 2


def test_dropped_where_it_was_nothing_is_asked(show):
    canvas = show(an_event())
    heard = hear(canvas)
    place = middle(canvas, AMA)

    drag(canvas, place, [on_day(canvas, mar(18)), place])

    assert heard.all == []


class Backlog(QWidget):
    active = False

    def set_drop_active(self, active: bool) -> None:
        self.active = active


def test_dropped_on_the_backlog_it_is_asked_to_wait(qtbot):
    page, backlog, canvas = QWidget(), Backlog(), QuarterView()
    qtbot.addWidget(page)
    backlog.setProperty("accepts_backlog", True)
    row = QHBoxLayout(page)
    row.addWidget(canvas, 3)
    row.addWidget(backlog, 1)
    page.resize(1240, 775)
    canvas.show_plan(a_plan(an_event()), QUARTER, None, TODAY)
    page.show()
    qtbot.waitUntil(page.isVisible)
    heard = hear(canvas)
    beside = canvas.mapFrom(page, backlog.geometry().center())

    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, beside)
    assert backlog.active
    QTest.mouseRelease(canvas, LEFT, NONE, beside)

    assert heard.intents() == [("backlog_requested", [AMA])]
    assert not backlog.active


def test_rows_that_do_not_fit_scroll_by_themselves_at_the_edge(show, qtbot):
    canvas = show(an_event(), size=(960, 400))
    before = canvas.places.offset

    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, QPoint(500, 395))
    qtbot.waitUntil(lambda: canvas.places.offset > before + 100)
    last = canvas.places.day_at(QPoint(500, 395))

    assert canvas.state.landing.spans[0][0] == last
    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_an_unsettled_move_is_drawn_at_its_new_place_and_dashed_at_the_old_one(show):
    canvas = show(a_series(), an_event())
    key = ("prompt", "2027-03-16")

    canvas.show_pending([key], mar(18))

    forms = {(chip.item.first, chip.look.form) for face in canvas.model.faces for chip in face.chips if chip.key == key}
    assert forms == {(mar(16), Form.GHOST), (mar(18), Form.PLANNED)}
    canvas.clear_pending()
    assert canvas.model.find(key).first == mar(16)


def test_a_settled_move_is_not_shifted_twice(show):
    canvas = show(an_event())
    canvas.show_pending([AMA], mar(18))

    change(canvas, an_event(day=mar(18)))

    assert canvas.model.find(AMA).first == mar(18)


@pytest.mark.parametrize("ending", ["hide", "deactivate"])
def test_a_drag_ends_when_the_window_is_left(show, ending):
    canvas = show(an_event())
    take(canvas, middle(canvas, AMA))
    QTest.mouseMove(canvas, on_day(canvas, mar(18)))

    canvas.hide() if ending == "hide" else canvas.clearFocus()
    if ending == "deactivate":
        QTest.keyClick(canvas, Qt.Key.Key_Escape)

    assert QGuiApplication.overrideCursor() is None
