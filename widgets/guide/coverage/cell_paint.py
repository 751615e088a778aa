"""Paints one half hour: who is there, where nobody is in time, and what is being drawn over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from app.guide.cover_spans import Span
from app.guide.cover_week import Away, Shift
from widgets.common.theme import theme
from widgets.guide.coverage.cells import STEP, Cell, Shown

STRIPE: Final = 4  # px between the lines of a gap
AWAY: Final = 3  # px of the line that says who would be there


def paint_cell(painter: QPainter, rect: QRect, cell: Cell, start: int, shown: Shown) -> None:
    """Paint what there is in a half hour that begins at a minute of the week."""
    painter.fillRect(rect, theme().color("sunken"))
    for part in _parts(rect, cell.promised):
        painter.fillRect(part, theme().color("border"))
    for part in _parts(rect, cell.late):
        paint_gap(painter, part)
    roles = list(dict.fromkeys(it.role for it in _in_order(cell.shifts, shown)))
    for row, role in enumerate(roles):
        lane = _lane(rect, row, len(roles))
        for shift in cell.shifts:
            if shift.role == role:
                _paint_shift(painter, lane, shift, start, shown)


def paint_gap(painter: QPainter, rect: QRect) -> None:
    """Paint the stripes of a gap; they go on from one rectangle to the next."""
    painter.fillRect(rect, theme().color("warning_soft"))
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("warning_fill"), 1.2))
    first = (rect.left() + rect.top()) // STRIPE * STRIPE
    for place in range(first, rect.right() + rect.bottom() + STRIPE, STRIPE):
        painter.drawLine(place - rect.bottom() - 1, rect.bottom() + 1, place - rect.top() + 1, rect.top() - 1)
    painter.restore()


def paint_drawn(painter: QPainter, rect: QRect, family: str, *, erase: bool) -> None:
    """Paint a half hour that a drag goes over."""
    painter.save()
    if erase:
        painter.fillRect(rect, theme().color("raised"))
        painter.setPen(QPen(theme().color("border_strong"), 1, Qt.PenStyle.DotLine))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
    else:
        painter.fillRect(rect, theme().family(family, "tint_border"))
        painter.fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), theme().family(family))
    painter.restore()


def _paint_shift(painter: QPainter, lane: QRect, shift: Shift, start: int, shown: Shown) -> None:
    role = shown.roles.get(shift.role)
    family = role.colour if role else "ops"
    (part,) = _parts(lane, [(max(0, shift.start - start), min(STEP, shift.end - start))])
    if shift.away is Away.NO:
        painter.fillRect(part, theme().family(family))
        return
    painter.fillRect(QRect(part.left(), part.bottom() - AWAY + 1, part.width(), AWAY), theme().family(family))


def _parts(rect: QRect, spans: Sequence[Span]) -> list[QRect]:
    """Return where stretches of a half hour are, in whole px."""
    width = rect.width()
    edges = [(rect.left() + a * width // STEP, rect.left() + b * width // STEP) for a, b in spans]
    return [QRect(a, rect.top(), max(1, b - a), rect.height()) for a, b in edges]


def _lane(rect: QRect, row: int, of: int) -> QRect:
    top, end = row * rect.height() // of, (row + 1) * rect.height() // of
    return QRect(rect.left(), rect.top() + top, rect.width(), end - top)


def _in_order(shifts: Sequence[Shift], shown: Shown) -> list[Shift]:
    place = {role: row for row, role in enumerate(shown.roles)}
    return sorted(shifts, key=lambda it: place.get(it.role, 0))
