"""What is at a place of the wall."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from app.funnel.funnel_map import FunnelMap
from widgets.funnel.canvas.laid import ROOT, Node
from widgets.funnel.canvas.paint_lines import step_rect, steps
from widgets.funnel.canvas.paint_nodes import handle_rect, pill_rect


def node_at(nodes: Mapping[str, Node], place: QPointF) -> Node | None:
    """Return the node at a place."""
    return next((node for node in nodes.values() if node.rect.contains(place)), None)


def pill_at(nodes: Mapping[str, Node], place: QPointF) -> Node | None:
    """Return the folded node whose pill is at a place."""
    return next((node for node in nodes.values() if node.hidden and pill_rect(node).contains(place)), None)


def handle_at(nodes: Mapping[str, Node], hovered: str, place: QPointF) -> Node | None:
    """Return the node under the mouse when the place is on the handle that folds it."""
    node = nodes.get(hovered)
    if node is None or not node.spread or node.id == ROOT:
        return None
    return node if handle_rect(node).contains(place) else None


def step_at(funnel: FunnelMap, nodes: Mapping[str, Node], place: QPointF) -> str:
    """Return the stage whose conversion is at a place, "" for none."""
    for stage, above, below in steps(funnel, nodes):
        if step_rect(funnel.conversions[stage], above, below).contains(place):
            return stage
    return ""
