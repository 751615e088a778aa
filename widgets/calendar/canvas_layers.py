"""Painted weeks, kept as pictures, so that a drag repaints no more than what it touches."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from widgets.calendar.canvas_face import WeekFace
from widgets.calendar.canvas_grid import Grid
from widgets.calendar.canvas_layout import Layout
from widgets.calendar.canvas_paint import paint_ground
from widgets.calendar.chip import paint_chip


class _Row(NamedTuple):
    face: WeekFace
    ground: QPixmap  # fills and lines
    ink: QPixmap  # date lines and events, on nothing


class CanvasLayers:
    """Two pictures for each row: the ground, and what is written on it; between them lies the target of a drag."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._rows: dict[int, _Row] = {}
        self._grid: Grid | None = None
        self._ratio = 1.0

    def forget(self) -> None:
        """Throw all pictures away: colours or type are others now."""
        self._rows.clear()

    def show(self, grid: Grid, faces: list[WeekFace], ratio: float) -> list[int]:
        """Take over what is to be seen and return the rows that look different from before."""
        if (grid.columns, grid.tops, len(grid.rows), ratio) != self._shape():
            self._rows.clear()
        self._grid, self._ratio = grid, ratio
        changed = [row for row, face in enumerate(faces) if row not in self._rows or self._rows[row].face != face]
        for row in changed:
            self._rows.pop(row, None)
        return changed

    def ground(self, row: int, face: WeekFace) -> QPixmap:
        """Return the ground of a row."""
        return self._row(row, face).ground

    def ink(self, row: int, face: WeekFace) -> QPixmap:
        """Return what is written on a row."""
        return self._row(row, face).ink

    def _shape(self) -> object:
        grid = self._grid
        return grid and (grid.columns, grid.tops, len(grid.rows), self._ratio)

    def _row(self, row: int, face: WeekFace) -> _Row:
        found = self._rows.get(row)
        if found is None:
            found = self._rows[row] = self._paint(row, face)
        return found

    def _paint(self, row: int, face: WeekFace) -> _Row:
        assert self._grid
        grid = self._grid
        ground, ink = self._sheet(row), self._sheet(row)
        painter = QPainter(ground)
        paint_ground(painter, grid, row, face)
        painter.end()
        ink.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ink)
        height = grid.tops[row + 1] - grid.tops[row]
        for column, day in enumerate(face.days):
            cell = QRect(grid.columns[column], 0, grid.columns[column + 1] - grid.columns[column], height)
            self._layout.paint_date_line(painter, cell, day, opened=False)
        for chip in face.chips:
            paint_chip(painter, chip.rect(0), chip.look)
        painter.end()
        return _Row(face, ground, ink)

    def _sheet(self, row: int) -> QPixmap:
        assert self._grid
        size = self._grid.row_rect(row).size() * self._ratio
        sheet = QPixmap(size)
        sheet.setDevicePixelRatio(self._ratio)
        return sheet
