"""What tells one painted view of the calendar from another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.calendar.workload import Load
from widgets.calendar.canvas.chip import ChipLook
from widgets.calendar.canvas.chip_looks import ChipLooks
from widgets.calendar.canvas.face import DayFace, WeekFace
from widgets.calendar.canvas.lanes import Placed, Week

if TYPE_CHECKING:
    from app.calendar.quarter import Quarter
    from widgets.calendar.canvas.week_items import WeekItems

HEADER: Final = 26  # height of the line of weekday names


class Layout(Protocol):
    """Sizes, lanes and the text parts of a row."""

    gutter_pad: int
    weekend: float  # share of a weekend day

    @property
    def gutter(self) -> int:
        """How wide the part is that tells of the weeks."""

    @property
    def row_min(self) -> int:
        """Below which height the rows scroll."""

    def rows(self, quarter: Quarter) -> tuple[date, ...]:
        """Return the first day of each row."""

    def takes(self, quarter: Quarter, day: date) -> bool:
        """Return whether something may be dropped on a day."""

    def lay(self, week: WeekItems, height: int) -> Week:
        """Place the events of a row that is so high."""

    def span(self, left: int, right: int, placed: Placed) -> tuple[int, int]:
        """Return left edge and width of an event between the edges of its columns."""

    def look(self, looks: ChipLooks, placed: Placed) -> ChipLook:
        """Return how an event is shown."""

    def day_face(self, quarter: Quarter, day: date, *, row: int, column: int) -> DayFace:
        """Return how a day is shown, apart from today, holidays and what is hidden."""

    def gutter_title(self) -> str:
        """Return the word above the gutter."""

    def paint_date_line(self, painter: QPainter, cell: QRect, day: DayFace, *, opened: bool) -> None:
        """Paint number, holiday and "+n" of a day; the "+n" filled while its list is open."""

    def plus_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the "+n" of a day is, empty when everything is drawn."""

    def tasks_rect(self, cell: QRect, day: DayFace) -> QRect:
        """Return where the number of due tasks of a day is, empty when there is none."""

    def paint_gutter(self, painter: QPainter, rect: QRect, face: WeekFace, load: Load) -> None:
        """Paint the week's name and a load: its own, or the one that a drag would give it."""
