"""Connectors find their way: curves leave at right angles, elbows go around, straight ones go straight."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.purpose.board import Course, Side
from app.purpose.box import Box
from app.purpose.elbow import BENDS_MOST
from app.purpose.route import crosses, port, route, sides_of

SIDES = st.sampled_from([Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT])
PLACE = st.integers(-600, 600)
SIZE = st.integers(20, 240)
BOXES = st.builds(Box, PLACE, PLACE, SIZE, SIZE)


def bends(points) -> int:
    return len(points) - 2


def through(points, box) -> bool:
    return any(crosses(box, begin, end) for begin, end in itertools.pairwise(points))


@given(BOXES, BOXES, SIDES, SIDES, st.lists(BOXES, max_size=6))
def test_an_elbow_goes_around_everything_with_few_bends_or_is_straight(start, end, leaves, arrives, others):
    points = route(Course.ELBOW, start, end, (leaves, arrives), others).points
    begin, tip = port(start, leaves), port(end, arrives)

    assert (points[0], points[-1]) == (begin, tip)
    if points == (begin, tip):
        return
    assert bends(points) <= BENDS_MOST
    assert all(one[0] == other[0] or one[1] == other[1] for one, other in itertools.pairwise(points))
    assert not any(through(points, box) for box in (start, end, *others))


@given(st.integers(60, 500), st.integers(-400, 400), SIDES, SIDES)
def test_an_elbow_between_two_free_notes_is_always_found(gap, down, leaves, arrives):
    start, end = Box(0, 0, 160, 90), Box(160 + gap, down, 160, 90)

    points = route(Course.ELBOW, start, end, (leaves, arrives)).points

    assert len(points) > 2 or points[0][1] == points[1][1]


def test_an_elbow_goes_around_a_note_that_lies_straight_between():
    start, wall, end = Box(0, 0, 100, 100), Box(200, -200, 60, 500), Box(400, 0, 100, 100)

    points = route(Course.ELBOW, start, end, (Side.RIGHT, Side.LEFT), [wall]).points

    assert bends(points) == 4
    assert not through(points, wall)


def test_what_would_need_more_bends_is_straight():
    start, end = Box(0, 0, 100, 100), Box(300, 0, 100, 100)
    cage = [Box(120, -150, 20, 400), Box(-60, -150, 180, 20), Box(-60, 230, 180, 20), Box(-60, -150, 20, 400)]

    assert len(route(Course.ELBOW, start, end, (Side.RIGHT, Side.LEFT), cage).points) == 2


@given(BOXES, BOXES, SIDES, SIDES)
def test_a_curve_leaves_and_arrives_at_right_angles(start, end, leaves, arrives):
    begin, one, other, tip = route(Course.CURVED, start, end, (leaves, arrives)).points

    level = {Side.LEFT, Side.RIGHT}
    assert (one[1] == begin[1]) if leaves in level else (one[0] == begin[0])
    assert (other[1] == tip[1]) if arrives in level else (other[0] == tip[0])
    assert abs(one[0] - begin[0]) + abs(one[1] - begin[1]) >= 36


@pytest.mark.parametrize(
    ("x", "y", "facing"),
    [
        (300, 0, (Side.RIGHT, Side.LEFT)),
        (-300, 0, (Side.LEFT, Side.RIGHT)),
        (0, 300, (Side.BOTTOM, Side.TOP)),
        (20, -300, (Side.TOP, Side.BOTTOM)),
    ],
)
def test_sides_that_nobody_chose_face_each_other(x, y, facing):
    assert sides_of(Box(0, 0, 100, 80), Box(x, y, 100, 80)) == facing


def test_a_side_that_was_chosen_stays():
    assert sides_of(Box(0, 0, 100, 80), Box(300, 0, 100, 80), Side.TOP) == (Side.TOP, Side.LEFT)


@given(BOXES, PLACE, PLACE, PLACE, PLACE)
def test_a_line_crosses_a_box_when_a_point_of_it_lies_inside(box, x, y, to_x, to_y):
    steps = [(x + (to_x - x) * at / 400, y + (to_y - y) * at / 400) for at in range(401)]
    inside = any(box.x < px < box.right and box.y < py < box.bottom for px, py in steps)

    assert crosses(box, (x, y), (to_x, to_y)) or not inside
