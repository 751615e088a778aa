"""Where something that is moved or resized wants to lie: in line with what is near it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.purpose.box import Box

REACH: Final = 6.0  # px of the screen within which it snaps


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that shows what is in line: upright at x = `at` from `begin` to `end`, or level at y = `at`."""

    upright: bool
    at: float
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to go so that things are in line, and the lines that show it."""

    right: float = 0.0
    down: float = 0.0
    guides: tuple[Guide, ...] = ()


def snap(moving: Box, others: Iterable[Box], reach: float = REACH) -> Snap:
    """Return how far a box goes to bring an edge or its middle in line with an edge or the middle of another."""
    return snap_lines(moving, others, reach, (0.0, 0.5, 1.0), (0.0, 0.5, 1.0))


def snap_lines(
    moving: Box, others: Iterable[Box], reach: float, across: tuple[float, ...], along: tuple[float, ...]
) -> Snap:
    """Return the same for some lines of the box only, as shares of its width and its height."""
    near = list(others)
    right = _nearest([moving.x + moving.width * at for at in across], [x for box in near for x in _xs(box)], reach)
    down = _nearest([moving.y + moving.height * at for at in along], [y for box in near for y in _ys(box)], reach)
    there = moving.moved(right or 0.0, down or 0.0)
    guides = []
    if right is not None:
        guides += _upright(there, near, across)
    if down is not None:
        guides += _level(there, near, along)
    return Snap(right or 0.0, down or 0.0, tuple(guides))


def _xs(box: Box) -> tuple[float, float, float]:
    return (box.x, box.middle[0], box.right)


def _ys(box: Box) -> tuple[float, float, float]:
    return (box.y, box.middle[1], box.bottom)


def _nearest(own: list[float], lines: list[float], reach: float) -> float | None:
    offers = [line - at for at in own for line in lines if abs(line - at) <= reach]
    return min(offers, key=abs, default=None)


def _upright(box: Box, near: list[Box], shares: tuple[float, ...]) -> list[Guide]:
    found = []
    for at in dict.fromkeys(box.x + box.width * share for share in shares):
        on = [other for other in near if any(abs(x - at) < 0.01 for x in _xs(other))]
        if on:
            ends = [box.y, box.bottom, *(it.y for it in on), *(it.bottom for it in on)]
            found.append(Guide(True, at, min(ends), max(ends)))
    return found


def _level(box: Box, near: list[Box], shares: tuple[float, ...]) -> list[Guide]:
    found = []
    for at in dict.fromkeys(box.y + box.height * share for share in shares):
        on = [other for other in near if any(abs(y - at) < 0.01 for y in _ys(other))]
        if on:
            ends = [box.x, box.right, *(it.x for it in on), *(it.right for it in on)]
            found.append(Guide(False, at, min(ends), max(ends)))
    return found
