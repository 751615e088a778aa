"""Puts the picture together: kept rows below, on top of them what only lasts a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion

from widgets.calendar.canvas.chip import Form, paint_chip, shape_of
from widgets.calendar.canvas.drag_landing import Landing
from widgets.calendar.canvas.face import ChipFace
from widgets.calendar.canvas.layers import CanvasLayers
from widgets.calendar.canvas.layout import HEADER
from widgets.calendar.canvas.paint import paint_header, paint_target, paint_target_edge
from widgets.calendar.canvas.places import CanvasPlaces
from widgets.calendar.canvas.state import CanvasState
from widgets.common.icons import pixmap
from widgets.common.theme import theme
from widgets.common.words import language, locale

RING: Final = 2
REACH: Final = 6  # px that rings stand out of an event
PLUS: Final = 14


class CanvasPicture:
    """Paints a view as far as a region asks for it."""

    def __init__(self, places: CanvasPlaces, layers: CanvasLayers, state: CanvasState) -> None:
        self._places = places
        self._layers = layers
        self._state = state
        self._model = places.model

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint everything in a region."""
        touched = [
            row
            for row in range(len(self._model.faces))
            if region.intersects(self._places.row_rect(row).adjusted(0, -REACH, 0, REACH))
        ]
        for row in touched:
            self._paint_row(painter, row, region)
        self._paint_landing_edges(painter)
        for row in touched:
            self._paint_rings(painter, row)
        self._paint_stretched(painter)
        self._paint_extras(painter)
        if region.intersects(QRect(0, 0, self._places.grid.columns[-1], HEADER)):
            self._paint_header(painter)

    def _paint_row(self, painter: QPainter, row: int, region: QRegion) -> None:
        face, place = self._model.faces[row], self._places.row_rect(row)
        corner = place.topLeft()
        painter.drawPixmap(corner, self._layers.ground(row, face))
        landing = self._state.landing
        if landing and not landing.refused:
            for span in landing.spans:
                for rect in self._places.span_rects(*span):
                    if rect.intersects(place):
                        paint_target(painter, rect.adjusted(1, 0, 0, 0), edge=False)
        painter.drawPixmap(corner, self._layers.ink(row, face))
        for chip in face.chips:
            if region.intersects(chip.rect(place.y())):
                self._paint_moment(painter, row, chip)
        gutter = self._places.gutter_rect(row)
        if region.intersects(gutter):
            start = self._places.grid.rows[row]
            load = landing.loads.get(start, face.load) if landing else face.load
            self._model.layout.paint_gutter(painter, gutter, face, load)

    def _paint_moment(self, painter: QPainter, row: int, chip: ChipFace) -> None:
        """Paint an event anew when it is lifted or under the mouse."""
        lifted = chip.key in self._state.lifted
        if not lifted and (chip.key != self._state.hovered or chip.item.ghost):
            return
        rect = chip.rect(self._places.row_top(row))
        self._uncover(painter, row, rect)
        look = replace(chip.look, form=Form.GHOST) if lifted else chip.look
        paint_chip(painter, rect, look, hovered=not lifted)

    def _uncover(self, painter: QPainter, row: int, rect: QRect) -> None:
        """Paint the ground of a place again, and a landing on it."""
        face, top = self._model.faces[row], self._places.row_top(row)
        ground = self._layers.ground(row, face)
        ratio = ground.devicePixelRatio()
        source = QRectF(rect.x() * ratio, (rect.y() - top) * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), ground, source)
        landing = self._state.landing
        if landing and not landing.refused:
            for span in landing.spans:
                for target in self._places.span_rects(*span):
                    if target.intersects(rect):
                        paint_target(painter, target.intersected(rect), edge=False)

    def _paint_landing_edges(self, painter: QPainter) -> None:
        landing = self._state.landing
        if landing and not landing.refused:
            for span in landing.spans:
                for rect in self._places.span_rects(*span):
                    paint_target_edge(painter, rect.adjusted(0, 0, 0, -1))

    def _paint_rings(self, painter: QPainter, row: int) -> None:
        state, top = self._state, self._places.row_top(row)
        for chip in self._model.faces[row].chips:
            key = chip.key
            if chip.item.ghost or key in state.lifted:
                continue
            if key in state.selected:
                _paint_ring(painter, chip.rect(top), chip, "accent", 0)
            if state.by_keyboard and key == state.key and not state.on_plus:
                _paint_ring(painter, chip.rect(top), chip, "focus_ring", 3 if key in state.selected else 2)

    def _paint_stretched(self, painter: QPainter) -> None:
        """Paint the event whose end is being pulled at the days that it would take."""
        chip, landing = self._state.stretched, self._state.landing
        if chip is None or landing is None or landing.refused:
            return
        rects = self._places.span_rects(*landing.spans[0])
        for number, cell in enumerate(rects):
            opens = number == 0 and self._places.grid.place(landing.spans[0][0]) is not None
            closes = number == len(rects) - 1 and self._places.grid.place(landing.spans[0][1]) is not None
            left, right = 4 if opens else 0, 3 if closes else 0
            rect = QRect(cell.x() + left, cell.y() + chip.y, cell.width() - left - right, chip.height)
            paint_chip(painter, rect, replace(chip.look, long=True, opens=opens, closes=closes, part="", below=""))

    def _paint_extras(self, painter: QPainter) -> None:
        state = self._state
        if state.opened:
            self._paint_opened(painter, state.opened)
        if state.by_keyboard and state.on_plus:
            _paint_round(painter, QRectF(self._places.plus_rect(state.day)).adjusted(-2, -2, 2, 2), 8)
        elif state.by_keyboard and state.key is None:
            _paint_round(painter, QRectF(self._places.day_rect(state.day)).adjusted(2, 1, -1, -2), 3)
        if state.hovered_day and not state.landing:
            cell = self._places.day_rect(state.hovered_day)
            picture = pixmap("plus", theme().color("text_disabled"), PLUS, painter.device().devicePixelRatioF())
            painter.drawPixmap(plus_hint(cell).topLeft(), picture)

    def _paint_opened(self, painter: QPainter, day: date) -> None:
        place = self._places.grid.place(day)
        if place:
            face = self._model.faces[place[0]].days[place[1]]
            painter.save()
            painter.setClipRect(self._places.plus_rect(day), Qt.ClipOperation.IntersectClip)
            self._model.layout.paint_date_line(painter, self._places.day_rect(day), face, opened=True)
            painter.restore()

    def _paint_header(self, painter: QPainter) -> None:
        grid, layout = self._places.grid, self._model.layout
        names = _day_names(language(), grid.first.weekday())
        paint_header(painter, grid, HEADER, layout.gutter_title(), names, layout.gutter_pad)


@cache
def _day_names(_language: str, first: int) -> tuple[str, ...]:
    """Return the short names of the weekdays; Qt takes its time to find them."""
    short = locale().FormatType.ShortFormat
    return tuple(locale().standaloneDayName((first + column) % 7 + 1, short) for column in range(7))


def plus_hint(cell: QRect) -> QRect:
    """Return where the faint "+" of an empty day is."""
    rect = QRect(0, 0, PLUS, PLUS)
    rect.moveCenter(cell.center() + QPoint(0, 6))
    return rect


def landing_region(places: CanvasPlaces, landing: Landing | None) -> QRegion:
    """Return what looks different with a landing than without it."""
    region = QRegion()
    if landing is None:
        return region
    if not landing.refused:
        for span in landing.spans:
            for rect in places.span_rects(*span):
                region += rect
    for week in landing.loads:
        place = places.grid.place(week)
        if place:
            region += places.gutter_rect(place[0])
    return region


def _paint_ring(painter: QPainter, rect: QRect, chip: ChipFace, role: str, gap: int) -> None:
    reach = gap + RING
    painter.save()
    painter.setClipRect(
        rect.adjusted(-reach if chip.look.opens else 0, -reach, reach if chip.look.closes else 0, reach),
        Qt.ClipOperation.IntersectClip,
    )
    body = shape_of(QRectF(rect), chip.look).adjusted(-gap, -gap, gap, gap)
    _paint_round(painter, body, 4 + gap, role)
    painter.restore()


def _paint_round(painter: QPainter, rect: QRectF, radius: float, role: str = "focus_ring") -> None:
    """Paint a ring of 2 px around a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color(role), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)
    painter.restore()
