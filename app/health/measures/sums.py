"""Sums over how many people have which number: exact, from pairs (number, people)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

Tally = Sequence[tuple[int, int]]  # the smallest number first


def size(tally: Tally) -> int:
    """Return how many people there are."""
    return sum(people for _, people in tally)


def total(tally: Tally) -> int:
    """Return the sum of their numbers."""
    return sum(number * people for number, people in tally)


def median(tally: Tally) -> float:
    """Return the number in the middle, between two the mean of both."""
    n = size(tally)
    return (at(tally, (n - 1) // 2) + at(tally, n // 2)) / 2


def at(tally: Tally, place: int) -> int:
    """Return the number at a place, from 0, the smallest first."""
    for number, people in tally:
        place -= people
        if place < 0:
            return number
    raise IndexError(place)


def gini(tally: Tally, zeros: int = 0) -> float:
    """Return how unequal the numbers are: 0 all alike, towards 1 one person has all."""
    n, everything = size(tally) + zeros, total(tally)
    before, weighted = zeros, 0
    for number, people in tally:
        weighted += number * (people * before + people * (people + 1) // 2)
        before += people
    return (2 * weighted - (n + 1) * everything) / (n * everything)


def fewest_for_half(tally: Tally) -> int:
    """Return the smallest number of people who together have half of all or more."""
    left, found = total(tally), 0
    missing = (left + 1) // 2
    for number, people in reversed(tally):
        needed = -(-missing // number) if number else people
        if needed <= people:
            return found + needed
        found, missing = found + people, missing - number * people
    return found


def share_of_top(tally: Tally, percent: int) -> tuple[float, int]:
    """Return the percentage that the top so many percent of people have, at least one person, and how many they are."""
    top = max(1, ceil(size(tally) * percent / 100))
    left, held = top, 0
    for number, people in reversed(tally):
        taken = min(left, people)
        held, left = held + taken * number, left - taken
    return 100 * held / total(tally), top
