"""What is said of a node beside what it shows: for tooltips and screen readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.funnel.funnel_map import FunnelMap
from widgets.common.words import tr
from widgets.funnel.canvas.laid import ROOT, Node
from widgets.funnel.canvas.writing import Writing

TOLD_MOST: Final = 1_000  # letters of a tooltip


def hidden_of(funnel: FunnelMap, writing: Writing, node: Node | None) -> str:
    """Return what a node does not show: the rest of its text, and its notes."""
    if node is None or node.id == ROOT:
        return ""
    branch = funnel.branch(node.id)
    cut = writing.elided(node.id, node.look)
    more = branch.notes if branch else writing.below(node.id) if cut else ""
    return "\n".join(part for part in (writing.text(node.id) if cut else "", more) if part)[:TOLD_MOST]


def spoken(nodes: Mapping[str, Node], writing: Writing, id: str) -> str:
    """Return what a screen reader says of the node with the keyboard; the outline says all of it."""
    node = nodes.get(id)
    if node is None:
        return ""
    above = nodes.get(node.parent)
    parts = [writing.text(id), tr("funnel.hidden", n=node.hidden) if node.hidden else ""]
    parts.append(tr("funnel.under", parent=writing.text(above.id)) if above else "")
    return ", ".join(part for part in parts if part)[:TOLD_MOST]
