"""The field of a day: what is typed over the whole of it counts from its first figure."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from widgets.common.day_field import DayField
from widgets.common.words import set_language


@pytest.fixture(params=["ddd d MMM yyyy", "d MMM yyyy"])
def field(qtbot, request) -> DayField:
    set_language("en")
    field = DayField(request.param)
    qtbot.addWidget(field)
    field.show_day(date(2027, 3, 10))
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30 Apr 2027", date(2027, 4, 30)),
        ("2 May 2028", date(2028, 5, 2)),
        ("7", date(2027, 3, 7)),
        ("30/04/2027", date(2027, 4, 30)),
        ("5.6.2027", date(2027, 6, 5)),
        ("2027-04-30", date(2027, 4, 30)),
        ("x9", date(2027, 3, 10)),
    ],
)
def test_a_day_is_typed_over_the_whole(field, qtbot, typed, day):
    field.selectAll()
    qtbot.keyClicks(field, typed)

    assert field.day() == day


def test_a_capital_letter_goes_on_with_what_was_typed(field, qtbot):
    field.selectAll()
    qtbot.keyClicks(field, "30 ")
    qtbot.keyPress(field, Qt.Key.Key_Shift)
    qtbot.keyClicks(field, "Apr 2027")

    assert field.day() == date(2027, 4, 30)


def test_an_arrow_ends_what_was_typed(field, qtbot):
    field.selectAll()
    qtbot.keyClicks(field, "30")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    field.selectAll()
    qtbot.keyClicks(field, "4")

    assert field.day() == date(2027, 3, 4)


def test_a_figure_typed_on_arrival_is_the_day(field, qtbot):
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field, "21")

    assert field.day() == date(2027, 3, 21)


def test_different_days_are_said_in_muted_italics_until_there_is_one(field):
    plain = field.lineEdit().palette().text().color()
    field.show_day(None, mixed=True)
    assert field.lineEdit().font().italic()

    field.show_day(date(2027, 3, 10))
    assert not field.lineEdit().font().italic()
    assert field.lineEdit().palette().text().color() == plain
