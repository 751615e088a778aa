"""The bar of the selection: in view, and where it covers least."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, QSizeF

from tests.purpose.rules.builders import a_note
from widgets.purpose.canvas.bar_place import area, best_place

ROOM = QRectF(0, 0, 900, 700)
SIZE = QSizeF(200, 34)


def covering(*others):
    return lambda part: sum(area(QRectF(*other) & part) for other in others)


@pytest.mark.parametrize(
    ("chosen", "others", "name"),
    [
        ((300, 300, 240, 90), (), "above"),
        ((300, 300, 240, 90), ((300, 200, 240, 90),), "below"),
        ((300, 300, 240, 90), ((300, 200, 240, 90), (300, 410, 240, 90)), "right"),
        ((300, 300, 240, 90), ((300, 200, 240, 90), (300, 410, 240, 90), (560, 200, 300, 300)), "left"),
        ((300, 300, 240, 90), ((300, 200, 40, 90), (300, 400, 240, 90)), "above right"),
        ((300, 4, 240, 90), (), "below"),
        ((-500, -500, 2000, 2000), (), "above"),
    ],
)
def test_the_bar_stands_where_it_covers_least(chosen, others, name):
    assert best_place(SIZE, QRectF(*chosen), ROOM, covering(*others))[0] == name


def test_a_bar_stays_on_its_side_until_another_is_clearly_better():
    chosen, above = QRectF(300, 300, 240, 90), (320, 250, 240, 7)
    assert best_place(SIZE, chosen, ROOM, covering(above), "above")[0] == "above"
    assert best_place(SIZE, chosen, ROOM, lambda _: 0.0, "below")[0] == "below"
    assert best_place(SIZE, chosen, ROOM, covering((300, 200, 240, 90)), "above")[0] == "below"


PLACE = st.integers(-800, 1600)


@given(PLACE, PLACE, st.integers(5, 1500), st.integers(5, 1500))
def test_a_bar_is_never_out_of_view(x, y, width, height):
    _, corner = best_place(SIZE, QRectF(x, y, width, height), ROOM, lambda _: 0.0)
    assert ROOM.contains(QRectF(corner, SIZE))


def test_on_the_page_it_leaves_the_note_above_alone_when_there_is_room_below(hands):
    hands.fill(a_note("a"), a_note("c", 0, 100))
    hands.select("c")
    bar = QRectF(hands.page.bar.panel())
    assert bar.top() > hands.at(0, 190).y()
    hands.select("a")
    assert QRectF(hands.page.bar.panel()).bottom() < hands.at(0, 0).y()


@pytest.mark.parametrize("other", [(), (a_note("c", 0, -100),)])
def test_the_shadow_of_the_bar_leaves_the_handles_to_the_mouse(hands, other):
    hands.fill(a_note("a"), *other)
    hands.select("a")
    bar, canvas = hands.page.bar, hands.canvas
    below = bool(other)
    assert (bar.panel().top() > hands.at(0, 90).y()) is below
    for x in (0, 80, 160):
        handle = hands.at(x, 90 if below else 0).toPoint()
        assert bar.geometry().contains(handle)
        for off in (-7, 7):
            assert canvas.childAt(handle + QPoint(0, off)) is canvas.viewport()
    assert canvas.childAt(bar.panel().center()) is not canvas.viewport()
