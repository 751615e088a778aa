"""The line at the top of a day: its number, today's pill, a holiday, and how much is not drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.calendar.canvas.face import DayFace
from widgets.calendar.canvas.holiday_name import fitting
from widgets.common.icons import pixmap
from widgets.common.painted_text import draw_text, width_of
from widgets.common.theme import theme
from widgets.common.words import tr

PLUS_PX: Final = 10
PILL_PAD: Final = 5
PLUS_PAD: Final = 4
SIGN: Final = 10


@dataclass(frozen=True, slots=True)
class DateLine:
    """Paints date lines of one size."""

    left: int  # px from the edge of the day to the number
    top: int
    right: int
    px: int  # of the type
    height: int

    def paint(self, painter: QPainter, cell: QRect, day: DayFace, *, opened: bool) -> None:
        """Paint the line into the top of a day."""
        line = QRect(cell.x(), cell.y() + self.top, cell.width(), self.height)
        x = float(cell.x() + self.left + day.line_before)
        x = self._paint_today(painter, x, line, day) if day.today else self._paint_number(painter, x, line, day)
        plus, tasks = self.plus_rect(cell, day), self.tasks_rect(cell, day)
        end = plus.x() if day.hidden else cell.right() + 1 - self.right
        if day.tasks:
            end = tasks.x()
            _paint_tasks(painter, tasks, day)
        if day.holiday:
            font = theme().font_px(self.px)
            draw_text(painter, x + 4, line, fitting(day.holiday, font, end - x - 4), font, "danger_text")
        if day.hidden:
            _paint_plus(painter, plus, tr("canvas.plus", n=day.hidden), opened)

    def tasks_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the number of tasks is, before the "+n"; empty when none is due."""
        if not day.tasks:
            return QRect()
        width = SIGN + 3 + round(width_of(str(day.tasks), theme().font_px(PLUS_PX, 600))) + 2 * PLUS_PAD + 2
        top = cell.y() + self.top + (self.height - 13) // 2
        plus = self.plus_rect(cell, day)
        right = plus.x() - 3 if day.hidden else cell.right() + 1 - self.right
        return QRect(right - width, top, width, 13)

    def plus_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the "+n" is, empty when everything is drawn."""
        if not day.hidden:
            return QRect()
        width = round(width_of(tr("canvas.plus", n=day.hidden), theme().font_px(PLUS_PX, 600))) + 2 * PLUS_PAD + 2
        top = cell.y() + self.top + (self.height - 13) // 2
        return QRect(cell.right() + 1 - self.right - width, top, width, 13)

    def _paint_number(self, painter: QPainter, x: float, line: QRect, day: DayFace) -> float:
        font = theme().font_px(self.px, 600 if day.strong else 500)
        role = "text_muted" if day.faint else "text" if day.strong else "text_2"
        draw_text(painter, x, line, day.text, font, role)
        return x + width_of(day.text, font)

    def _paint_today(self, painter: QPainter, x: float, line: QRect, day: DayFace) -> float:
        font = theme().font_px(self.px, 600)
        width = round(width_of(day.text, font)) + 2 * PILL_PAD
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("today"))
        pill = QRectF(x - 2, line.y(), width, line.height())
        painter.drawRoundedRect(pill, line.height() / 2, line.height() / 2)
        draw_text(painter, x - 2 + PILL_PAD, line, day.text, font, "raised")
        return x - 2 + width


def _paint_plus(painter: QPainter, rect: QRect, text: str, opened: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("accent" if opened else "border"), 1))
    painter.setBrush(theme().color("accent" if opened else "sunken"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    draw_text(
        painter, rect.x() + 1 + PLUS_PAD, rect, text, theme().font_px(PLUS_PX, 600), "on_accent" if opened else "text_2"
    )


def _paint_tasks(painter: QPainter, rect: QRect, day: DayFace) -> None:
    """Paint how many tasks are due; late ones in red."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("danger" if day.late else "border"), 1))
    painter.setBrush(theme().color("danger_soft" if day.late else "raised"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    role = "danger_text" if day.late else "text_2"
    picture = pixmap("list-todo", theme().color(role), SIGN, painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.x() + 1 + PLUS_PAD, rect.y() + 1, picture)
    draw_text(painter, rect.x() + PLUS_PAD + SIGN + 4, rect, str(day.tasks), theme().font_px(PLUS_PX, 600), role)
