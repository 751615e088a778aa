"""From points to things and back, on the widget as it is scrolled now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion

from app.calendar.occurrence import Key
from widgets.calendar.canvas.face import ChipFace
from widgets.calendar.canvas.grid import Grid
from widgets.calendar.canvas.layout import HEADER

if TYPE_CHECKING:
    from widgets.calendar.canvas.model import CanvasModel

EDGE = 6  # px at each end of an event that stretch it
EDGE_FROM = 36  # a narrower event is only moved


class CanvasPlaces:
    """Knows where everything is in the coordinates of the widget."""

    def __init__(self, model: CanvasModel, grid: Grid, offset: int = 0) -> None:
        self.model = model
        self.grid = grid
        self.offset = offset  # px that the rows are scrolled up

    def row_top(self, row: int) -> int:
        """Return where a row begins."""
        return HEADER + self.grid.tops[row] - self.offset

    def row_rect(self, row: int) -> QRect:
        """Return a whole row."""
        return self._down(self.grid.row_rect(row))

    def gutter_rect(self, row: int) -> QRect:
        """Return the gutter of a row."""
        return self._down(self.grid.gutter_rect(row))

    def around(self, rects: Iterable[QRect], reach: int) -> QRegion:
        """Return places on the grid with so many px around them."""
        region = QRegion()
        for rect in rects:
            region += self._down(rect).adjusted(-reach, -reach, reach, reach)
        return region

    def day_rect(self, day: date) -> QRect:
        """Return the cell of a day, empty when it is not on the page."""
        place = self.grid.place(day)
        return self._down(self.grid.cell(*place)) if place else QRect()

    def span_rects(self, first: date, last: date) -> list[QRect]:
        """Return the cells from one day to another, joined by rows."""
        rects = []
        for row, start in enumerate(self.grid.rows):
            left, right = max(0, (first - start).days), min(6, (last - start).days)
            if left <= right:
                rects.append(self._down(self.grid.cell(row, left, right)))
        return rects

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a point."""
        return None if point.y() < HEADER else self.grid.day_at(self._up(point))

    def week_at(self, point: QPoint) -> date | None:
        """Return the week whose gutter is at a point."""
        row = self.grid.row_at(self._up(point).y()) if point.y() >= HEADER else None
        return self.grid.rows[row] if row is not None and 0 <= point.x() < self.grid.columns[0] else None

    def chip_at(self, point: QPoint) -> ChipFace | None:
        """Return the event at a point; ghosts cannot be taken hold of."""
        if point.y() < HEADER:
            return None
        row = self.grid.row_at(self._up(point).y())
        if row is None or row >= len(self.model.faces):
            return None
        top = self.row_top(row)
        chips = self.model.faces[row].chips
        return next((chip for chip in chips if chip.rect(top).contains(point) and not chip.item.ghost), None)

    def edge_at(self, point: QPoint, chip: ChipFace) -> str:
        """Return "start" or "end" when a point is on an end of an event that can be pulled, else nothing."""
        if chip.width < EDGE_FROM:
            return ""
        if chip.look.opens and point.x() < chip.x + EDGE:
            return "start"
        return "end" if chip.look.closes and point.x() >= chip.x + chip.width - EDGE else ""

    def plus_rect(self, day: date) -> QRect:
        """Return where the "+n" of a day is, empty when there is none."""
        place = self.grid.place(day)
        if place is None or place[0] >= len(self.model.faces):
            return QRect()
        face = self.model.faces[place[0]].days[place[1]]
        return self.model.layout.plus_rect(self.day_rect(day), face)

    def tasks_rect(self, day: date) -> QRect:
        """Return where the number of due tasks of a day is, empty when there is none."""
        place = self.grid.place(day)
        if place is None or place[0] >= len(self.model.faces):
            return QRect()
        face = self.model.faces[place[0]].days[place[1]]
        return self.model.layout.tasks_rect(self.day_rect(day), face)

    def tasks_at(self, point: QPoint) -> date | None:
        """Return the day whose number of due tasks is at a point."""
        day = self.day_at(point)
        return day if day and self.tasks_rect(day).adjusted(-2, -2, 2, 2).contains(point) else None

    def plus_at(self, point: QPoint) -> date | None:
        """Return the day whose "+n" is at a point; a little beside it counts too."""
        day = self.day_at(point)
        return day if day and self.plus_rect(day).adjusted(-4, -3, 5, 2).contains(point) else None

    def chips_of(self, key: Key) -> list[tuple[int, ChipFace]]:
        """Return the parts of an event with their rows, ghosts left out."""
        return [
            (row, chip)
            for row, face in enumerate(self.model.faces)
            for chip in face.chips
            if chip.key == key and not chip.item.ghost
        ]

    def rects_of(self, key: Key) -> list[QRect]:
        """Return where the parts of an event are drawn."""
        return [chip.rect(self.row_top(row)) for row, chip in self.chips_of(key)]

    def is_empty(self, day: date) -> bool:
        """Return whether nothing is on a day that takes drops."""
        return self.model.layout.takes(self.model.quarter, day) and not self.model.on(day)

    def _down(self, rect: QRect) -> QRect:
        return rect.translated(0, HEADER - self.offset)

    def _up(self, point: QPoint) -> QPoint:
        return QPoint(point.x(), point.y() - HEADER + self.offset)
