"""Where what is dragged would land."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from app.funnel.funnel_map import FunnelMap
from app.message import Message, say
from widgets.funnel.canvas.laid import ROOT, Look, Node

REACH: Final = 60  # px from a node at which it still counts
EDGE: Final = 0.32  # of the height of a branch: above and below it is "beside", between it is "onto"
SLOT: Final = 22
TOLD_MOST: Final = 60  # letters of a text in the words beside the mouse


@dataclass(frozen=True, slots=True)
class Drop:
    """Lands on something, before the sibling at `row`; or a reason why it cannot."""

    onto: str = ""
    row: int = 0
    line: tuple[QPointF, QPointF] | None = None  # between two siblings
    slot: QRectF | None = None
    start: QPointF | None = None  # where the line from the parent begins
    words: Message | None = None
    allowed: bool = True
    opens: str = ""  # a folded node that opens when the mouse rests on it


def drop_at(
    funnel: FunnelMap, nodes: Mapping[str, Node], taken: Sequence[str], place: QPointF, size: QRectF
) -> Drop | None:
    """Return where branches, or stages, land at a place of the wall; None far from everything."""
    stages = [key for key in taken if key in funnel.stages]
    if stages:
        return _drop_stage(funnel, nodes, place)
    forbidden = set(funnel.forest.below(*taken))
    target = _node_at(nodes, place) or _nearest(nodes, forbidden, place)
    if target is None:
        return None
    if target.id == ROOT:
        return Drop(words=say("funnel.drop.root"), allowed=False)
    if target.id in forbidden and target.id not in taken:
        return Drop(words=say("funnel.error.onto_itself"), allowed=False)
    if target.id in taken:
        return None
    part = (place.y() - target.rect.top()) / target.rect.height()
    if target.look is Look.STAGE or (EDGE <= part <= 1 - EDGE) or place.x() > target.rect.right():
        return _onto(funnel, nodes, target, forbidden)
    return _beside(funnel, nodes, target, after=part > 0.5, size=size)


def _onto(funnel: FunnelMap, nodes: Mapping[str, Node], target: Node, forbidden: Set[str]) -> Drop:
    children = funnel.forest.children(target.id)
    shown = [nodes[key] for key in children if key in nodes and key not in forbidden]
    if shown:
        left, top = shown[-1].rect.left(), shown[-1].rect.bottom() + 3
    else:
        left, top = target.rect.right() + 40, target.rect.center().y() - SLOT / 2
    slot = QRectF(left, top, 222 if target.look is not Look.STAGE else 160, SLOT)
    words = say("funnel.drop.onto", path=_path(funnel, target.id))
    opens = target.id if target.hidden else ""
    return Drop(target.id, len(children), None, slot, target.right, words, opens=opens)


def _beside(funnel: FunnelMap, nodes: Mapping[str, Node], target: Node, *, after: bool, size: QRectF) -> Drop:
    parent = funnel.up(target.id)
    row = funnel.forest.row(target.id) + (1 if after else 0)
    y = target.rect.bottom() + 1.5 if after else target.rect.top() - 1.5
    line = (QPointF(target.rect.left() - 6, y), QPointF(target.rect.right(), y))
    slot = QRectF(target.rect.left(), y + 2.5, target.rect.width(), min(size.height(), target.rect.height()))
    words = say("funnel.drop.beside", path=_path(funnel, parent), place=row + 1)
    start = nodes[parent].right if parent in nodes else None
    return Drop(parent, row, line, slot, start, words)


def _drop_stage(funnel: FunnelMap, nodes: Mapping[str, Node], place: QPointF) -> Drop | None:
    order = [nodes[key] for key in funnel.stages if key in nodes]
    row = sum(1 for node in order if place.y() > node.rect.center().y())
    near = order[min(row, len(order) - 1)]
    if abs(place.x() - near.rect.center().x()) > near.rect.width() * 2:
        return None
    y = near.rect.top() - 10 if row < len(order) else near.rect.bottom() + 10
    line = (QPointF(near.rect.left() - 6, y), QPointF(near.rect.right(), y))
    return Drop(ROOT, row, line, words=say("funnel.drop.stage", place=row + 1))


def _node_at(nodes: Mapping[str, Node], place: QPointF) -> Node | None:
    return next((node for node in nodes.values() if node.rect.adjusted(0, -1.5, 0, 1.5).contains(place)), None)


def _nearest(nodes: Mapping[str, Node], forbidden: Set[str], place: QPointF) -> Node | None:
    """Return the branch beside whose column the place is, or the one that it is right of."""
    best, least = None, float(REACH)
    for node in nodes.values():
        if node.id in forbidden or node.id == ROOT:
            continue
        across = max(node.rect.left() - place.x(), 0.0, place.x() - node.rect.right())
        along = max(node.rect.top() - place.y(), 0.0, place.y() - node.rect.bottom())
        away = across + along
        if away < least:
            best, least = node, away
    return best


def _path(funnel: FunnelMap, id: str) -> str:
    """Return the way to a branch in words: its stage, and the branch itself."""
    branch = funnel.branch(id)
    if branch is None:
        return funnel.text(id)[:TOLD_MOST]
    return f"{funnel.text(branch.stage)[:TOLD_MOST]} › {branch.text[:TOLD_MOST]}"
