"""Stretches of minutes: put together, taken away, and what two of them have in common."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]  # the first minute, and the first one after it


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the same minutes in as few stretches as there can be, in order; empty ones are left out."""
    found: list[Span] = []
    for start, end in sorted(it for it in spans if it[0] < it[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """Return the minutes of some stretches that are not among others, in order."""
    left = []
    away = joined(taken)
    for begin, until in joined(spans):
        start = begin
        for gone, back in away:
            if back > start and gone < until:
                left.append((start, gone))
                start = back
        left.append((start, until))
    return joined(left)


def both(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Return the minutes that lie in both, in order."""
    mine = joined(spans)
    return joined((max(a, c), min(b, d)) for a, b in mine for c, d in joined(others))


def minutes(spans: Iterable[Span]) -> int:
    """Return how many minutes there are, each counted once."""
    return sum(end - start for start, end in joined(spans))
