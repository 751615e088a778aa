"""Rows of lines in columns, cut where a page could not hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from widgets.common.paper.flow import Strip
from widgets.common.paper.runs import Line
from widgets.common.paper.sheet import Chapter, Mark

TALLEST: Final = 420.0  # points of one strip: what is higher is cut
Column = tuple[float, Sequence[Line]]  # left edge, lines
Dressing = Callable[[float, float, float], Iterable[Mark]]  # (left edge, upper edge, height)


def nothing(_x: float, _y: float, _height: float) -> Iterable[Mark]:
    """Return no marks."""
    return ()


def row(
    columns: Sequence[Column],
    *,
    above: float = 0.0,
    below: float = 0.0,
    dressing: Dressing = nothing,
    keep: bool = False,
    again: Strip | None = None,
    chapter: Chapter | None = None,
) -> list[Strip]:
    """Return the strips of a row: one, or as many as its highest column needs."""
    parts = _cut(columns)
    strips = []
    for number, part in enumerate(parts):
        first, last = number == 0, number == len(parts) - 1
        strips.append(
            _strip(part, above if first else 0.0, below if last else 0.0, dressing, again, chapter if first else None)
        )
    if keep and len(strips) == 1:
        strips[0] = kept(strips[0])
    return strips


def gap(height: float, *, keep: bool = False) -> Strip:
    """Return room without anything in it."""
    return Strip(height, lambda _x, _y: (), keep=keep, air=True)


def kept(strip: Strip) -> Strip:
    """Return a strip that is not parted from the next one."""
    return replace(strip, keep=True)


def group(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Yield strips that stay on one page as long as that is sensible."""
    together = sum(strip.height for strip in strips) <= TALLEST
    for number, strip in enumerate(strips):
        yield kept(strip) if together and number < len(strips) - 1 else strip


def _cut(columns: Sequence[Column]) -> list[list[Column]]:
    waiting = [(x, list(lines)) for x, lines in columns]
    parts: list[list[Column]] = []
    while not parts or any(lines for _, lines in waiting):
        part: list[Column] = []
        left = []
        for x, lines in waiting:
            height, number = 0.0, 0
            while number < len(lines) and (height + lines[number].height <= TALLEST or not number):
                height += lines[number].height
                number += 1
            part.append((x, lines[:number]))
            left.append((x, lines[number:]))
        parts.append(part)
        waiting = left
    return parts


def _strip(
    columns: Sequence[Column],
    above: float,
    below: float,
    dressing: Dressing,
    again: Strip | None,
    chapter: Chapter | None,
) -> Strip:
    height = above + below + max((sum(line.height for line in lines) for _, lines in columns), default=0.0)

    def marks(x: float, y: float) -> Iterator[Mark]:
        yield from dressing(x, y, height)
        for left, lines in columns:
            at = y + above
            for line in lines:
                yield from line.marks(x + left, at)
                at += line.height

    return Strip(height, marks, again=again, chapter=chapter)
