"""The way of a connector between two things on a board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.purpose.board import Course, Side
from app.purpose.box import Box
from app.purpose.elbow import elbow

LEAST_BOW: Final = 36.0  # px from an end to the point that bends a curve there
UPRIGHT: Final = frozenset((Side.TOP, Side.BOTTOM))
Point = tuple[float, float]
OUT: Final = {Side.TOP: (0, -1), Side.RIGHT: (1, 0), Side.BOTTOM: (0, 1), Side.LEFT: (-1, 0)}


@dataclass(frozen=True, slots=True)
class Route:
    """Points from the start to the tip: of a curve its two ends and the two points that bend it."""

    points: tuple[Point, ...]
    curved: bool = False


def sides_of(start: Box, end: Box, start_side: Side = Side.AUTO, end_side: Side = Side.AUTO) -> tuple[Side, Side]:
    """Return on which sides a connector leaves and arrives: where none is chosen, the ones that face each other."""
    x, y = start.x + start.width / 2, start.y + start.height / 2  # not by `middle`: this is asked for very often
    to_x, to_y = end.x + end.width / 2, end.y + end.height / 2
    across = abs(to_x - x) - (start.width + end.width) / 2
    along = abs(to_y - y) - (start.height + end.height) / 2
    if across >= along:
        facing = (Side.RIGHT, Side.LEFT) if to_x >= x else (Side.LEFT, Side.RIGHT)
    else:
        facing = (Side.BOTTOM, Side.TOP) if to_y >= y else (Side.TOP, Side.BOTTOM)
    return (start_side or facing[0], end_side or facing[1])


def port(box: Box, side: Side, slide: float = 0.0) -> Point:
    """Return the point of a side where a connector meets it, `slide` px from the middle of the side."""
    if side in UPRIGHT:
        return (box.x + box.width / 2 + slide, box.y if side is Side.TOP else box.y + box.height)
    return (box.x if side is Side.LEFT else box.x + box.width, box.y + box.height / 2 + slide)


def route(
    course: Course, start: Box, end: Box, sides: tuple[Side, Side], between: Sequence[Box] = (), slide: float = 0.0
) -> Route:
    """Return the way from a side of one box to a side of another, around what lies `between` when it is an elbow."""
    begin, tip = port(start, sides[0]), port(end, sides[1], slide)
    if course is Course.CURVED:
        return curve(begin, tip, sides[0], sides[1])
    if course is Course.ELBOW:
        found = elbow(begin, tip, OUT[sides[0]], OUT[sides[1]], (start, end, *between))
        return Route(found or (begin, tip))
    return Route((begin, tip))


def curve(begin: Point, tip: Point, start_side: Side, end_side: Side) -> Route:
    """Return a curve that leaves and arrives at right angles to the sides."""
    first, last = OUT[start_side], OUT[end_side]
    bow = max(LEAST_BOW, abs(tip[0] - begin[0] if first[0] else tip[1] - begin[1]) / 2)
    back = max(LEAST_BOW, abs(tip[0] - begin[0] if last[0] else tip[1] - begin[1]) / 2)
    one = (begin[0] + first[0] * bow, begin[1] + first[1] * bow)
    other = (tip[0] + last[0] * back, tip[1] + last[1] * back)
    return Route((begin, one, other, tip), curved=True)


def crosses(box: Box, begin: Point, end: Point) -> bool:
    """Return whether a straight line goes through the inside of a box."""
    (x, y), (to_x, to_y) = begin, end
    low, high = 0.0, 1.0
    for at, way, near, far in ((x, to_x - x, box.x, box.right), (y, to_y - y, box.y, box.bottom)):
        if abs(way) < 1e-9:
            if at <= near or at >= far:
                return False
            continue
        one, other = (near - at) / way, (far - at) / way
        low, high = max(low, min(one, other)), min(high, max(one, other))
    return high - low > 1e-9
