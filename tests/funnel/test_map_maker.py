"""The large map of the reference playbook."""

from __future__ import annotations

from itertools import count
from random import Random

from app.funnel.forest import Forest
from app.funnel.map_maker import DEEP, MapMaker


def a_large_map(number: int, seed: int = 1):
    ids = count()
    maker = MapMaker(Random(seed), lambda: f"b{next(ids)}", ["mobile", "imports", "Пролет"])
    branches = maker.branches(["a", "b", "c"], number)
    return branches, maker.cross_links(branches)


def test_the_same_chance_makes_the_same_map():
    assert a_large_map(200) == a_large_map(200)
    assert a_large_map(200, 2) != a_large_map(200)


def test_a_large_map_is_as_deep_as_people_make_them_and_hangs_together():
    branches, lines = a_large_map(3_000)
    forest = Forest(branches, ["a", "b", "c"])

    assert len(list(forest.below("a", "b", "c"))) == 3_003
    assert max(len(forest.path(branch.id)) for branch in branches) <= DEEP
    assert all(forest.branches[line.start] and forest.branches[line.end] for line in lines)
    assert len(lines) == 60
