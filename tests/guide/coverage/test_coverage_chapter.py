"""Hours are painted by mouse and by keys, in usual weeks and in dated ones; gaps, promises and absences are listed."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from app.guide.coverage import Absence, Duty, Promise
from app.guide.role import GuideRole
from app.guide.snapshot import Row
from app.playbook.playbook import Person
from widgets.common.words import set_language

LEFT, RIGHT, SHIFT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MONDAY = date(2027, 3, 1)


def place(setup, day: int, hour: float) -> QPoint:
    grid = setup.view.frame.grid
    return grid.visualRect(grid.cells.index(day, int(hour * 2))).center()


def drag(setup, qtbot, start, end, button=LEFT, modifier=NONE) -> None:
    where = setup.view.frame.grid.viewport()
    qtbot.mousePress(where, button, modifier, place(setup, *start))
    qtbot.mouseMove(where, place(setup, *end))
    qtbot.mouseRelease(where, button, modifier, place(setup, *end))


def press(setup, qtbot, *keys) -> None:
    for key in keys:
        qtbot.keyClick(setup.view.frame.grid, *key if isinstance(key, tuple) else (key,))


def lines(setup) -> list[str]:
    return setup.view.gaps.lines.accessibleName().split("\n")


def test_a_drag_paints_a_rectangle_of_days_and_half_hours_in_one_step(setup, qtbot):
    before = setup.store.next_undo()

    drag(setup, qtbot, (0, 9), (2, 11.5))

    assert setup.hours() == [(day, 540, 720) for day in (0, 1, 2)]
    setup.store.undo()
    assert (setup.hours(), setup.store.next_undo()) == ([], before)


def test_a_drag_backwards_paints_the_same(setup, qtbot):
    drag(setup, qtbot, (2, 11.5), (0, 9))

    assert setup.hours() == [(day, 540, 720) for day in (0, 1, 2)]


@pytest.mark.parametrize(("button", "modifier"), [(RIGHT, NONE), (LEFT, SHIFT), (LEFT, NONE)])
def test_the_right_button_shift_and_a_painted_start_take_away(setup, qtbot, button, modifier):
    drag(setup, qtbot, (0, 9), (1, 12))
    drag(setup, qtbot, (0, 10), (0, 10.5), button, modifier)

    assert setup.hours() == [(0, 540, 600), (0, 660, 750), (1, 540, 750)]


def test_the_other_brush_leaves_the_hours_of_the_first(setup, qtbot):
    drag(setup, qtbot, (0, 9), (0, 9))
    qtbot.mouseClick(setup.view.brushes._pills["backup"], LEFT)
    drag(setup, qtbot, (0, 9), (0, 9.5))

    assert setup.hours("lead") == [(0, 540, 570)]
    assert setup.hours("backup") == [(0, 540, 600)]


def test_one_person_of_a_role_can_be_painted(setup, qtbot):
    qtbot.mouseClick(setup.view.brushes._pills["backup"], LEFT)
    setup.view.brushes.who.show_value("petya")
    setup.view.brushes.who.chosen.emit("petya")

    drag(setup, qtbot, (5, 10), (5, 11.5))

    assert [it.person for it in setup.store.of(Duty).all()] == ["petya"]


def test_escape_leaves_a_drag_without_painting(setup, qtbot):
    grid = setup.view.frame.grid
    qtbot.mousePress(grid.viewport(), LEFT, NONE, place(setup, 0, 9))
    qtbot.mouseMove(grid.viewport(), place(setup, 3, 12))
    press(setup, qtbot, Qt.Key.Key_Escape)
    qtbot.mouseRelease(grid.viewport(), LEFT, NONE, place(setup, 3, 12))

    assert setup.hours() == []
    assert not grid.drawing


def test_arrows_and_space_paint_and_delete_takes_away(setup, qtbot):
    grid = setup.view.frame.grid
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    grid.setCurrentIndex(grid.cells.index(0, 18))
    right, down = (Qt.Key.Key_Right, SHIFT), (Qt.Key.Key_Down, SHIFT)
    press(setup, qtbot, right, right, right, down, Qt.Key.Key_Space)
    assert setup.hours() == [(0, 540, 660), (1, 540, 660)]

    press(setup, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert setup.hours() == [(0, 540, 630), (1, 540, 660)]
    press(setup, qtbot, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert setup.hours() == [(0, 540, 600), (1, 540, 660)]
    press(setup, qtbot, Qt.Key.Key_Space)
    assert setup.hours() == [(0, 540, 630), (1, 540, 660)]


def test_gaps_are_said_and_go_when_somebody_is_there(setup, qtbot):
    assert setup.view.note.text() == "20 h uncovered at busy times"
    assert lines(setup) == ["Sat, Sun 10:00–20:00 nobody for priority threads (promise 2 h)"]

    drag(setup, qtbot, (5, 10), (6, 19.5))

    assert setup.view.note.text() == ""
    assert setup.view.gaps.lines.isHidden()
    assert setup.view.gaps.kept.text() == "Every promise is kept in this week."


def test_cells_say_day_hour_and_who(setup, qtbot):
    drag(setup, qtbot, (0, 9), (0, 9))
    cells = setup.view.frame.cells

    assert cells.says(0, 18) == "Monday 09:00–09:30: Lead (Mila D.)"
    assert cells.says(5, 20) == "Saturday 10:00–10:30: nobody in time for priority threads"
    assert cells.says(5, 39) == "Saturday 19:30–20:00: nobody in time for priority threads"
    assert cells.says(1, 0) == "Tuesday 00:00–00:30: nobody"
    assert cells.index(0, 18).data(Qt.ItemDataRole.AccessibleTextRole) == cells.says(0, 18)
    set_language("bg")
    assert cells.says(1, 0) == "вторник 00:00–00:30: никой"


def test_a_dated_week_shows_its_holiday_and_gets_hours_of_its_own_when_painted(setup, qtbot):
    drag(setup, qtbot, (0, 9), (4, 9.5))
    setup.view.show_week(MONDAY)
    says = setup.view.frame.cells.says
    assert says(2, 18).endswith("Lead (Mila D.) is off: holiday, nobody")
    assert setup.view.frame.cells.shown.note(2)
    assert not setup.view.bar.own.text().startswith("Back")

    drag(setup, qtbot, (2, 14), (2, 14.5))

    assert setup.hours() == [(day, 540, 600) for day in range(5)]
    assert setup.hours(week=MONDAY) == [(0, 540, 600), (1, 540, 600), (2, 840, 900), (3, 540, 600), (4, 540, 600)]
    assert says(2, 28) == f"Wednesday 3 March 14:00–14:30, {setup.view.frame.cells.shown.holiday(2)}: Lead (Mila D.)"
    assert setup.view.bar.own.text() == "Back to usual hours"
    qtbot.mouseClick(setup.view.bar.own, LEFT)
    assert setup.hours(week=MONDAY) == []


def test_the_stepper_walks_weeks_and_the_switch_comes_back(setup, qtbot):
    bar = setup.view.bar
    bar.sort.chosen.emit("dated")
    assert setup.view.week == date(2027, 3, 8)
    assert bar.name.text() == "8 – 14 Mar 2027"
    qtbot.mouseClick(bar.back, LEFT)
    assert (setup.view.week, bar.name.text()) == (MONDAY, "1 – 7 Mar 2027")
    qtbot.mouseClick(bar.on, LEFT)
    qtbot.mouseClick(bar.on, LEFT)
    qtbot.mouseClick(bar.on, LEFT)
    qtbot.mouseClick(bar.on, LEFT)
    assert bar.name.text() == "29 Mar – 4 Apr 2027"
    bar.sort.chosen.emit("usual")
    assert setup.view.week is None
    assert bar.back.isHidden()


def test_an_absence_is_added_edited_and_shown_in_its_week(setup, qtbot):
    drag(setup, qtbot, (3, 9), (3, 9.5))
    qtbot.mouseClick(setup.view.absences.plus, LEFT)
    (absence,) = setup.store.of(Absence).all()
    inspector = setup.page._inspectors[Absence]
    assert (absence.person, absence.start, absence.end) == ("mila", date(2027, 3, 10), date(2027, 3, 10))
    (fields,) = inspector.groups

    fields.end.field.entered.emit(date(2027, 3, 12))
    fields.why.field.committed.emit("Wedding")

    setup.view.show_week(date(2027, 3, 8))
    assert setup.view.frame.cells.says(3, 18).endswith("Lead (Mila D.) is away, nobody")
    assert setup.view.frame.cells.shown.note(3) == "Mila D. away"
    (row,) = setup.view.absences.rows()
    assert (row.text, row.count) == ("Mila D. · Wedding", "10–12 Mar")
    inspector.delete()
    assert list(setup.store.of(Absence).all()) == []
    assert not setup.view.frame.cells.says(3, 18).endswith("nobody")


def test_a_promise_is_edited_and_the_gaps_follow(setup, qtbot):
    setup.page.bench.open(Row(Promise, "weekend"))
    (fields,) = setup.page._inspectors[Promise].groups
    fields.within.field.setText("12h")
    fields.within.field.committed.emit("12h")
    fields.end.field.committed.emit("9")
    assert fields.end.field.text() == "09:00"
    fields.end.field.committed.emit("late")
    qtbot.mouseClick(fields._days[5], LEFT)
    qtbot.mouseClick(fields._days[6], LEFT)

    promise = setup.store.of(Promise).get("weekend")
    assert (promise.within, promise.end, promise.weekdays) == (720, 540, (6,))
    assert fields._days[6].isChecked()
    assert fields.end.field.text() == "09:00"
    (row,) = setup.view.promises.rows()
    assert row.count == "within 12 h · Sun 10:00–09:00"
    assert lines(setup) == ["Sun 10:00–Mon 09:00 nobody for priority threads (promise 12 h)"]


def test_without_a_role_nothing_can_be_painted_and_it_is_said(setup, qtbot):
    with setup.store.change(setup.store.next_undo()):
        setup.store.of(GuideRole).delete(["lead", "backup"])
        setup.store.of(Person).delete(["mila", "petya"])

    assert not setup.view.frame.grid.isEnabled()
    assert setup.view.frame.grid.accessibleName() == "Add a role first: hours are painted for one"
