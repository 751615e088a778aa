"""The 90 days look as they were drawn: places, fills, and what is told where."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect

from app.calendar.event import Status
from tests.calendar.canvas.builders import AMA, a_series, an_event, change, mar, noon
from widgets.calendar.canvas.chip import Form
from widgets.common.theme import theme


def colour_at(canvas, place: QPoint) -> str:
    return canvas.grab().toImage().pixelColor(place).name()


def look(canvas, key=AMA):
    return canvas.places.chips_of(key)[0][1].look


def test_thirteen_rows_fit_without_scrolling_at_both_sizes(show):
    for size, chip in (((960, 775), 18), ((952, 675), 16)):
        canvas = show(an_event(), size=size)
        rows = canvas.places.grid.rows
        assert len(rows) == 13
        assert canvas.places.row_rect(12).bottom() < size[1]
        assert canvas.places.rects_of(AMA)[0].height() == chip
        assert not canvas._bar.isVisible()


def test_places_are_those_of_the_drawing(show):
    canvas = show(an_event(day=mar(18)), a_series("topic", "Topic: imports", day=mar(18), at=noon(18)))
    cell, rect = canvas.places.day_rect(mar(18)), canvas.places.rects_of(("topic", "2027-03-18T18:00"))[0]

    assert canvas.places.grid.columns[0] == 92
    assert canvas.places.row_rect(0).top() == 26
    assert abs(canvas.places.row_rect(0).height() - 57.6) < 1
    weekend, working = canvas.places.day_rect(mar(20)).width(), cell.width()
    assert abs(weekend / working - 0.72) < 0.01
    assert rect == QRect(cell.x() + 4, cell.y() + 16, cell.width() - 7, 18)
    assert canvas.places.rects_of(AMA)[0].y() == cell.y() + 35


def test_weekend_days_can_be_as_wide_as_the_others(show):
    canvas = show(an_event())

    canvas.set_equal_days(True)

    assert abs(canvas.places.day_rect(mar(20)).width() - canvas.places.day_rect(mar(18)).width()) <= 1


def test_grounds_tell_today_the_past_weekends_and_what_is_beyond(show):
    canvas = show(an_event())
    colour, low = theme().color, QPoint(60, 45)

    def ground(day):
        return colour_at(canvas, canvas.places.day_rect(day).topLeft() + low)

    assert ground(mar(10)) == colour("today_soft").name()
    assert ground(mar(8)) == colour("bg").name()
    assert ground(mar(20)) == colour("weekend").name()
    assert ground(mar(18)) == colour("surface").name()
    beyond = canvas.grab(canvas.places.day_rect(date(2027, 5, 30))).toImage()
    assert len({beyond.pixelColor(x, 30).name() for x in range(5, 40)}) > 2


def test_a_stair_parts_the_months(show):
    canvas = show(an_event())
    line = theme().color("border_strong").name()
    first, next_row = canvas.places.day_rect(date(2027, 4, 1)), canvas.places.day_rect(date(2027, 4, 5))

    assert colour_at(canvas, first.topLeft() + QPoint(0, 30)) == line
    assert colour_at(canvas, first.topLeft() + QPoint(60, 1)) == line
    assert colour_at(canvas, next_row.topLeft() + QPoint(60, 1)) == line
    assert colour_at(canvas, canvas.places.day_rect(date(2027, 4, 8)).topLeft() + QPoint(60, 1)) != line


def test_days_are_numbered_and_months_named_where_they_begin(show):
    canvas = show(an_event(), start=mar(8))
    texts = [day.text for face in canvas.model.faces for day in face.days]

    assert texts[:3] == ["8 Mar", "9", "10"]
    assert texts[24:26] == ["1 Apr", "2"]
    assert [face.name for face in canvas.model.faces[:2]] == ["W10", "W11"]
    assert [face.range for face in canvas.model.faces[:4]] == ["8–14", "15–21", "22–28", "29–4"]


def test_any_first_weekday_begins_the_rows(show):
    canvas = show(an_event(), first_weekday=6)

    assert canvas.places.grid.rows[0] == date(2027, 2, 28)
    assert canvas.places.day_rect(mar(7)).x() == 92
    assert canvas.places.day_rect(mar(7)).width() < canvas.places.day_rect(mar(8)).width()


def test_the_gutter_turns_red_with_hours_over_capacity(show):
    canvas = show(an_event(prep=9.0))
    row = canvas.places.grid.place(mar(11))[0]
    gutter = canvas.places.gutter_rect(row)

    assert canvas.model.faces[row].load.level == "over"
    assert colour_at(canvas, gutter.topLeft() + QPoint(30, 26)) == theme().color("danger").name()


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        ({"status": Status.IDEA}, Form.IDEA),
        ({"status": Status.DONE, "day": mar(2)}, Form.DONE),
        ({"status": Status.SKIPPED}, Form.SKIPPED),
        ({"status": Status.READY}, Form.PLANNED),
        ({"day": mar(9)}, Form.MISSED),
        ({"day": mar(9), "kind": "launch"}, Form.PLANNED),
    ],
)
def test_the_shape_tells_the_status(show, fields, form):
    assert look(show(an_event(**fields))).form is form


def test_only_live_events_show_their_time_and_titles_are_short(show):
    canvas = show(an_event(short="AMA", at=noon(17)), an_event("t", "Topic", kind="thread", at=noon(17)))

    assert (look(canvas).title, look(canvas).time) == ("AMA", "17:00")
    assert look(canvas, ("t", "")).time == ""


def test_a_bar_that_goes_on_says_on_which_day_it_is(show):
    canvas = show(an_event("swap", "Template swap", kind="challenge", day=mar(18), days=7))

    parts = [(chip.look.part, chip.look.opens, chip.look.closes) for _, chip in canvas.places.chips_of(("swap", ""))]

    assert parts == [("", True, False), ("day 5 of 7", False, True)]


def test_only_what_is_shown_is_there_but_the_load_counts_all(show):
    canvas = show(an_event(), an_event("t", "Topic", kind="thread"), shown=lambda it: it.event.kind == "thread")

    assert canvas.model.in_order() == [("t", "")]
    assert canvas.model.loads[mar(8)].hours == 5.0


def test_another_colouring_takes_the_families_of_its_values(show):
    canvas = show(an_event(stage="activation", personas=("owner",)), colour_by="stage")
    assert look(canvas).family == "conversation"

    canvas.show_plan(canvas.model.plan, canvas.model.quarter, None, canvas.model.today, "persona")
    assert look(canvas).family == "recognition"


def test_a_search_hit_is_marked(show):
    canvas = show(an_event(), an_event("t", "Topic"))

    canvas.set_highlight([AMA])

    assert (look(canvas).hit, look(canvas, ("t", "")).hit) == (True, False)


def test_only_rows_that_look_different_are_painted_anew(show):
    canvas = show(an_event(), an_event("t", "Topic", day=mar(25)))
    canvas.grab()
    kept = {row: sheet.ink.cacheKey() for row, sheet in canvas._layers._rows.items()}

    change(canvas, an_event(day=mar(12)))
    canvas.grab()

    now = {row: sheet.ink.cacheKey() for row, sheet in canvas._layers._rows.items()}
    assert [row for row in kept if kept[row] != now[row]] == [1]


def test_holidays_come_with_the_countries_of_the_playbook(show):
    canvas = show(an_event())
    canvas.model.holidays = {mar(3): "Liberation Day"}
    canvas.arrange()

    assert canvas.model.faces[0].days[2].holiday == "Liberation Day"


def test_everything_is_crisp_on_a_fine_screen(show, monkeypatch):
    canvas = show(an_event())
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: 2.0)

    canvas.arrange()
    sheet = canvas._layers.ink(0, canvas.model.faces[0])

    assert sheet.devicePixelRatio() == 2.0
    assert sheet.width() == 2 * canvas.places.grid.columns[-1]
