"""What is moved comes in line with what is near."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.purpose.box import Box
from app.purpose.snapping import REACH, snap, snap_lines

BOXES = st.builds(Box, st.integers(-300, 300), st.integers(-300, 300), st.integers(20, 200), st.integers(20, 200))


def lines(box):
    return {box.x, box.middle[0], box.right}, {box.y, box.middle[1], box.bottom}


@given(BOXES, st.lists(BOXES, max_size=6))
def test_it_never_goes_farther_than_it_reaches_and_then_is_in_line(box, others):
    found = snap(box, others)
    there = box.moved(found.right, found.down)

    assert max(abs(found.right), abs(found.down)) <= REACH
    for guide in found.guides:
        near = [lines(other)[0 if guide.upright else 1] for other in others]
        assert any(abs(line - guide.at) < 0.01 for those in near for line in those)
        assert any(abs(line - guide.at) < 0.01 for line in lines(there)[0 if guide.upright else 1])


@given(BOXES, st.lists(BOXES, min_size=1, max_size=6))
def test_what_is_in_line_stays(box, others):
    found = snap(box, others)
    again = snap(box.moved(found.right, found.down), others)

    assert abs(again.right) < 0.01
    assert abs(again.down) < 0.01


def test_an_edge_near_another_edge_snaps_and_shows_the_line_over_both():
    found = snap(Box(104, 300, 50, 40), [Box(100, 0, 200, 90)])

    assert (found.right, found.down) == (-4, 0)
    assert [(g.upright, g.at, g.begin, g.end) for g in found.guides] == [(True, 100, 0, 340)]


def test_what_is_far_from_everything_stays_where_it_is():
    assert snap(Box(120, 300, 50, 40), [Box(100, 0, 200, 90)]) == snap(Box(0, 0, 50, 40), [])


def test_resizing_brings_only_the_edge_that_moves_in_line():
    found = snap_lines(Box(0, 0, 97, 50), [Box(100, 200, 60, 60)], REACH, (1.0,), ())

    assert (found.right, found.down) == (3, 0)
