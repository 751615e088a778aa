"""Paints the field of the matrix and the pills on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.calendar.ranking import LEVELS, MIDDLE, Quadrant
from widgets.common.matrix_places import DOT, MatrixPlaces, More, Pill
from widgets.common.painted_text import draw_text, elided, width_of
from widgets.common.shadow import paint_shadow
from widgets.common.theme import theme
from widgets.common.words import tr

RADIUS: Final = 8
ROUND: Final = 17  # of the dot
QUADRANT_TEXTS: Final = {
    Quadrant.QUICK_WIN: "calendar.matrix.quick_wins",
    Quadrant.BIG_BET: "calendar.matrix.big_bets",
    Quadrant.FILL_IN: "calendar.matrix.fill_ins",
    Quadrant.NOT_NOW: "calendar.matrix.not_now",
}


def pill_width(words: str) -> int:
    """Return how wide the pill of a title wants to be."""
    return round(width_of(words, theme().font_px(12, 500))) + 2 * DOT + 20


def paint_field(painter: QPainter, places: MatrixPlaces) -> None:
    """Paint the four quadrants with their names, and the axes."""
    field = QRectF(places.field)
    middle = places.point(MIDDLE, MIDDLE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("surface"))
    painter.drawRoundedRect(field, RADIUS, RADIUS)
    _corner(painter, QRectF(middle, field.topRight()).normalized(), field, "success_soft")
    _corner(painter, QRectF(field.bottomLeft(), middle).normalized(), field, "sunken")
    painter.setPen(QPen(theme().color("border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setPen(QPen(theme().color("border"), 2))
    painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
    painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
    _names(painter, places.field)
    _axes(painter, places)


def _corner(painter: QPainter, part: QRectF, field: QRectF, role: str) -> None:
    painter.save()
    painter.setClipRect(part)
    painter.setBrush(theme().color(role))
    painter.drawRoundedRect(field, RADIUS, RADIUS)
    painter.restore()


def _names(painter: QPainter, field: QRect) -> None:
    font = theme().font("micro", 600)
    inside = field.adjusted(12, 8, -12, -8)
    for quadrant, text in QUADRANT_TEXTS.items():
        words = tr(text).upper()
        right = quadrant in (Quadrant.QUICK_WIN, Quadrant.FILL_IN)
        top = quadrant in (Quadrant.QUICK_WIN, Quadrant.BIG_BET)
        x = inside.right() - width_of(words, font) if right else inside.left()
        line = QRect(inside.left(), inside.top() if top else inside.bottom() - 15, inside.width(), 16)
        draw_text(painter, x, line, words, font, "success_text" if quadrant is Quadrant.QUICK_WIN else "text_muted")


def _axes(painter: QPainter, places: MatrixPlaces) -> None:
    field, small = places.field, theme().font("caption")
    for level in range(LEVELS[0], LEVELS[1] + 1):
        at = places.point(level, level)
        words = str(level)
        draw_text(painter, field.left() - 14, QRect(0, round(at.y()) - 8, 20, 16), words, small, "text_muted")
        under = QRect(0, field.bottom() + 6, 20, 16)
        draw_text(painter, at.x() - width_of(words, small) / 2, under, words, small, "text_muted")
    font = theme().font("small", 500)
    words = tr("calendar.matrix.ease")
    draw_text(
        painter, field.center().x() - width_of(words, font) / 2, QRect(0, field.bottom() + 24, 20, 18), words, font,
        "text_2",
    )  # fmt: skip
    words = tr("calendar.matrix.impact")
    painter.save()
    painter.translate(field.left() - 34, field.center().y() + width_of(words, font) / 2)
    painter.rotate(-90)
    draw_text(painter, 0, QRect(0, -9, 20, 18), words, font, "text_2")
    painter.restore()


def paint_pill(
    painter: QPainter, pill: Pill, family: str, *, selected: bool, focused: bool, lifted: bool, hit: bool, ghost: bool
) -> None:
    """Paint one thing: a dot with its rank and its name; a ghost is where it was before it was taken up."""
    rect = QRectF(pill.rect)
    radius = rect.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lifted:
        paint_shadow(painter, rect, radius)
    edge = "accent" if selected or lifted else "border_strong"
    pen = QPen(theme().color(edge), 1.5 if selected and not ghost else 1)
    if ghost:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme().color("accent_soft" if hit else "surface" if ghost else "raised"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if focused:
        painter.setPen(QPen(theme().color("focus_ring"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("border_strong" if ghost else f"category.{family}.solid"))
    painter.drawEllipse(pill.dot, ROUND / 2, ROUND / 2)
    _rank(painter, pill, "text" if ghost else f"category.{family}.on_solid")
    font = theme().font_px(12, 500)
    room = pill.rect.width() - 2 * DOT - 18
    words = elided(pill.thing.title, font, room)
    x: float = pill.rect.left() + 11 if pill.flipped else pill.rect.left() + 2 * DOT + 3
    x += max(0.0, room + 3 - width_of(words, font)) if pill.flipped else 0
    draw_text(painter, x, pill.rect, words, font, "text_disabled" if ghost else "text")


def _rank(painter: QPainter, pill: Pill, role: str) -> None:
    font = theme().font_px(10, 600)
    words = str(pill.rank or "")
    draw_text(painter, pill.dot.x() - width_of(words, font) / 2, pill.rect, words, font, role)


def paint_more(painter: QPainter, more: More) -> None:
    """Paint how many things more have a score than there is room for."""
    painter.setPen(QPen(theme().color("border_strong"), 1))
    painter.setBrush(theme().color("surface"))
    painter.drawRoundedRect(QRectF(more.rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    font, words = theme().font_px(10, 600), f"+{len(more.things)}"
    x = more.rect.center().x() + 0.5 - width_of(words, font) / 2
    draw_text(painter, x, more.rect, words, font, "text_2")


def paint_tip(painter: QPainter, at: QRect, room: QRect, words: str) -> None:
    """Paint below a pill what it would be where it is held."""
    font = theme().font_px(12, 500)
    tip = QRect(at.left() + 6, at.bottom() + 10, round(width_of(words, font)) + 18, 27)
    if tip.bottom() > room.bottom() - 4:
        tip.moveBottom(at.top() - 10)
    tip.moveLeft(max(4, min(tip.left(), room.right() - tip.width() - 4)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("tooltip"))
    painter.drawRoundedRect(tip, 6, 6)
    draw_text(painter, tip.left() + 9, tip, words, font, "on_tooltip")
