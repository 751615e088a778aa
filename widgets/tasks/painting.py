"""Pieces that cards and rows of tasks paint: box, chip of origin, steps, flag."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.tasks.due import Due
from app.tasks.task import Priority
from widgets.common.painted_text import width_of
from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme
from widgets.tasks.face import Chip, Face, priority_words

CHIP: Final = 20
BAR: Final = 34


def chip_width(chip: Chip) -> int:
    """Return how wide the chip of an origin would like to be."""
    return 7 + 12 + 5 + round(width_of(chip.text, theme().font_px(11))) + 1 + 7


def paint_chip(painter: QPainter, place: QRect, chip: Chip, *, ground: str = "sunken", muted: bool = False) -> None:
    """Paint where a task comes from."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(ground))
    painter.drawRoundedRect(place, 5, 5)
    paint_icon(painter, QRect(place.left() + 7, place.top(), 12, place.height()), chip.icon, chip.role, 12)
    role = "text_muted" if muted or not chip.origin.title else "text_2"
    paint_text(painter, place.adjusted(24, 0, -6, 0), chip.text, theme().font_px(11), role)


def paint_steps(painter: QPainter, x: int, rect: QRect, steps: tuple[int, int], bar: int = BAR) -> int:
    """Paint how far the checklist is; return where it ends."""
    done, of = steps
    text, font = f"{done}/{of}", theme().font_px(11)
    width = QFontMetrics(font).horizontalAdvance(text) + 1
    if x + bar + 6 + width > rect.right() + 1:
        return x  # no room for both
    ground = QRectF(x, rect.center().y() - 1, bar, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("border"))
    painter.drawRoundedRect(ground, 2, 2)
    painter.setBrush(theme().color("accent"))
    painter.drawRoundedRect(QRectF(ground.x(), ground.y(), ground.width() * done / max(1, of), 4), 2, 2)
    paint_text(painter, QRect(x + bar + 6, rect.top(), width, rect.height()), text, font, "text_muted")
    return x + bar + 6 + width


def paint_priority(painter: QPainter, place: QRect, priority: int, size: int = 11) -> int:
    """Paint the flag of what presses and its word; return where it ends."""
    high = priority >= Priority.HIGH
    role = "text" if high else "text_muted"
    font = theme().font_px(size, 500 if high else 400)
    text, x = priority_words(priority), place.left()
    if high:
        paint_icon(painter, QRect(x, place.top(), 12, place.height()), "flag", role, 12)
        x += 16
    width = QFontMetrics(font).horizontalAdvance(text) + 1
    room = place.right() - x + 1
    if high and width > room:
        return x  # the flag says it
    paint_text(painter, QRect(x, place.top(), min(width, room), place.height()), text, font, role)
    return x + width


def due_look(face: Face) -> tuple[str, int]:
    """Return colour role and weight of when a task is due."""
    if face.done:
        return "text_muted", 400
    match face.due:
        case Due.LATE:
            return "danger_text", 600
        case Due.TODAY:
            return "text", 600
        case _:
            return "text_muted", 400
