"""Everything by keyboard, and the same as by mouse."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tests.calendar.canvas.builders import (
    AMA,
    CTRL,
    QUARTER,
    TODAY,
    Heard,
    a_plan,
    a_series,
    an_event,
    change,
    drag,
    hear,
    mar,
    middle,
    on_day,
)
from widgets.calendar.canvas.quarter_view import QuarterView

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def press(canvas, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(canvas, key, modifiers)


def test_the_cursor_begins_today_and_walks_days_and_weeks(show):
    canvas = show(an_event())
    heard = Heard(canvas, "day_changed")

    press(canvas, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up)

    assert [day for _, day in heard.all] == [mar(11), mar(18), mar(17), mar(10)]


def test_the_cursor_stays_within_the_ninety_days(show):
    canvas = show(an_event())

    press(canvas, Key.Key_End, modifiers=CTRL)
    assert canvas.cursor_day() == date(2027, 5, 29)
    press(canvas, Key.Key_Right, Key.Key_Down)
    assert canvas.cursor_day() == date(2027, 5, 29)
    press(canvas, Key.Key_Home, modifiers=CTRL)
    press(canvas, Key.Key_Left)
    assert canvas.cursor_day() == mar(1)


def test_home_and_end_go_to_the_ends_of_the_week_and_page_keys_turn(show):
    canvas = show(an_event())
    heard = Heard(canvas, "turn_requested")

    press(canvas, Key.Key_Home)
    assert canvas.cursor_day() == mar(8)
    press(canvas, Key.Key_End, Key.Key_PageDown, Key.Key_PageUp)

    assert canvas.cursor_day() == mar(14)
    assert heard.all == [("turn_requested", 1), ("turn_requested", -1)]


def test_tab_walks_the_events_of_a_day_and_then_leaves(qtbot):
    page, before, canvas, after = QWidget(), QPushButton("a"), QuarterView(), QPushButton("b")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for widget in (before, canvas, after):
        column.addWidget(widget)
    page.resize(960, 875)
    events = [an_event(f"e{n}", f"e{n}", day=TODAY) for n in range(4)]
    canvas.show_plan(a_plan(*events), QUARTER, None, TODAY)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    before.setFocus()

    press(before, Key.Key_Tab)
    assert (canvas.hasFocus(), canvas.state.key) == (True, ("e0", ""))
    press(canvas, Key.Key_Tab)
    assert canvas.state.key == ("e1", "")
    press(canvas, Key.Key_Tab)
    assert (canvas.state.on_plus, canvas.state.key) == (True, None)
    press(canvas, Key.Key_Tab)
    assert after.hasFocus()
    press(after, Key.Key_Backtab)
    press(canvas, Key.Key_Backtab, Key.Key_Backtab, Key.Key_Backtab)
    assert before.hasFocus()


def test_space_selects_control_space_adds_and_escape_lets_go(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(12)))

    press(canvas, Key.Key_Right, Key.Key_Space, Key.Key_Right)
    press(canvas, Key.Key_Space, modifiers=CTRL)
    assert canvas.selection() == [AMA, ("talk", "")]
    press(canvas, Key.Key_Space, modifiers=CTRL)
    assert canvas.selection() == [AMA]
    press(canvas, Key.Key_Escape)
    assert canvas.selection() == []


def test_control_a_selects_everything_shown(show):
    canvas = show(an_event(), a_series(), shown=lambda it: it.day < mar(12))

    press(canvas, Key.Key_A, modifiers=CTRL)

    assert canvas.selection() == [("prompt", "2027-03-02"), ("prompt", "2027-03-09"), AMA]


def test_enter_opens_an_event_and_begins_one_on_an_empty_day(show):
    canvas = show(an_event())
    heard = hear(canvas)

    press(canvas, Key.Key_Return, Key.Key_Right, Key.Key_Return)

    assert heard.intents() == [("add_requested", mar(10)), ("open_requested", AMA)]
    assert canvas.selection() == [AMA]


def test_enter_keeps_the_selection_that_the_focused_event_is_part_of(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(12)))
    canvas.select([AMA, ("talk", "")])

    press(canvas, Key.Key_Right, Key.Key_Return)

    assert canvas.selection() == [AMA, ("talk", "")]


def test_delete_means_the_focused_event_or_the_selection_that_it_is_part_of(show):
    canvas = show(an_event(), an_event("talk", "Topic", day=mar(12)), an_event("c", "c", day=mar(13)))
    heard = hear(canvas)
    canvas.select([AMA, ("talk", "")])

    press(canvas, Key.Key_Right, Key.Key_Delete)
    canvas.set_cursor_day(mar(13))
    press(canvas, Key.Key_Delete)

    assert heard.intents() == [("delete_requested", [AMA, ("talk", "")]), ("delete_requested", [("c", "")])]


def test_a_moved_event_keeps_the_focus(show):
    canvas = show(an_event())
    canvas.move_requested.connect(lambda _keys, day, _place: change(canvas, an_event(day=day)))
    canvas.set_cursor_day(mar(11))

    press(canvas, Key.Key_Right, Key.Key_Down, Key.Key_Down, modifiers=ALT)

    assert (canvas.state.key, canvas.cursor_day()) == (AMA, mar(26))


def test_what_cannot_be_is_not_asked(show):
    canvas = show(an_event(day=mar(1)))
    heard = hear(canvas)
    canvas.set_cursor_day(mar(1))

    press(canvas, Key.Key_Left, modifiers=ALT)
    press(canvas, Key.Key_Left, modifiers=SHIFT)

    assert heard.all == []


def test_after_an_undo_that_takes_an_event_away_the_cursor_stays_on_its_day(show):
    canvas = show(an_event())
    canvas.set_cursor_day(mar(11))
    canvas.choose([AMA])
    heard = Heard(canvas, "selection_changed")

    del canvas.model.plan.events["ama"]
    canvas.model.plan._forget(None)
    canvas.refresh()

    assert (canvas.state.key, canvas.cursor_day()) == (None, mar(11))
    assert heard.all == [("selection_changed", [])]


SAME = [
    (Key.Key_Right, ALT, "middle", timedelta(days=1)),
    (Key.Key_Up, ALT, "middle", timedelta(days=-7)),
    (Key.Key_Right, SHIFT, "end", timedelta(days=1)),
    (Key.Key_Down, SHIFT, "end", timedelta(days=7)),
    (Key.Key_Left, SHIFT | CTRL, "start", timedelta(days=-1)),
]


@pytest.mark.parametrize(("key", "modifiers", "part", "by"), SAME)
def test_a_key_asks_for_the_same_as_the_mouse(show, key, modifiers, part, by):
    canvas = show(an_event("swap", "Swap", kind="challenge", day=mar(16), days=3), an_event(day=mar(25)))
    swap = ("swap", "")
    by_keyboard, rect = hear(canvas), canvas.places.rects_of(swap)[0]
    canvas.select([swap, AMA] if part == "middle" else [swap])
    canvas.set_cursor_day(mar(16))
    press(canvas, key, modifiers=modifiers)
    asked = by_keyboard.intents()
    by_keyboard.all.clear()

    taken = {"middle": mar(17), "end": mar(18), "start": mar(16)}[part]
    x = {"middle": rect.center().x(), "end": rect.right() - 2, "start": rect.x() + 2}[part]
    drag(canvas, QPoint(x, rect.center().y()), [on_day(canvas, taken + by)])

    assert len(asked) == 1
    assert by_keyboard.intents() == asked


def test_enter_and_delete_ask_for_the_same_as_a_double_click_and_the_selection(show):
    canvas = show(an_event())
    heard = hear(canvas)
    canvas.set_cursor_day(mar(11))
    press(canvas, Key.Key_Return)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=middle(canvas, AMA))
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=on_day(canvas, mar(20)))
    canvas.set_cursor_day(mar(20))
    press(canvas, Key.Key_Return)

    assert heard.intents() == [("open_requested", AMA)] * 2 + [("add_requested", mar(20))] * 2
