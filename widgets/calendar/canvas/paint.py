"""The ground of a week: fills, grid lines, the stair line between months, what is beyond the plan."""

from __future__ import annotations

from math import sqrt
from typing import Final

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.calendar.canvas.face import DayFace, WeekFace
from widgets.calendar.canvas.grid import Grid
from widgets.common.theme import theme

HATCH: Final = 6 * sqrt(2)  # px between the hatching lines, measured along the x axis
MONTH_LINE: Final = 2


def paint_ground(painter: QPainter, grid: Grid, row: int, face: WeekFace) -> None:
    """Paint the days of a row without their text, with the row's corner at the origin."""
    height = grid.tops[row + 1] - grid.tops[row]
    last_row = row == len(grid.rows) - 1
    painter.fillRect(0, 0, grid.columns[-1], height, theme().color("bg"))
    for column, day in enumerate(face.days):
        left = grid.columns[column]
        _paint_day(painter, QRect(left, 0, grid.columns[column + 1] - left, height - (not last_row)), day)
    if not last_row:
        painter.fillRect(0, height - 1, grid.columns[-1], 1, theme().color("grid"))


def paint_header(painter: QPainter, grid: Grid, height: int, title: str, names: tuple[str, ...], pad: int) -> None:
    """Paint the line of weekday names; it does not scroll."""
    painter.fillRect(0, 0, grid.columns[-1], height, theme().color("bg"))
    painter.fillRect(0, height - 1, grid.columns[-1], 1, theme().color("border_strong"))
    _header_text(painter, QRect(pad, 0, grid.columns[0] - pad, height), title, 500, "text_muted")
    for column, name in enumerate(names):
        left = grid.columns[column]
        painter.fillRect(left, 0, 1, height - 1, theme().color("grid"))
        weekend = grid.day(0, column).weekday() >= 5
        place = QRect(left + 8, 0, grid.columns[column + 1] - left - 8, height)
        _header_text(painter, place, name, 600, "text_muted" if weekend else "text_2")


def paint_target(painter: QPainter, rect: QRect, *, edge: bool = True) -> None:
    """Paint a day that something would be dropped on; the ground only, its events go on top."""
    painter.fillRect(rect, theme().color("drop"))
    if edge:
        paint_target_edge(painter, rect)


def paint_target_edge(painter: QPainter, rect: QRect) -> None:
    """Paint the edge around the days that something would be dropped on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 2, 2)
    painter.restore()


def _paint_day(painter: QPainter, rect: QRect, day: DayFace) -> None:
    if day.outside:
        _paint_hatched(painter, rect)
    else:
        painter.fillRect(rect, theme().color(_fill(day)))
    wide = MONTH_LINE if day.line_before else 1
    painter.fillRect(rect.x(), 0, wide, rect.height(), theme().color("border_strong" if day.line_before else "grid"))
    if day.line_above:
        inner = rect.x() if day.line_before else rect.x() + 1
        painter.fillRect(inner, 0, rect.right() + 1 - inner, MONTH_LINE, theme().color("border_strong"))


def _fill(day: DayFace) -> str:
    if day.today:
        return "today_soft"
    if day.weekend:
        return "weekend"
    return "bg" if day.past else "surface"


def _paint_hatched(painter: QPainter, rect: QRect) -> None:
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, theme().color("weekend"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("border"), 1))
    reach = rect.width() + rect.height()
    for step in range(int(reach / HATCH) + 1):
        x = rect.x() + (step + 5.5 / 6) * HATCH
        painter.drawLine(QLineF(x, rect.y(), x - rect.height(), rect.y() + rect.height()))
    painter.restore()


def _header_text(painter: QPainter, rect: QRect, text: str, weight: int, role: str) -> None:
    painter.setFont(theme().font_px(11, weight))
    painter.setPen(theme().color(role))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
