"""Small pieces that lists and cards paint: tile, icon, line of text, card, ring of the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from widgets.common.icons import pixmap
from widgets.common.theme import theme

BOX: Final = 16  # side of a box that is ticked
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LETTERS_MOST: Final = 1_000  # of one line: more would never be seen, and take seconds to measure
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_tile(painter: QPainter, rect: QRect, family: str, icon: str, size: int) -> None:
    """Paint the tinted square that shows a kind: its colour is the family, its icon the kind."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().family(family, "tint"))
    painter.drawRoundedRect(rect, 5, 5)
    paint_icon(painter, rect, icon, f"category.{family}.solid", size)


def paint_icon(painter: QPainter, rect: QRect, icon: str, role: str, size: int) -> None:
    """Paint a line icon in the middle of a rectangle."""
    picture = pixmap(icon, theme().color(role), size, painter.device().devicePixelRatioF())
    place = QRectF(rect).center() - QPointF(size / 2, size / 2)
    painter.drawPixmap(place.toPoint(), picture)


def paint_text(
    painter: QPainter, rect: QRect, text: str, font: QFont, role: str, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Paint one line, shortened at its end when there is no room."""
    painter.setFont(font)
    painter.setPen(theme().color(role))
    shown = QFontMetrics(font).elidedText(text[:LETTERS_MOST], Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)


def paint_card(painter: QPainter, rect: QRect, *, selected: bool, hovered: bool, radius: int = 6) -> None:
    """Paint the card of a row."""
    fill = "selection" if selected else "hover" if hovered else "raised"
    painter.setPen(QPen(theme().color("border_strong" if hovered and not selected else "border"), 1))
    painter.setBrush(theme().color(fill))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_focus(painter: QPainter, rect: QRect, radius: int = 6) -> None:
    """Paint the ring of keyboard focus inside the edge of a row."""
    painter.setPen(QPen(theme().color("focus_ring"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)


def paint_box(painter: QPainter, box: QRect, *, done: bool) -> None:
    """Paint the box that finishes a task."""
    painter.setPen(QPen(theme().color("accent" if done else "border_strong"), 1.5))
    painter.setBrush(theme().color("accent" if done else "raised"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    if done:
        paint_icon(painter, box, "check", "on_accent", 12)
