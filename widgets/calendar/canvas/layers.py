"""Painted weeks, kept as pictures, so that a drag repaints no more than what it touches."""

from __future__ import annotations

from operator import attrgetter
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from widgets.calendar.canvas.chip import paint_chip
from widgets.calendar.canvas.face import WeekFace
from widgets.calendar.canvas.grid import DAYS, Grid
from widgets.calendar.canvas.layout import Layout
from widgets.calendar.canvas.paint import paint_ground

GROUND: Final = attrgetter("today", "past", "weekend", "outside", "line_above", "line_before")


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

    def show(self, grid: Grid, faces: list[WeekFace], ratio: float) -> list[QRect]:
        """Take over what is to be seen and return the places on the grid that look different from before."""
        if (grid.columns, grid.tops, len(grid.rows), ratio) != self._shape():
            self._rows.clear()
        self._grid, self._ratio = grid, ratio
        other: list[QRect] = []
        for row, face in enumerate(faces):
            known = self._rows.get(row)
            if known is None:
                other.append(grid.row_rect(row))
            elif known.face is not face:
                other += [grid.cell(row, column) for column in _other_days(known.face, face)]
                if _title(known.face) != _title(face):
                    other.append(grid.gutter_rect(row))
        return other

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
        if found is None or found.face is not face:
            found = self._rows[row] = self._paint(row, face, found)
        return found

    def _paint(self, row: int, face: WeekFace, before: _Row | None) -> _Row:
        """Paint a row, or only those days of it that look different from before."""
        assert self._grid
        days = _other_days(before.face, face) if before else set(range(DAYS))
        if before and not days:
            return before._replace(face=face)
        region = QRegion()
        for column in days:
            region += self._grid.cell(row, column).translated(0, -self._grid.tops[row])
        ground = QPixmap(before.ground) if before else self._sheet(row)
        if before is None or any(GROUND(before.face.days[column]) != GROUND(face.days[column]) for column in days):
            painter = QPainter(ground)
            if before:
                painter.setClipRegion(region)
            paint_ground(painter, self._grid, row, face)
            painter.end()
        ink = QPixmap(before.ink) if before else self._sheet(row)
        if before is None:
            ink.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ink)
        if before:
            painter.setClipRegion(region)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(region.boundingRect(), Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._write(painter, row, face, days)
        painter.end()
        return _Row(face, ground, ink)

    def _write(self, painter: QPainter, row: int, face: WeekFace, days: set[int]) -> None:
        """Paint the date lines of some days, and the events on them."""
        assert self._grid
        for column in days:
            cell = self._grid.cell(row, column).translated(0, -self._grid.tops[row])
            self._layout.paint_date_line(painter, cell, face.days[column], opened=False)
        for chip in face.chips:
            if any(chip.first <= column <= chip.last for column in days):
                paint_chip(painter, chip.rect(0), chip.look)

    def _sheet(self, row: int) -> QPixmap:
        assert self._grid
        size = self._grid.row_rect(row).size() * self._ratio
        sheet = QPixmap(size)
        sheet.setDevicePixelRatio(self._ratio)
        return sheet


def _other_days(before: WeekFace, now: WeekFace) -> set[int]:
    """Return the columns in which something looks different."""
    days = {column for column in range(DAYS) if before.days[column] != now.days[column]}
    there = {(chip.key, chip.item.ghost): chip for chip in before.chips}
    for chip in now.chips:
        known = there.pop((chip.key, chip.item.ghost), None)
        if known != chip:
            days.update(range(chip.first, chip.last + 1))
            days.update(range(known.first, known.last + 1) if known else ())
    for chip in there.values():
        days.update(range(chip.first, chip.last + 1))
    return days


def _title(face: WeekFace) -> object:
    return face.name, face.range, face.load
