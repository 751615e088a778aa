"""Paints what runs between nodes: to children, from stage to stage with the conversion, across the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.funnel.conversion import Conversion, Going
from app.funnel.funnel_map import FunnelMap
from widgets.common.theme import theme
from widgets.common.words import locale, tr
from widgets.funnel.canvas.laid import Look, Node
from widgets.funnel.canvas.signs import paint_sign
from widgets.funnel.canvas.ways import LONG, Way, path_of, stretch

WIDTHS: Final = {Look.ROOT: 2.0, Look.STAGE: 1.75, Look.BRANCH: 1.25, Look.LEAF: 1.25}
OPACITY: Final = 0.85
PILL: Final = 24
ALIKE: Final = 50  # lines whose lengths differ by less than a fiftieth are alike near their beginning
GOING_ROLES: Final[Mapping[Going, str]] = {
    Going.REACHED: "success_text",
    Going.NEAR: "success_text",
    Going.BELOW: "warning_text",
    Going.UNKNOWN: "text_2",
}


@dataclass(frozen=True, slots=True)
class Fan:
    """The lines from one node to its children."""

    start: QPointF
    ends: tuple[tuple[QPointF, QRectF], ...]  # each with the part of the wall that its line crosses
    bounds: QRectF
    role: str
    width: float


def fans(nodes: Mapping[str, Node]) -> list[Fan]:
    """Return the lines to children, one bundle a parent."""
    of_parent: dict[str, list[Node]] = {}
    for node in nodes.values():
        if node.parent in nodes:
            of_parent.setdefault(node.parent, []).append(node)
    return [_fan(nodes[parent], children) for parent, children in of_parent.items()]


def _fan(parent: Node, children: Sequence[Node]) -> Fan:
    start = parent.right
    ends = tuple((end, _between(start, end)) for end in (child.left for child in children))
    bounds = QRectF(start, start)
    for _, part in ends:
        bounds = bounds.united(part)
    role = "border_strong" if parent.look is Look.ROOT else f"category.{parent.family}.solid"
    return Fan(start, ends, bounds, role, WIDTHS[parent.look])


def _between(start: QPointF, end: QPointF) -> QRectF:
    """Return the part of the wall between two places; a curve leaves it by no more than half its width."""
    return QRectF(start, end).normalized().adjusted(-2, -2, 2, 2)


def _way(start: QPointF, end: QPointF) -> Way:
    middle = (start.x() + end.x()) / 2
    return start, QPointF(middle, start.y()), QPointF(middle, end.y()), end


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """Return the way from a node to its child."""
    return path_of(_way(start, end))


def paint_fan(painter: QPainter, fan: Fan, area: QRectF) -> None:
    """Paint those lines to the children of one node that cross a part of the wall.

    Lines that lead far out of it lie on each other here: of those that end nearly as far one is painted for all.
    """
    painter.setOpacity(OPACITY)
    painter.setPen(QPen(theme().color(fan.role), fan.width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painted: set[tuple[bool, int]] = set()
    for end, part in fan.ends:
        if not part.intersects(area):
            continue
        if part.height() < LONG or area.top() <= end.y() <= area.bottom():
            painter.drawPath(curve(fan.start, end))
            continue
        far = (end.y() > fan.start.y(), round(ALIKE * log(part.height())))
        if far not in painted:
            painted.add(far)
            painter.drawPath(path_of(stretch(_way(fan.start, end), area)))
    painter.setOpacity(1.0)


def steps(funnel: FunnelMap, nodes: Mapping[str, Node]) -> Iterator[tuple[str, Node, Node]]:
    """Yield the stages that show with the one that follows: (id of the first, its node, that of the next)."""
    order = [key for key in funnel.stages if key in nodes]
    for one, other in pairwise(order):
        yield one, nodes[one], nodes[other]


def step_words(conversion: Conversion) -> tuple[str, str]:
    """Return the measured share and the goal, as they stand on the pill."""
    value = tr("funnel.percent", n=_percent(conversion.value)) if conversion.value is not None else ""
    if conversion.target is None:
        return value, "" if value else tr("funnel.goal.none")
    percent = tr("funnel.percent", n=_percent(conversion.target))
    return value, tr("funnel.goal.of", percent=percent) if value else tr("funnel.goal", percent=percent)


def step_rect(conversion: Conversion, above: Node, below: Node) -> QRectF:
    """Return where the pill with the conversion is: halfway from one stage to the next."""
    scale = theme().text_scale
    value, goal = step_words(conversion)
    metrics, light = QFontMetricsF(theme().font("caption", 600)), QFontMetricsF(theme().font("caption"))
    width = (18 + 12 + 5) * scale + metrics.horizontalAdvance(value) + light.horizontalAdvance(goal)
    width += 5 * scale if value and goal else 0
    middle = QPointF(above.rect.center().x(), (above.rect.bottom() + below.rect.top()) / 2)
    return QRectF(middle.x() - width / 2, middle.y() - PILL * scale / 2, width, PILL * scale)


def paint_step(painter: QPainter, conversion: Conversion, above: Node, below: Node, *, hovered: bool) -> None:
    """Paint the dashed line from stage to stage and the pill on it."""
    x, end = above.rect.center().x(), below.rect.top() - 1
    pen = QPen(theme().color("border_strong"), 1.5)
    pen.setDashPattern([2.0, 2.67])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, above.rect.bottom() + 1), QPointF(x, end - 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("text_muted"))
    painter.drawPolygon(QPolygonF([QPointF(x, end), QPointF(x - 4.5, end - 8), QPointF(x + 4.5, end - 8)]))
    rect, scale = step_rect(conversion, above, below), theme().text_scale
    value, goal = step_words(conversion)
    painter.setPen(QPen(theme().color("accent" if hovered else "border_strong"), 1))
    painter.setBrush(theme().color("raised"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
    tone = theme().color(GOING_ROLES[conversion.going])
    px = round(12 * scale)
    left = rect.left() + 9 * scale
    paint_sign(painter, "arrow-down", tone, QRectF(left, rect.center().y() - px / 2, px, px))
    left += px + 5 * scale
    for text, weight, role in ((value, 600, GOING_ROLES[conversion.going]), (goal, 400, "text_muted")):
        if text:
            font = theme().font("caption", weight)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(theme().color(role))
            painter.drawText(QPointF(left, rect.center().y() + (metrics.ascent() - metrics.descent()) / 2), text)
            left += metrics.horizontalAdvance(text) + 5 * scale


def _percent(share: float) -> str:
    return locale().toString(round(share * 100))
