"""The laws of the layout, for trees of every shape."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.funnel.tidy import Box, tidy

SIZES = st.sampled_from([22.0, 25.0, 40.0, 57.5, 120.0, 300.0])


@st.composite
def trees(draw) -> list[Box]:
    parents = draw(st.lists(st.integers(0, 40), max_size=40))
    children: list[list[int]] = [[] for _ in range(len(parents) + 1)]
    for at, parent in enumerate(parents, 1):
        children[min(parent, at - 1)].append(at)
    return [Box(draw(SIZES), draw(SIZES), tuple(some), draw(st.sampled_from([0.0, 4.0, 13.0]))) for some in children]


def overlapping(boxes: list[Box]) -> list[tuple[int, int]]:
    places = tidy(boxes)
    found = []
    for one, (left, middle) in enumerate(places):
        for other in range(one):
            beside = min(left + boxes[one].width, places[other][0] + boxes[other].width) - max(left, places[other][0])
            apart = abs(middle - places[other][1]) - (boxes[one].height + boxes[other].height) / 2
            if beside > 1e-6 and apart < -1e-6:
                found.append((one, other))
    return found


@given(trees())
def test_no_two_boxes_overlap(boxes):
    assert overlapping(boxes) == []


@given(trees())
def test_siblings_keep_their_order_and_their_gap(boxes):
    places = tidy(boxes)
    for box in boxes:
        for above, below in pairwise(box.children):
            between = places[below][1] - places[above][1] - (boxes[above].height + boxes[below].height) / 2
            assert between > box.gap - 1e-6


@given(trees())
def test_a_parent_stands_at_the_middle_of_its_children_and_they_stand_right_of_it(boxes):
    places = tidy(boxes)
    for at, box in enumerate(boxes):
        if box.children:
            first, last = box.children[0], box.children[-1]
            begin, end = places[first][1] - boxes[first].height / 2, places[last][1] + boxes[last].height / 2
            assert places[at][1] == pytest.approx((begin + end) / 2, abs=1e-6)
        assert all(places[child][0] == places[at][0] + box.width for child in box.children)


@given(trees())
def test_the_same_tree_lies_the_same_way_and_its_root_at_the_origin(boxes):
    assert tidy(boxes) == tidy(list(boxes))
    assert tidy(boxes)[0] == (0.0, 0.0)


def test_a_mirrored_tree_lies_mirrored():
    """Room that a deep neighbour needs is shared by the shallow ones between, from either side alike."""
    deep = [Box(10, 10, (1, 2, 3), 2), Box(10, 10, (4,)), Box(10, 10), Box(10, 10, (5,)), Box(10, 90), Box(10, 90)]
    middles = [middle for _, middle in tidy(deep)]

    assert middles[1] == pytest.approx(-middles[3])
    assert middles[2] == pytest.approx(0)


def test_a_small_tree_slips_in_beside_a_deep_one():
    """Contours, not boxes around whole trees: what is short needs no room where the deep one spreads."""
    boxes = [Box(10, 10, (1, 2)), Box(10, 10, (3,)), Box(10, 10), Box(10, 100)]

    places = tidy(boxes)
    assert places[2][1] - places[1][1] == pytest.approx(10)


def test_a_chain_of_ten_thousand_is_laid_out_without_recursion():
    boxes = [Box(10, 10, (at + 1,) if at < 9_999 else ()) for at in range(10_000)]

    assert tidy(boxes)[-1] == (99_990.0, 0.0)


def test_ten_thousand_siblings_stand_one_below_the_other():
    boxes = [Box(10, 10, tuple(range(1, 10_001)), 1), *[Box(10, 10)] * 10_000]

    places = tidy(boxes)
    assert places[10_000][1] - places[1][1] == pytest.approx(11 * 9_999)


def test_nothing_lies_nowhere():
    assert tidy([]) == []
