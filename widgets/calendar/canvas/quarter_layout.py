"""How the 90 days look: narrow rows with a date line and lanes of chips."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from app.calendar.workload import Load
from widgets.calendar.canvas.chip import ChipLook
from widgets.calendar.canvas.chip_looks import ChipLooks
from widgets.calendar.canvas.date_line import DateLine
from widgets.calendar.canvas.face import DayFace, WeekFace
from widgets.calendar.canvas.lanes import Lanes, Placed, Week, lay_week
from widgets.common.icons import pixmap
from widgets.common.load_bar import paint_load
from widgets.common.painted_text import draw_text, width_of
from widgets.common.theme import theme
from widgets.common.words import day as write_day
from widgets.common.words import locale, tenths, tr

if TYPE_CHECKING:
    from app.calendar.quarter import Quarter
    from widgets.calendar.canvas.week_items import WeekItems

LANES_TOP: Final = 16
LOW_ROW: Final = 52  # below it, chips are lower
LANE_COUNT: Final = 2
SIGN: Final = 10  # the triangle of an overload


class QuarterLayout:
    """Thirteen rows, the 90 days and what is hatched after them."""

    gutter_pad: int = 16
    weekend: float = 0.72

    def __init__(self) -> None:
        self._line = DateLine(left=7, top=2, right=5, px=10, height=13)

    @property
    def gutter(self) -> int:
        """How wide the part is that tells of the weeks; it grows with the text."""
        return round(92 * max(1.0, theme().text_scale))

    @property
    def row_min(self) -> int:
        """Below which height the rows scroll; large letters need more."""
        return 46 if theme().text_scale <= 1.0 else 50

    def rows(self, quarter: Quarter) -> tuple[date, ...]:
        """Return the first day of each of the 13 weeks."""
        return quarter.rows

    def takes(self, quarter: Quarter, day: date) -> bool:
        """Return whether a day is one of the 90."""
        return quarter.contains(day)

    def lay(self, week: WeekItems, height: int) -> Week:
        """Place events in two lanes, in more where the window is very high."""
        return lay_week(week, lanes_of(height))

    def span(self, left: int, right: int, placed: Placed) -> tuple[int, int]:
        """Return left edge and width; a bar that goes on reaches the edge of its day."""
        x = left + (4 if placed.opens else 0)
        return x, right - (3 if placed.closes else 0) - x

    def look(self, looks: ChipLooks, placed: Placed) -> ChipLook:
        """Return the look with the short title."""
        return looks.narrow(placed)

    def day_face(self, quarter: Quarter, day: date, *, row: int, column: int) -> DayFace:
        """Return number and month lines of a day."""
        begins = day.day == 1
        named = begins or (row == 0 and column == 0)
        return DayFace(
            text=write_day(day, "d MMM") if named else str(day.day),
            strong=named,
            weekend=day.weekday() >= 5,
            outside=not quarter.contains(day),
            line_above=row > 0 and day.day <= 7,
            line_before=begins and column > 0,
        )

    def gutter_title(self) -> str:
        """Return the word above the gutter."""
        return tr("canvas.week")

    def paint_date_line(self, painter: QPainter, cell: QRect, day: DayFace, *, opened: bool) -> None:
        """Paint number, holiday and "+n"."""
        if not day.outside:
            self._line.paint(painter, cell, day, opened=opened)

    def plus_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the "+n" is."""
        return QRect() if day.outside else self._line.plus_rect(cell, day)

    def tasks_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the number of due tasks is."""
        return QRect() if day.outside else self._line.tasks_rect(cell, day)

    def paint_gutter(self, painter: QPainter, rect: QRect, face: WeekFace, load: Load) -> None:
        """Paint week and days, the load bar and the hours."""
        low = rect.height() < LOW_ROW
        top, gap = rect.y() + (4 if low else 5), 3 if low else 4
        left, right = rect.x() + self.gutter_pad, rect.right() + 1 - 10
        line = QRect(left, top, right - left, 15)
        draw_text(painter, left, line, face.name, theme().font_px(11, 600), "text")
        small = theme().font_px(10)
        draw_text(painter, right - width_of(face.range, small), line, face.range, small, "text_muted")
        top += 15 + gap
        paint_load(painter, QRectF(left, top, right - left, 4), load.hours, load.capacity)
        line = QRect(left, top + 4 + gap, right - left, 13)
        text = load_text(load)
        if load.level != "over":
            draw_text(painter, left, line, text, small, "text_2")
            return
        sign = pixmap("triangle-alert", theme().color("danger_text"), SIGN, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, line.y() + 1, sign)
        draw_text(painter, left + SIGN + 3, line, text, theme().font_px(10, 600), "danger_text")


def lanes_of(height: int) -> Lanes:
    """Return the lanes of a row that is so high: two that always fit, more where the window is very high."""
    chip = 18 if height >= LOW_ROW else min(16, (height - LANES_TOP - 2) // 2)
    return Lanes(max(LANE_COUNT, (height - LANES_TOP) // (chip + 1)), LANES_TOP, chip, 1)


def load_text(load: Load) -> str:
    """Write hours against capacity: "9.0 / 8 h"."""
    return tr("canvas.load", hours=tenths(load.hours), capacity=plain(load.capacity))


def plain(value: float) -> str:
    """Write a number with no more decimals than it needs: 8, 7.5."""
    return locale().toString(round(value, 2), "g", 6)
