"""Paints the rows of the home page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from widgets.common.painting import BOX, RIGHT, paint_box, paint_icon, paint_text, paint_tile
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.home.rows import DayRow, MessageLine, QuietRow, Row, SayRow, SectionRow, TaskLine

SIDE: Final = 14
DATE: Final = 54
AIR: Final = 6  # above and below the rows of a day
LINE: Final = 28
DATED: Final = 31  # of a day with one row: number and name of the day stand below each other
WHERE_MOST: Final = 104
COPY_TEXTS: Final = ("home.messages.copy", "home.messages.copied")


def height_of(row: Row) -> int:
    """Return how high a row is with text of the usual size."""
    match row:
        case DayRow():
            line = DATED if row.mark and row.closes else LINE
            return line + (AIR if row.mark else 0) + (AIR if row.closes else 0) + (1 if row.closes else 0)
        case TaskLine():
            return 40
        case SectionRow():
            return 27
        case SayRow():
            return 26
        case QuietRow():
            return 34


def box_of(rect: QRect) -> QRect:
    """Return where the box of a task is."""
    return QRect(rect.left() + SIDE, rect.center().y() - BOX // 2 + 1, BOX, BOX)


def paint_row(painter: QPainter, rect: QRect, row: Row, *, hovered: bool) -> None:
    """Paint a row."""
    if isinstance(row, DayRow) and row.today:
        painter.fillRect(rect, theme().color("today_soft"))
    if hovered:
        place = _line_of(rect, row).adjusted(-6, 1, SIDE, -1) if isinstance(row, DayRow) else rect
        painter.fillRect(place, theme().color("hover"))
    _PAINT[type(row)](painter, rect, row)


def _line_of(rect: QRect, row: DayRow) -> QRect:
    return rect.adjusted(theme().wide(DATE), AIR if row.mark else 0, -SIDE, -(AIR + 1) if row.closes else 0)


def _section(painter: QPainter, rect: QRect, row: SectionRow) -> None:
    font = QFont(theme().font_px(11, 600))
    role = "danger_text" if row.late else "text_muted"
    paint_text(painter, rect.adjusted(SIDE, 5, -SIDE, 0), row.text, font, role)


def _quiet(painter: QPainter, rect: QRect, row: QuietRow) -> None:
    paint_text(painter, rect.adjusted(SIDE, 0, -SIDE, 0), row.text, theme().font("small"), "text_muted")


def _day(painter: QPainter, rect: QRect, row: DayRow) -> None:
    line = _line_of(rect, row)
    if row.closes and row.ruled:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("border"))
    if row.mark:
        top, big = rect.top() + (5 if row.closes else 3), theme().font_px(15, 600)
        high = QFontMetrics(big).height()
        role = "today" if row.today else "text"
        paint_text(painter, QRect(rect.left() + SIDE, top, theme().wide(DATE) - SIDE, high), row.mark.number, big, role)
        small, role = theme().font_px(10), "today" if row.today else "text_muted"
        place = QRect(rect.left() + SIDE, top + high - 1, theme().wide(DATE) - SIDE, QFontMetrics(small).height())
        paint_text(painter, place, row.mark.name, small, role)
    if row.family:
        _event(painter, line, row)
    else:
        paint_text(painter, line, row.title, theme().font("small"), "text_muted")


def _event(painter: QPainter, line: QRect, row: DayRow) -> None:
    sign = "check" if row.done else row.icon
    paint_tile(painter, QRect(line.left(), line.center().y() - 9, 20, 20), row.family, sign, 14)
    small, right = theme().font_px(11), line.right() + 1
    width = max(theme().wide(34), QFontMetrics(small).horizontalAdvance(row.when) + 1)
    paint_text(painter, QRect(right - width, line.top(), width, line.height()), row.when, small, "text_2", RIGHT)
    right -= width + 8
    if row.where:
        width = min(WHERE_MOST, QFontMetrics(small).horizontalAdvance(row.where) + 1)
        place = QRect(right - width, line.top(), width, line.height())
        paint_text(painter, place, row.where, small, "text_muted", RIGHT)
        right -= width + 8
    if row.repeats:
        paint_icon(painter, QRect(right - 12, line.top(), 12, line.height()), "repeat", "text_muted", 12)
        right -= 20
    font = QFont(theme().font("body"))
    title = QRect(line.left() + 28, line.top(), right - line.left() - 28, line.height())
    paint_text(painter, title, row.title, font, "text_muted" if row.done else "text")


def _task(painter: QPainter, rect: QRect, row: TaskLine) -> None:
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("border"))
    paint_box(painter, box_of(rect), done=row.done)
    small = theme().font_px(11, 600 if row.late else 400)
    width = QFontMetrics(small).horizontalAdvance(row.when) + 1
    place = QRect(rect.right() - SIDE - width + 1, rect.top(), width, rect.height())
    paint_text(painter, place, row.when, small, "danger_text" if row.late else "text_2", RIGHT)
    font = QFont(theme().font("body"))
    font.setStrikeOut(row.done)
    left = rect.left() + SIDE + BOX + 10
    room = QRect(left, rect.top(), place.left() - 10 - left, rect.height())
    role = "text_muted" if row.done else "text"
    if not row.detail:
        paint_text(painter, room, row.title, font, role)
        return
    high, low = QFontMetrics(font).height() + 1, QFontMetrics(theme().font_px(11)).height()
    top = room.top() + (room.height() - high - low) // 2
    paint_text(painter, QRect(left, top, room.width(), high), row.title, font, role)
    paint_text(painter, QRect(left, top + high, room.width(), low), row.detail, theme().font_px(11), "text_muted")


def copy_of(rect: QRect) -> QRect:
    """Return where a message is copied."""
    width = 28 + max(QFontMetrics(theme().font_px(11, 500)).horizontalAdvance(tr(text)) for text in COPY_TEXTS)
    return QRect(rect.right() - SIDE - width + 1, rect.center().y() - 11, width, 24)


def _message(painter: QPainter, rect: QRect, row: MessageLine) -> None:
    button, font = copy_of(rect), theme().font_px(11, 500)
    _task(painter, rect.adjusted(0, 0, button.left() - rect.right() + SIDE - 2, 0), row)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("border"))
    painter.setPen(QPen(theme().color("border_strong"), 1))
    painter.setBrush(theme().color("raised"))
    painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    sign, role = ("check", "success") if row.copied else ("copy", "text_2")
    paint_icon(painter, QRect(button.left() + 6, button.top(), 13, button.height()), sign, role, 13)
    words = tr(COPY_TEXTS[row.copied])
    paint_text(painter, button.adjusted(23, 0, 0, 0), words, font, "success_text" if row.copied else "text")


def _say(painter: QPainter, rect: QRect, row: SayRow) -> None:
    small = theme().font_px(11, 600 if row.late else 400)
    width = QFontMetrics(small).horizontalAdvance(row.when) + 1
    place = QRect(rect.right() - SIDE - width + 1, rect.top(), width, rect.height())
    paint_text(painter, place, row.when, small, "danger_text" if row.late else "text_2", RIGHT)
    role = "danger" if row.late else "text_muted"
    paint_icon(painter, QRect(rect.left() + SIDE, rect.top(), 14, rect.height()), row.icon, role, 14)
    left = rect.left() + SIDE + 22
    room = QRect(left, rect.top(), place.left() - 10 - left, rect.height())
    paint_text(painter, room, row.title, theme().font("body"), "text")


_PAINT: Final[Mapping[type, Callable[[QPainter, QRect, Any], None]]] = {
    SectionRow: _section,
    QuietRow: _quiet,
    DayRow: _day,
    TaskLine: _task,
    MessageLine: _message,
    SayRow: _say,
}
