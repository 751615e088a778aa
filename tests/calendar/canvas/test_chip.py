"""What a narrow chip leaves out first: the time, then the repeat mark, then the icon, then the end of the title."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from widgets.calendar.canvas.chip import ChipLook, Form, paint_chip, width_wanted
from widgets.calendar.canvas.quarter_layout import QuarterLayout, lanes_of
from widgets.common.theme import theme

LOOK = ChipLook("Office hours", "coffee", "live", time="16:00", repeats=True)


def painted(look: ChipLook, width: int, height: int = 18, **how: bool) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_chip(painter, QRect(0, 0, width, height), look, **how)
    painter.end()
    return image


def test_wide_enough_it_shows_everything():
    assert painted(LOOK, 160) != painted(replace(LOOK, time=""), 160)


def test_first_the_time_goes():
    assert painted(LOOK, 127) == painted(replace(LOOK, time=""), 127)
    assert painted(LOOK, 127) != painted(replace(LOOK, time="", repeats=False), 127)


def test_then_the_repeat_mark():
    narrow = width_wanted(LOOK) - 2

    assert painted(LOOK, narrow) == painted(replace(LOOK, time="", repeats=False), narrow)


def test_then_the_icon():
    assert painted(LOOK, 55) == painted(replace(LOOK, icon="mic"), 55)
    assert painted(LOOK, 56) != painted(replace(LOOK, icon="mic"), 56)


def test_a_title_is_never_cut_while_a_time_is_shown():
    for width in range(60, 200):
        if painted(LOOK, width) != painted(replace(LOOK, time=""), width):
            assert width >= width_wanted(LOOK)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_form_looks_different(mode):
    theme().apply(mode)

    pictures = [painted(replace(LOOK, form=form), 130).constBits().tobytes() for form in Form]

    assert len(set(pictures)) == len(Form)


def test_the_category_colours_bar_tint_and_icon_and_the_mouse_warms_it():
    assert painted(LOOK, 130) != painted(replace(LOOK, family="loop"), 130)
    assert painted(LOOK, 130) != painted(LOOK, 130, hovered=True)


def test_a_bar_that_goes_on_has_a_square_end_with_a_sign():
    bar = replace(LOOK, long=True, time="", repeats=False)
    ends, goes_on = (painted(replace(bar, closes=closes), 130).pixelColor(129, 0).alpha() for closes in (True, False))

    assert ends < 128 < goes_on


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("more", [0, 4, 11, 30])
def test_letters_are_not_cut_above_or_below(more, scale):
    theme().apply("light", scale)
    row = QuarterLayout().row_min + more

    height = QFontMetricsF(theme().font_px(11, 500)).tightBoundingRect("ЙQgщ").height()

    assert height <= lanes_of(row).height
    assert lanes_of(row).top_of(1) + lanes_of(row).height <= row
