"""The month shows the same events, with the same drags and keys."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.calendar.canvas.builders import (
    AMA,
    a_series,
    an_event,
    drag,
    hear,
    mar,
    middle,
    noon,
    on_day,
)


def look(canvas, key=AMA):
    return canvas.places.chips_of(key)[0][1].look


def test_the_weeks_that_touch_the_month_are_its_rows(show_month):
    canvas = show_month(an_event())

    assert [row.day for row in canvas.places.grid.rows] == [1, 8, 15, 22, 29]
    assert canvas.month() == mar(1)
    canvas.show_month(date(2027, 5, 20))
    assert canvas.places.grid.rows[0] == date(2027, 4, 26)
    assert len(canvas.places.grid.rows) == 6


def test_days_of_another_month_are_faint_and_the_months_are_parted(show_month):
    canvas = show_month(an_event())
    last = canvas.model.faces[-1].days

    assert [day.text for day in last] == ["29", "30", "31", "1 Apr", "2", "3", "4"]
    assert [day.faint for day in last] == [False, False, False, True, True, True, True]
    assert (last[3].line_before, last[3].line_above, last[2].line_above) == (True, True, False)


def test_places_are_those_of_the_drawing(show_month):
    canvas = show_month(an_event(at=noon(17)), an_event("swap", "Swap", kind="challenge", day=mar(22), days=7))
    cell, rect = canvas.places.day_rect(mar(11)), canvas.places.rects_of(AMA)[0]
    bar = canvas.places.rects_of(("swap", ""))[0]

    assert canvas.places.grid.columns[0] == 52
    assert abs(canvas.places.day_rect(mar(13)).width() / cell.width() - 0.76) < 0.01
    assert (rect.x() - cell.x(), rect.y() - cell.y(), rect.height()) == (5, 22, 36)
    assert cell.right() + 1 - (rect.right() + 1) == 4
    assert (bar.height(), bar.y() - canvas.places.day_rect(mar(22)).y()) == (20, 22)


def test_the_second_line_tells_time_or_rhythm_and_where(show_month):
    canvas = show_month(
        an_event(at=noon(17), channel="forum"),
        a_series("prompt", channel="forum"),
        an_event("review", "Review", day=mar(30), kind="thread", prep=1.0, live=0.0),
        an_event("swap", "Swap", kind="challenge", day=mar(22), days=7),
    )

    assert look(canvas).below == "17:00 · Forum"
    assert look(canvas, ("prompt", "2027-03-02")).below == "weekly · Forum"
    assert look(canvas, ("review", "")).below == "1 h"
    assert look(canvas, ("swap", "")).trail == "7 days"


def test_a_full_day_falls_to_one_line_and_then_counts(show_month):
    canvas = show_month(*(an_event(f"e{n}", f"e{n}") for n in range(4)), *(
        an_event(f"f{n}", f"f{n}", day=mar(12)) for n in range(9)
    ))  # fmt: skip

    assert {rect.height() for n in range(4) for rect in canvas.places.rects_of((f"e{n}", ""))} == {20}
    place = canvas.places.grid.place(mar(12))
    assert canvas.model.faces[place[0]].days[place[1]].hidden == 4


def test_the_same_drag_and_the_same_key_ask_for_the_same(show_month):
    canvas = show_month(an_event())
    heard = hear(canvas)

    drag(canvas, middle(canvas, AMA), [on_day(canvas, mar(18))])
    canvas.set_cursor_day(mar(11))
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert heard.intents() == [("move_requested", [AMA], mar(18))] * 2


def test_days_of_the_next_month_take_drops(show_month):
    canvas = show_month(an_event())
    heard = hear(canvas)

    drag(canvas, middle(canvas, AMA), [on_day(canvas, date(2027, 4, 2))])

    assert heard.intents() == [("move_requested", [AMA], date(2027, 4, 2))]


def test_a_long_month_scrolls_in_a_low_window(show_month):
    canvas = show_month(an_event(day=mar(29)), size=(912, 420))

    assert canvas.places.row_rect(0).height() == 92
    canvas.reveal(AMA)
    assert canvas.places.offset > 0
    assert canvas.places.day_rect(mar(29)).bottom() < 420
