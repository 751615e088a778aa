"""Where everything of the map lies: nodes, the lines between them, the pills on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from math import floor
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from app.funnel.funnel_map import FunnelMap
from app.funnel.tidy import Box, tidy
from widgets.common.theme import theme
from widgets.common.words import tr

ROOT: Final = "root"


class Look(Enum):
    """How a node is drawn; the value is its width and least height, the way to its children, and air around it."""

    ROOT = (142, 64, 26, 0)
    STAGE = (142, 54, 38, 40)  # the air holds the pill with the conversion
    BRANCH = (160, 26, 40, -1)
    LEAF = (222, 22, 40, 3)

    @property
    def size(self) -> tuple[int, int]:
        """Return width and least height."""
        return self.value[0], self.value[1]


HALF: Final = 0.500_001  # halves of px go the same way, or rows that lie alike would stand unevenly
PILL_GAP: Final = 6  # px from a folded node to the pill with the number of what is hidden
GAPS: Final = {Look.ROOT: 13.0, Look.STAGE: 4.0, Look.BRANCH: 0.0, Look.LEAF: 0.0}


@dataclass(frozen=True, slots=True)
class Draft:
    """A branch that is being typed and is not there yet."""

    id: str
    onto: str
    row: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the map is to be seen, apart from what it holds."""

    focus: str = ""  # only this stage or branch and what hangs on it
    draft: Draft | None = None
    opened: Set[str] = frozenset()  # folded, but shown open while it is searched


@dataclass(frozen=True, slots=True)
class Node:
    """One node and its place on the wall."""

    id: str
    look: Look
    rect: QRectF
    lines: tuple[str, ...]
    parent: str = ""
    family: str = "ops"
    hidden: int = 0  # branches that do not show because this one is folded
    spread: bool = False  # something hangs on it that shows

    @property
    def right(self) -> QPointF:
        """Return where the lines to its children begin."""
        return QPointF(self.rect.right(), self.rect.center().y())

    @property
    def left(self) -> QPointF:
        """Return where the line from its parent ends."""
        return QPointF(self.rect.left(), self.rect.center().y())


@dataclass(slots=True)
class _Sketch:
    """What is known of a node before its place is."""

    id: str
    look: Look
    room: tuple[float, ...]  # as its look has it, and the gap between its children
    parent: int
    lines: tuple[str, ...]
    height: float
    hidden: int = 0
    family: str = ""
    children: list[int] = field(default_factory=list)


Write = Callable[[str, Look], tuple[tuple[str, ...], float]]  # id, look -> lines of text, height


def lay_out(funnel: FunnelMap, shown: Shown, write: Write, hold: tuple[str, QPointF] | None = None) -> dict[str, Node]:
    """Return every node that shows, in the order of the map, parents first.

    `hold` names a node and where its corner at the top shall be; without it the first one begins at the origin.
    """
    sketches = _sketch(funnel, shown, write)
    boxes = [_box(sketch, *sketch.room) for sketch in sketches]
    places = tidy(boxes)
    start = _start(sketches, places, hold)
    x, y = start.x(), start.y()
    nodes: dict[str, Node] = {}
    for sketch, (left, middle) in zip(sketches, places, strict=True):
        height, up = sketch.height, sketches[sketch.parent] if sketch.parent >= 0 else None
        rect = QRectF(left + x, floor(middle - height / 2 + y + HALF), sketch.room[0], height)
        if up and up.family and up.id != funnel.map:  # each first branch of a map has its own
            sketch.family = up.family  # all that hangs on a stage wears its colour
        elif sketch.id != ROOT:
            sketch.family = _family(funnel, shown, sketch.id)
        nodes[sketch.id] = Node(
            sketch.id, sketch.look, rect, sketch.lines, up.id if up else "", sketch.family, sketch.hidden,
            bool(sketch.children),
        )  # fmt: skip
    return nodes


def _box(sketch: _Sketch, width: float, _: float, way: float, air: float, gap: float) -> Box:
    if sketch.hidden:
        way = max(way, pill_width(sketch.hidden) + PILL_GAP * 2)
    return Box(width + way, sketch.height + air, tuple(sketch.children), gap)


def _start(
    sketches: Sequence[_Sketch], places: Sequence[tuple[float, float]], hold: tuple[str, QPointF] | None
) -> QPointF:
    """Return where the first node is, so that the one which is held stays where it was."""
    if hold:
        for sketch, (left, middle) in zip(sketches, places, strict=True):
            if sketch.id == hold[0]:
                return QPointF(hold[1].x() - left, hold[1].y() - (middle - sketch.height / 2))
    return QPointF(0, 0)


def children_shown(funnel: FunnelMap, shown: Shown, id: str) -> list[str]:
    """Return what is drawn right of a node; to look at only."""
    if id == ROOT:
        return list(funnel.stages)
    children, draft = funnel.forest.children(id), shown.draft
    if draft is not None and draft.onto == id and funnel.branch(draft.id) is None:
        return [*children[: draft.row], draft.id, *children[draft.row :]]
    if children and id != shown.focus and id not in shown.opened and funnel.folded(id):
        return []
    return children


def _family(funnel: FunnelMap, shown: Shown, id: str) -> str:
    draft = shown.draft
    return funnel.colour(draft.onto if draft and draft.id == id and funnel.branch(id) is None else id)


def _sketch(funnel: FunnelMap, shown: Shown, write: Write) -> list[_Sketch]:
    """Return the nodes in such an order that parents come before children."""
    first = shown.focus if shown.focus in funnel.stages or funnel.branch(shown.focus) else ROOT
    scale = theme().text_scale
    rooms = {look: tuple(part * scale for part in (*look.value, GAPS[look])) for look in Look}
    sketches: list[_Sketch] = []
    waiting = [(first, -1, _look(funnel, first))]
    while waiting:
        key, parent, look = waiting.pop()
        lines, height = write(key, look)
        children, at = children_shown(funnel, shown, key), len(sketches)
        hidden = 0 if children or key == ROOT else _hidden(funnel, key)
        if parent >= 0:
            sketches[parent].children.append(at)
        sketches.append(_Sketch(key, look, rooms[look], parent, lines, height, hidden))
        if children:
            below = BELOW[look]
            waiting.extend((child, at, below) for child in reversed(children))
    return sketches


BELOW: Final[Mapping[Look, Look]] = {
    Look.ROOT: Look.STAGE,
    Look.STAGE: Look.BRANCH,
    Look.BRANCH: Look.LEAF,
    Look.LEAF: Look.LEAF,
}


def _look(funnel: FunnelMap, id: str) -> Look:
    if id == ROOT:
        return Look.ROOT
    if id in funnel.stages:
        return Look.STAGE
    return Look.LEAF if funnel.forest.place(id).parent else Look.BRANCH


def _hidden(funnel: FunnelMap, id: str) -> int:
    return funnel.hidden(id) if funnel.folded(id) else 0


def pill_width(hidden: int) -> float:
    """Return how wide the pill of a folded node is."""
    words = QFontMetricsF(theme().font("caption", 600)).horizontalAdvance(tr("funnel.hidden", n=hidden))
    return words + 30 * theme().text_scale


def bounds_of(nodes: Mapping[str, Node]) -> QRectF:
    """Return the part of the wall that nodes cover."""
    found = QRectF()
    for node in nodes.values():
        found = found.united(node.rect)
    return found
