"""B3: the tidy layout of a map, ten times as many nodes beside ten times the time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from app.funnel.tidy import Box, tidy
from tests.benchmarks.figure import Figure, side_by_side

IDS = ("B3",)
SEED = 20270301
SIZES = (22.0, 25.0, 37.0, 52.0, 94.0)


def a_tree(count: int) -> list[Box]:
    """A map as it grows: most branches hang on something young, some on something old; texts of one to four lines."""
    chance = Random(SEED)
    children: list[list[int]] = [[] for _ in range(count)]
    for at in range(1, count):
        parent = chance.randrange(max(0, at - 40), at) if chance.random() < 0.7 else chance.randrange(at)
        children[parent].append(at)
    order, waiting = [], [0]  # as the map reads, which is how the page hands them over
    while waiting:
        order.append(waiting.pop())
        waiting.extend(reversed(children[order[-1]]))
    place = {old: new for new, old in enumerate(order)}
    return [Box(262.0, chance.choice(SIZES), tuple(place[it] for it in children[old]), 4.0) for old in order]


def measure() -> Iterator[Figure]:
    small, large = a_tree(1_000), a_tree(10_000)
    figure, floor = side_by_side(lambda: tidy(large), lambda: tidy(small), 15)
    yield Figure("B3", "tidy layout of 10,000 nodes, beside 1,000", figure, floor, 12)
    yield Figure("B3", "tidy layout of 1,000 nodes", floor, limit=30)
