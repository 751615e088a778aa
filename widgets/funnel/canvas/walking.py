"""Where the arrows lead to from a node."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from widgets.funnel.canvas.laid import Node


def step_from(nodes: Mapping[str, Node], id: str, key: int) -> str:
    """Return the node that an arrow, Home, End or Page key leads to; the same when there is none."""
    if id not in nodes:
        return next(iter(nodes), "")
    match key:
        case Qt.Key.Key_Left:
            return nodes[id].parent or id
        case Qt.Key.Key_Right:
            return _nearest_child(nodes, id)
        case Qt.Key.Key_Up | Qt.Key.Key_Down:
            return _beside(nodes, id, 1 if key == Qt.Key.Key_Down else -1)
        case Qt.Key.Key_Home:
            return next(iter(nodes))
        case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
            return _end_of_siblings(nodes, id, last=key == Qt.Key.Key_PageDown)
    return id


def between(nodes: Mapping[str, Node], start: str, end: str) -> list[str]:
    """Return the nodes of one level from one to another, both included; only the other when it is of another level."""
    level = _level(nodes, end)
    if start not in level or end not in level:
        return [end] if end in nodes else []
    first, last = sorted((level.index(start), level.index(end)))
    return level[first : last + 1]


def _nearest_child(nodes: Mapping[str, Node], id: str) -> str:
    """Return the child beside the middle of a node; the upper one of two, whatever whole pixels make of them."""
    middle = nodes[id].rect.center().y()
    away = {node.id: abs(node.rect.center().y() - middle) for node in nodes.values() if node.parent == id}
    least = min(away.values(), default=0.0)
    return next((key for key, far in away.items() if far <= least + 2), id)


def _beside(nodes: Mapping[str, Node], id: str, by: int) -> str:
    """Return the next node of the same level, whatever it hangs on."""
    level = _level(nodes, id)
    at = level.index(id) + by
    return level[at] if 0 <= at < len(level) else id


def _end_of_siblings(nodes: Mapping[str, Node], id: str, *, last: bool) -> str:
    siblings = [node.id for node in nodes.values() if node.parent == nodes[id].parent]
    return siblings[-1 if last else 0]


def _level(nodes: Mapping[str, Node], id: str) -> list[str]:
    depths: dict[str, int] = {}
    for node in nodes.values():  # parents come first
        depths[node.id] = depths.get(node.parent, -1) + 1
    depth = depths.get(id)
    return [key for key, of in depths.items() if of == depth]
