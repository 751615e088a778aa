"""The ways of the connectors of a board, worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from app.purpose.board import Connector, Course, Note, NoteKind, Side
from app.purpose.box import Box, around
from app.purpose.route import LEAST_BOW, Point, Route, crosses, port, route, sides_of
from app.purpose.wall import Wall
from widgets.purpose.painting.space import Space

HEAD: Final = 9.0  # px of an arrowhead
UNDER_HEAD: Final = 7.0  # px that the line ends before the tip, so that the tip stays sharp
PITCH: Final = 22.0  # px between two tips on one side of a note
EDGE: Final = 10.0  # px around a way that its label, heads and bow may take
CELL: Final = 2048  # px: connectors are long
STEPS: Final = 16  # straight pieces that a curve is judged by when it is pointed at

BoxOf = Callable[[str], Box | None]


@dataclass(frozen=True, slots=True)
class Wire:
    """One connector, ready to be painted."""

    way: Route
    path: QPainterPath
    heads: tuple[QPolygonF, ...]
    bounds: Box

    @property
    def begin(self) -> QPointF:
        """Return where it begins."""
        return QPointF(*self.way.points[0])

    @property
    def tip(self) -> QPointF:
        """Return where it ends."""
        return QPointF(*self.way.points[-1])

    @property
    def middle(self) -> QPointF:
        """Return the point half way, where its label stands."""
        return QPointF(*_on_curve(self.way.points, 0.5)) if self.way.curved else _half_way(self.way.points)

    @property
    def trace(self) -> tuple[Point, ...]:
        """Return the corners of straight pieces that lie close to it, by which it is pointed at."""
        if not self.way.curved:
            return self.way.points
        return tuple(_on_curve(self.way.points, step / STEPS) for step in range(STEPS + 1))


class Wires:
    """Keeps the ways; those that a move makes different are worked out anew."""

    def __init__(self, wall: Wall, notes: Space) -> None:
        self.wall, self._notes = wall, notes
        self._space: Space | None = None
        self._kept: dict[str, Wire] = {}
        self._end_of: dict[str, str] = {}  # connector -> note at which its tip is

    def of(self, id: str) -> Wire | None:
        """Return the way of a connector, None when one of its ends is not there."""
        found = self._kept.get(id)
        if found is None:
            connector = self.wall.connectors.get(id)
            made = self.made(connector, self._notes.get) if connector else None
            if made is None:
                return None
            found = self._kept[id] = made
        return found

    @property
    def space(self) -> Space:
        """The connectors by boxes that surely hold their ways; put together when it is first asked for."""
        if self._space is None:
            every = self.wall.connectors.values()
            self._space = Space(CELL)
            self._space.fill((it.id, rough) for it in every if (rough := self._rough(it)))
        return self._space

    def forget(self, ids: Iterable[str]) -> None:
        """Work some ways out anew, and find them where they are now."""
        for key in ids:
            self._kept.pop(key, None)
            connector = self.wall.connectors.get(key)
            if connector:
                self._end_of[key] = connector.end
            else:
                self._end_of.pop(key, None)
            rough = self._rough(connector) if connector else None
            if self._space is not None and rough:
                self._space.put(key, rough)
            elif self._space is not None:
                self._space.drop(key)

    def forget_all(self) -> None:
        """Work all ways out anew."""
        self._kept.clear()
        self._end_of = {it.id: it.end for it in self.wall.connectors.values()}
        self._space = None

    def touched_by(self, notes: Iterable[str]) -> set[str]:
        """Return the connectors whose way depends on where notes are: theirs, and those that share a side with them."""
        found: set[str] = set()
        for note in notes:
            for key in self.wall.at(note):
                found.add(key)
                found |= self.wall.at(self.wall.connectors[key].end)
        return found

    def near(self, box: Box) -> set[str]:
        """Return the elbows that a note at a place may be in the way of."""
        connectors = self.wall.connectors
        there = (connectors.get(key) for key in self.space.within(box))
        return {it.id for it in there if it and it.course is Course.ELBOW}

    def beside(self, ids: Iterable[str]) -> set[str]:
        """Return connectors with those that share a side of a note with them, or did before they went."""
        found = set(ids)
        for key in list(found):
            connector = self.wall.connectors.get(key)
            for end in {self._end_of.get(key, ""), connector.end if connector else ""}:
                found |= self.wall.at(end)
        return found

    def made(self, connector: Connector, box_of: BoxOf, slide: float | None = None) -> Wire | None:
        """Return a connector ready to be painted when its notes are where `box_of` says."""
        found = self.way(connector, box_of, slide)
        return wire(found, connector) if found else None

    def way(self, connector: Connector, box_of: BoxOf, slide: float | None = None) -> Route | None:
        """Return the way of a connector when its notes are where `box_of` says; its tip slides along the side."""
        start, end = box_of(connector.start), box_of(connector.end)
        if start is None or end is None:
            return None
        if slide is None:
            side = sides_of(start, end, connector.start_side, connector.end_side)[1]
            slide = self._slide(connector, side, end, box_of)
        return self.way_between(connector, start, end, slide)

    def way_between(self, connector: Connector, start: Box, end: Box, slide: float) -> Route:
        """Return the way of a connector between two boxes; its tip slides along the side."""
        sides = sides_of(start, end, connector.start_side, connector.end_side)
        between = self._between(connector, start, end, sides) if connector.course is Course.ELBOW else ()
        return route(connector.course, start, end, sides, between, slide)

    def slide_of(self, connector: Connector) -> float:
        """Return how far the tip of a connector slides along its side where the notes lie now."""
        start, end = self._notes.get(connector.start), self._notes.get(connector.end)
        if start is None or end is None:
            return 0.0
        side = sides_of(start, end, connector.start_side, connector.end_side)[1]
        return self._slide(connector, side, end, self._notes.get)

    def bounds_of(self, ids: Iterable[str]) -> list[Box]:
        """Return the boxes around the ways of connectors that were worked out."""
        return [self._kept[key].bounds for key in ids if key in self._kept]

    def _between(self, connector: Connector, start: Box, end: Box, sides: tuple[Side, Side]) -> list[Box]:
        """Return the notes that lie straight between the ends."""
        begin, tip = port(start, sides[0]), port(end, sides[1])
        found = []
        for key in self._notes.within(around([Box(*begin, 0, 0), Box(*tip, 0, 0)])):
            note = self.wall.notes.get(key)
            box = self._notes.get(key)
            if note and box and _is_in_the_way(note, connector) and crosses(box, begin, tip):
                found.append(box)
        return found

    def _slide(self, connector: Connector, side: Side, end: Box, box_of: BoxOf) -> float:
        """Return how far from the middle of the side a tip lies that shares the side with others."""
        shared: list[tuple[float, str]] = []
        level = side in (Side.LEFT, Side.RIGHT)
        for key in self.wall.at(connector.end):
            other = self.wall.connectors[key]
            box = box_of(other.start) if other.end == connector.end else None
            if box and sides_of(box, end, other.start_side, other.end_side)[1] is side:
                shared.append((box.middle[1] if level else box.middle[0], key))
        if len(shared) < 2:
            return 0.0
        shared.sort()
        rank = [key for _, key in shared].index(connector.id)
        length = end.height if level else end.width
        pitch = min(PITCH, (length - 2 * HEAD) / len(shared))
        return (rank - (len(shared) - 1) / 2) * max(0.0, pitch)

    def _rough(self, connector: Connector) -> Box | None:
        """Return a box that surely holds the way of a connector."""
        start, end = self._notes.get(connector.start), self._notes.get(connector.end)
        if start is None or end is None:
            return None
        left, top = min(start.x, end.x), min(start.y, end.y)
        right, bottom = max(start.right, end.right), max(start.bottom, end.bottom)
        room = 200.0 if connector.course is Course.ELBOW else LEAST_BOW
        if connector.start_side or connector.end_side:  # it may bow away from the other end
            room = max(room, (right - left) / 2, (bottom - top) / 2)
        room += EDGE
        return Box(left - room, top - room, right - left + 2 * room, bottom - top + 2 * room)


def _is_in_the_way(note: Note, connector: Connector) -> bool:
    return note.kind is not NoteKind.FRAME and note.id not in (connector.start, connector.end)


def wire(way: Route, connector: Connector) -> Wire:
    """Return a way as it is painted."""
    points = [QPointF(*point) for point in way.points]
    path = QPainterPath()
    heads = []
    if connector.end_head:
        onward = _direction(way.points[-2], way.points[-1])
        heads.append(_head(way.points[-1], onward))
        points[-1] = QPointF(way.points[-1][0] - onward[0] * UNDER_HEAD, way.points[-1][1] - onward[1] * UNDER_HEAD)
    if connector.start_head:
        onward = _direction(way.points[1], way.points[0])
        heads.append(_head(way.points[0], onward))
        points[0] = QPointF(way.points[0][0] - onward[0] * UNDER_HEAD, way.points[0][1] - onward[1] * UNDER_HEAD)
    path.moveTo(points[0])
    if way.curved:
        path.cubicTo(*points[1:4])
    else:
        for point in points[1:]:
            path.lineTo(point)
    xs, ys = [x for x, _ in way.points], [y for _, y in way.points]
    left, top = min(xs) - EDGE, min(ys) - EDGE
    bounds = Box(left, top, max(xs) - left + EDGE, max(ys) - top + EDGE)
    return Wire(way, path, tuple(heads), bounds)


def enter(path: QPainterPath, way: Route) -> None:
    """Add a way to a path that may hold many."""
    path.moveTo(*way.points[0])
    if way.curved:
        (x, y), (x2, y2), (x3, y3) = way.points[1:]
        path.cubicTo(x, y, x2, y2, x3, y3)
    else:
        for point in way.points[1:]:
            path.lineTo(*point)


def distance(trace: tuple[Point, ...], x: float, y: float) -> float:
    """Return how far a point is from a way."""
    return min(_to_piece(begin, end, x, y) for begin, end in pairwise(trace))


def _to_piece(begin: Point, end: Point, x: float, y: float) -> float:
    across, down = end[0] - begin[0], end[1] - begin[1]
    length = across * across + down * down
    share = 0.0 if not length else max(0.0, min(1.0, ((x - begin[0]) * across + (y - begin[1]) * down) / length))
    return hypot(x - begin[0] - share * across, y - begin[1] - share * down)


def _on_curve(points: tuple[Point, ...], at: float) -> Point:
    rest = 1 - at
    a, b, c, d = rest**3, 3 * rest * rest * at, 3 * rest * at * at, at**3
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    return (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)


def _half_way(trace: tuple[Point, ...]) -> QPointF:
    pieces = [(begin, end, hypot(end[0] - begin[0], end[1] - begin[1])) for begin, end in pairwise(trace)]
    left = sum(length for *_, length in pieces) / 2
    for begin, end, length in pieces:
        if left <= length and length:
            share = left / length
            return QPointF(begin[0] + (end[0] - begin[0]) * share, begin[1] + (end[1] - begin[1]) * share)
        left -= length
    return QPointF(*trace[0])


def _direction(begin: Point, end: Point) -> tuple[float, float]:
    across, down = end[0] - begin[0], end[1] - begin[1]
    length = hypot(across, down) or 1.0
    return (across / length, down / length)


def _head(tip: Point, way: tuple[float, float]) -> QPolygonF:
    return _head_of(round(way[0], 3), round(way[1], 3)).translated(tip[0], tip[1])


@lru_cache(maxsize=512)
def _head_of(across: float, down: float) -> QPolygonF:
    """Return an arrowhead whose tip is at the origin; most connectors arrive at right angles."""
    x, y = -across * HEAD, -down * HEAD
    right, lower = -down * HEAD / 2, across * HEAD / 2
    return QPolygonF((QPointF(0, 0), QPointF(x + right, y + lower), QPointF(x - right, y - lower)))
