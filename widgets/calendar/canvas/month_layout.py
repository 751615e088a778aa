"""How a month looks: high rows with two-line chips and the load as a standing bar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from app.calendar.quarter import week_of
from app.calendar.workload import Load
from widgets.calendar.canvas.chip import ChipLook
from widgets.calendar.canvas.chip_looks import ChipLooks
from widgets.calendar.canvas.date_line import DateLine
from widgets.calendar.canvas.face import DayFace, WeekFace
from widgets.calendar.canvas.lanes import Lanes, Placed, Week, lay_tall_week
from widgets.calendar.canvas.quarter_layout import plain
from widgets.common.load_bar import load_role
from widgets.common.painted_text import draw_text
from widgets.common.theme import theme
from widgets.common.words import day as write_day
from widgets.common.words import tenths, tr

if TYPE_CHECKING:
    from app.calendar.quarter import Quarter
    from widgets.calendar.canvas.week_items import WeekItems

DATE_LINE: Final = 22
CHIP: Final = 20
TALL_CHIP: Final = 36
GAP: Final = 2
BAR: Final = (4, 84)  # the standing load bar
LOADS: Final = {"ok": "text_muted", "tight": "text_muted", "over": "danger_text"}


class MonthLayout:
    """The weeks that touch one month; all of their days take drops."""

    gutter_pad: int = 12
    weekend: float = 0.76

    def __init__(self) -> None:
        self.month: date | None = None  # its first day
        self._line = DateLine(left=8, top=4, right=6, px=11, height=16)

    @property
    def gutter(self) -> int:
        """How wide the part is that tells of the weeks; it grows with the text."""
        return round(52 * max(1.0, theme().text_scale))

    @property
    def row_min(self) -> int:
        """Below which height the rows scroll; large letters need more."""
        return round(92 * max(1.0, theme().text_scale))

    def rows(self, quarter: Quarter) -> tuple[date, ...]:
        """Return the first day of each week that touches the month."""
        first = self.month or quarter.first.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        start = week_of(first, quarter.first_weekday)
        return tuple(start + timedelta(weeks=row) for row in range((last - start).days // 7 + 1))

    def takes(self, quarter: Quarter, day: date) -> bool:
        """Return whether a day takes drops: whatever is on the page does."""
        return True

    def lay(self, week: WeekItems, height: int) -> Week:
        """Place bars, then two-line chips, or one-line chips on days that are full."""
        room = height - GAP
        lanes = Lanes((room - DATE_LINE) // (CHIP + GAP), DATE_LINE, CHIP, GAP)
        return lay_tall_week(week, room, lanes, TALL_CHIP)

    def span(self, left: int, right: int, placed: Placed) -> tuple[int, int]:
        """Return left edge and width; a bar that goes on reaches the edge of its day."""
        x = left + (5 if placed.opens else 0)
        return x, right - (4 if placed.closes else 0) - x

    def look(self, looks: ChipLooks, placed: Placed) -> ChipLook:
        """Return the look with the whole title and a second line."""
        return looks.wide(placed)

    def day_face(self, quarter: Quarter, day: date, *, row: int, column: int) -> DayFace:
        """Return number and month lines of a day."""
        month = self.month or quarter.first.replace(day=1)
        other = (day.year, day.month) != (month.year, month.month)
        begins = day.day == 1
        return DayFace(
            text=write_day(day, "d MMM") if begins or (row == 0 and column == 0) else str(day.day),
            strong=begins,
            weekend=day.weekday() >= 5,
            faint=other,
            line_above=row > 0 and day.day <= 7,
            line_before=begins and column > 0,
        )

    def gutter_title(self) -> str:
        """Return the word above the gutter."""
        return tr("canvas.week.short")

    def paint_date_line(self, painter: QPainter, cell: QRect, day: DayFace, *, opened: bool) -> None:
        """Paint number, holiday and "+n"."""
        self._line.paint(painter, cell, day, opened=opened)

    def plus_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the "+n" is."""
        return self._line.plus_rect(cell, day)

    def tasks_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the number of due tasks is."""
        return self._line.tasks_rect(cell, day)

    def paint_gutter(self, painter: QPainter, rect: QRect, face: WeekFace, load: Load) -> None:
        """Paint the week, the standing bar, and hours above capacity at its foot."""
        left, top = rect.x() + self.gutter_pad, rect.y() + 6
        draw_text(painter, left, QRect(left, top, rect.width(), 15), face.name, theme().font_px(11, 600), "text")
        width, height = BAR[0], min(BAR[1], rect.height() - 27 - 8)
        bar = QRectF(left, top + 21, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("border"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(theme().color(load_role(load.ratio)))
        filled = min(1.0, load.ratio) * height
        painter.drawRoundedRect(QRectF(bar.x(), bar.bottom() - filled, width, filled), 2, 2)
        font = theme().font_px(10, 600 if load.level == "over" else 400)
        foot = round(bar.bottom())
        upper, lower = QRect(left + 9, foot - 26, 40, 13), QRect(left + 9, foot - 13, 40, 13)
        draw_text(painter, left + 9, upper, tenths(load.hours), font, LOADS[load.level])
        of = tr("canvas.load.of", capacity=plain(load.capacity))
        draw_text(painter, left + 9, lower, of, font, LOADS[load.level])
