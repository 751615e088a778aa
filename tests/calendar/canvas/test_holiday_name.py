"""Holidays read as people call them where their official names have no room."""

import pytest

from widgets.calendar.canvas.holiday_name import fitting, forms
from widgets.common.painted_text import width_of
from widgets.common.theme import theme


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ден на Освобождението на България от османско иго", "Освобождението"),
        ("Ден на труда и на международната работническа солидарност", "Ден на труда"),
        ("Гергьовден, Ден на храбростта и Българската армия", "Гергьовден"),
        ("Labor Day and International Workers' Solidarity Day", "Labor Day"),
        ("Day of Slavonic Alphabet, Bulgarian Enlightenment and Culture", "Slavonic Alphabet"),
        ("Ден на светите братя Кирил и Методий, на българската азбука", "Кирил и Методий"),
        ("Великден", "Великден"),
    ],
)
def test_the_longest_form_that_has_room_is_shown(qapp, name, called):
    theme().apply("light")
    font = theme().font_px(10)

    assert fitting(name, font, width_of(called, font)) == called
    assert fitting(name, font, 1000) == name


def test_a_name_that_has_no_shorter_form_ends_in_dots(qapp):
    theme().apply("light")

    assert fitting("Thanksgiving", theme().font_px(10), 30).endswith("…")


@pytest.mark.parametrize("name", ["", "Day of", "Ден на ", ",", " and "])
def test_odd_names_have_forms_too(name):
    assert forms(name)[0] == name
