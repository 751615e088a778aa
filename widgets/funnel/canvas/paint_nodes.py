"""Paints nodes and what is on them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.funnel.canvas.laid import PILL_GAP, ROOT, Look, Node, pill_width
from widgets.funnel.canvas.signs import paint_sign
from widgets.funnel.canvas.writing import ICON, LINE, MARK, SIDE, SMALL, Writing, font_of

RADIUS: Final = {Look.ROOT: 10, Look.STAGE: 8, Look.BRANCH: 6, Look.LEAF: 6}
READABLE: Final = 0.35  # of the zoom: below it texts are no more than grey
PILL: Final = 20
HANDLE: Final = 16


@dataclass(frozen=True, slots=True)
class State:
    """What is going on with the nodes while they are painted."""

    selected: Set[str] = frozenset()
    current: str = ""  # has the keyboard
    ring: bool = False  # and was reached by it
    hovered: str = ""
    found: Set[str] = frozenset()
    taken: Set[str] = frozenset()  # is being dragged
    typed: str = ""  # is being typed in


def paint_node(painter: QPainter, node: Node, writing: Writing, state: State, zoom: float) -> None:
    """Paint one node; far away only its shape."""
    if node.id in state.taken:
        _paint_origin(painter, node)
        return
    far = zoom < READABLE
    _paint_shape(painter, node, hovered=state.hovered == node.id, found=node.id in state.found, far=far)
    if zoom >= READABLE and node.id != state.typed:
        _paint_words(painter, node, writing)
    if node.hidden:
        painter.setPen(QPen(theme().family(node.family), 1.25))
        painter.drawLine(node.right, node.right + QPointF(PILL_GAP, 0))
    if zoom >= READABLE and node.hidden:
        paint_pill(
            painter, pill_rect(node), "plus", tr("funnel.hidden", n=node.hidden), f"category.{node.family}.solid"
        )
    if state.hovered == node.id and node.spread and node.id != ROOT and not far:
        _paint_handle(painter, node)
    if node.id in state.selected:
        _paint_outline(painter, node, "accent", 2.0, 1.0)
    if state.ring and node.id == state.current:
        _paint_outline(painter, node, "focus_ring", 2.0, 4.0 if node.id in state.selected else 3.0)


def node_picture(node: Node, writing: Writing, ratio: float) -> QPixmap:
    """Return one node as a picture for a screen of a device pixel ratio."""
    picture = QPixmap((node.rect.size() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-node.rect.topLeft())
    paint_node(painter, node, writing, State(hovered=node.id), 1.0)
    painter.end()
    return picture


def handle_rect(node: Node) -> QRectF:
    """Return where the handle is that folds a node, while the mouse is on it."""
    side = HANDLE * theme().text_scale
    return QRectF(node.rect.right() + 2, node.rect.center().y() - side / 2, side, side)


def _paint_handle(painter: QPainter, node: Node) -> None:
    rect = handle_rect(node)
    painter.setPen(QPen(theme().color("border_strong"), 1))
    painter.setBrush(theme().color("raised"))
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    paint_sign(painter, "minus", theme().color("text_2"), rect.adjusted(3, 3, -3, -3))


def pill_rect(node: Node) -> QRectF:
    """Return where the pill with the number of hidden branches is."""
    scale = theme().text_scale
    height = PILL * scale
    right = node.right
    return QRectF(right.x() + PILL_GAP, right.y() - height / 2, pill_width(node.hidden), height)


def paint_pill(painter: QPainter, rect: QRectF, icon: str, words: str, edge: str) -> None:
    """Paint a round label with an icon before its words."""
    scale = theme().text_scale
    painter.setPen(QPen(theme().color(edge), 1))
    painter.setBrush(theme().color("raised"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
    _icon(painter, icon, theme().color("text"), 10, QPointF(rect.left() + 8 * scale, rect.center().y()))
    _words(painter, words, _pill_font(), theme().color("text"), rect.left() + 22 * scale, rect.center().y())


def _pill_font() -> QFont:
    return theme().font("caption", 600)


def _paint_shape(painter: QPainter, node: Node, *, hovered: bool, found: bool, far: bool) -> None:
    radius, tones = RADIUS[node.look], theme()
    rect = node.rect.adjusted(0.5, 0.5, -0.5, -0.5)
    match node.look:
        case Look.ROOT:
            edge, fill = tones.color("accent"), tones.color("accent_hover" if hovered else "accent")
        case Look.STAGE:
            edge, fill = tones.color("border_strong"), tones.color("raised")
        case Look.BRANCH:
            edge = tones.family(node.family, "tint_border")
            fill = tones.family(node.family, "tint_hover" if hovered else "tint")
        case Look.LEAF:
            edge = tones.color("border_strong" if hovered else "border")
            fill = tones.color("raised" if hovered else "surface")
    if far and node.look in (Look.BRANCH, Look.LEAF):
        fill = edge = tones.family(node.family, "tint_border")
    if found:
        fill = tones.color("accent_soft")
    painter.setPen(QPen(edge, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, radius, radius)
    if node.look is Look.STAGE:
        _paint_stage_edge(painter, node)


def _paint_stage_edge(painter: QPainter, node: Node) -> None:
    rect, radius = node.rect, RADIUS[Look.STAGE]
    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    strip = QPainterPath()
    strip.addRect(QRectF(rect.left(), rect.top(), 4, rect.height()))
    painter.fillPath(outline.intersected(strip), theme().family(node.family))


def _paint_words(painter: QPainter, node: Node, writing: Writing) -> None:
    scale, look = theme().text_scale, node.look
    left = node.rect.left() + SIDE[look] * scale
    line = LINE[look] * scale
    if look in (Look.ROOT, Look.STAGE):
        _paint_two_sizes(painter, node, writing, left, line)
        return
    face = writing.face(node.id)
    top = node.rect.center().y() - line * (len(node.lines) - 1) / 2
    if face.icon:
        tone = theme().color("text" if look is Look.BRANCH and face.role == "text_muted" else face.role)
        _icon(painter, face.icon, tone, ICON[look], QPointF(left, top))
        left += (ICON[look] + 6) * scale
    role = "text_muted" if face.done else "text" if look is Look.BRANCH else "text_2"
    for row, text in enumerate(node.lines):
        _words(painter, text, font_of(look), theme().color(role), left, top + row * line)
    _paint_marks(painter, node, writing, top)


def _paint_two_sizes(painter: QPainter, node: Node, writing: Writing, left: float, line: float) -> None:
    scale = theme().text_scale
    small, below = theme().font("caption"), writing.below_lines(node.id, node.look)
    height = line * len(node.lines) + SMALL * scale * len(below)
    top = node.rect.center().y() - height / 2 + line / 2
    root = node.look is Look.ROOT
    for row, text in enumerate(node.lines):
        _words(
            painter, text, font_of(node.look), theme().color("on_accent" if root else "text"), left, top + row * line
        )
    middle = top + len(node.lines) * line - line / 2 + SMALL * scale / 2
    for row, text in enumerate(below):
        tone = theme().color("on_accent" if root else "text_muted")
        _words(painter, text, small, tone, left, middle + row * SMALL * scale)


def _paint_marks(painter: QPainter, node: Node, writing: Writing, middle: float) -> None:
    scale, font = theme().text_scale, theme().font("micro")
    right = node.rect.right() - SIDE[node.look] * scale
    for icon, text in reversed(writing.face(node.id).marks):
        if text:
            right -= QFontMetricsF(font).horizontalAdvance(text)
            _words(painter, text, font, theme().color("text_muted"), right, middle)
            right -= 3 * scale
        right -= MARK * scale
        _icon(painter, icon, theme().color("text_muted"), MARK, QPointF(right, middle))
        right -= 5 * scale


def _paint_outline(painter: QPainter, node: Node, role: str, width: float, out: float) -> None:
    painter.setPen(QPen(theme().color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = RADIUS[node.look] + out
    painter.drawRoundedRect(node.rect.adjusted(-out, -out, out, out), radius, radius)


def _paint_origin(painter: QPainter, node: Node) -> None:
    painter.setPen(QPen(theme().color("border_strong"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = RADIUS[node.look]
    painter.drawRoundedRect(node.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    line = LINE[node.look] * theme().text_scale
    top = node.rect.center().y() - line * (len(node.lines) - 1) / 2
    for row, text in enumerate(node.lines):
        left = node.rect.left() + SIDE[node.look] * theme().text_scale
        _words(painter, text, font_of(node.look), theme().color("text_disabled"), left, top + row * line)


def _icon(painter: QPainter, name: str, tone: QColor, size: int, left_middle: QPointF) -> None:
    px = round(size * theme().text_scale)
    paint_sign(painter, name, tone, QRectF(left_middle.x(), left_middle.y() - px / 2, px, px))


def _words(painter: QPainter, text: str, font: QFont, tone: QColor, left: float, middle: float) -> None:
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(tone)
    painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), text)
