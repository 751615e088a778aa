"""Where everything of the map lies: nodes, the lines between them, the pills on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
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
    parent: int
    lines: tuple[str, ...]
    height: float
    hidden: int = 0
    children: list[int] = field(default_factory=list)


Write = Callable[[str, Look], tuple[tuple[str, ...], float]]  # id, look -> lines of text, height


def lay_out(funnel: FunnelMap, shown: Shown, write: Write, hold: tuple[str, QPointF] | None = None) -> dict[str, Node]:
    """Return every node that shows, in the order of the map, parents first.

    `hold` names a node and where its corner at the top shall be; without it the first one begins at the origin.
    """
    sketches = _sketch(funnel, shown, write)
    scale = theme().text_scale
    boxes = []
    for sketch in sketches:
        width, _, way, air = (part * scale for part in sketch.look.value)
        height = sketch.height + air
        if sketch.hidden:
            way = max(way, pill_width(sketch.hidden) + PILL_GAP * 2)
        boxes.append(Box(width + way, height, tuple(sketch.children), GAPS[sketch.look] * scale))
    nodes: dict[str, Node] = {}
    places = tidy(boxes)
    start = _start(sketches, places, hold)
    for sketch, (left, middle) in zip(sketches, places, strict=True):
        width = sketch.look.size[0] * scale
        rect = QRectF(left + start.x(), round(middle - sketch.height / 2 + start.y()), width, sketch.height)
        parent = sketches[sketch.parent].id if sketch.parent >= 0 else ""
        family = "" if sketch.id == ROOT else _family(funnel, shown, sketch.id)
        nodes[sketch.id] = Node(
            sketch.id, sketch.look, rect, sketch.lines, parent, family, sketch.hidden, bool(sketch.children)
        )
    return nodes


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
    """Return what is drawn right of a node."""
    if id == ROOT:
        return list(funnel.stages)
    draft = shown.draft
    drafted = draft is not None and draft.onto == id and funnel.branch(draft.id) is None
    if not drafted and id != shown.focus and id not in shown.opened and funnel.folded(id):
        return []
    children = list(funnel.forest.children(id))
    if draft is not None and drafted:
        children.insert(draft.row, draft.id)
    return children


def _family(funnel: FunnelMap, shown: Shown, id: str) -> str:
    draft = shown.draft
    return funnel.colour(draft.onto if draft and draft.id == id and funnel.branch(id) is None else id)


def _sketch(funnel: FunnelMap, shown: Shown, write: Write) -> list[_Sketch]:
    """Return the nodes in such an order that parents come before children."""
    first = shown.focus if shown.focus in funnel.stages or funnel.branch(shown.focus) else ROOT
    sketches: list[_Sketch] = []
    waiting = [(first, -1, _look(funnel, first))]
    while waiting:
        key, parent, look = waiting.pop()
        lines, height = write(key, look)
        children = children_shown(funnel, shown, key)
        hidden = 0 if children or key == ROOT else _hidden(funnel, key)
        if parent >= 0:
            sketches[parent].children.append(len(sketches))
        at = len(sketches)
        sketches.append(_Sketch(key, look, parent, lines, height, hidden))
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
