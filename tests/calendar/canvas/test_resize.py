"""Events are stretched at both ends with real mouse events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.calendar.canvas.builders import a_series, an_event, drag, hear, mar, on_day, take
from widgets.calendar.canvas.drag_copy import DragCopy

SWAP = ("swap", "")


@pytest.fixture
def canvas(show):
    return show(an_event("swap", "Template swap", kind="challenge", day=mar(9), days=3))


def end(canvas, side: str) -> QPoint:
    rects = canvas.places.rects_of(SWAP)
    return rects[0].topLeft() + QPoint(2, 9) if side == "start" else rects[-1].topRight() + QPoint(-2, 9)


@pytest.mark.parametrize(
    ("side", "to", "start_days", "end_days"),
    [("end", 13, 0, 2), ("end", 9, 0, -2), ("start", 8, -1, 0), ("start", 10, 1, 0), ("end", 17, 0, 6)],
)
def test_an_end_goes_where_it_is_pulled(canvas, side, to, start_days, end_days):
    heard = hear(canvas)

    drag(canvas, end(canvas, side), [on_day(canvas, mar(to))])

    assert heard.intents() == [("resize_requested", SWAP, start_days, end_days)]


def test_an_end_stops_at_the_other_one(canvas):
    heard = hear(canvas)

    drag(canvas, end(canvas, "end"), [on_day(canvas, mar(2))])

    assert heard.intents() == [("resize_requested", SWAP, 0, -2)]


def test_while_it_is_pulled_the_days_are_told(canvas):
    take(canvas, end(canvas, "end"))
    QTest.mouseMove(canvas, on_day(canvas, mar(12)))

    assert canvas.window().findChild(DragCopy)._words == "9 Mar – 12 Mar, 4 days · week 10 · 2.5 / 8 h"
    assert canvas.state.stretched is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.state.stretched is None


def test_the_cursor_tells_where_an_end_can_be_pulled(canvas):
    QTest.mouseMove(canvas, end(canvas, "end"))
    assert canvas.cursor().shape() == Qt.CursorShape.SizeHorCursor

    QTest.mouseMove(canvas, canvas.places.rects_of(SWAP)[0].center())
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_day_outside_the_ninety_is_no_end(show):
    canvas = show(an_event("swap", "Swap", kind="challenge", day=mar(9).replace(month=5, day=25), days=3))
    heard = hear(canvas)

    drag(canvas, end(canvas, "end"), [on_day(canvas, mar(30).replace(month=5))])

    assert heard.all == []


def test_one_occurrence_of_a_series_is_stretched_alone(show):
    canvas = show(a_series("swap", "Swap"))
    heard = hear(canvas)
    key = ("swap", "2027-03-16")

    drag(canvas, canvas.places.rects_of(key)[0].topRight() + QPoint(-2, 9), [on_day(canvas, mar(18))])

    assert heard.intents() == [("resize_requested", key, 0, 2)]
