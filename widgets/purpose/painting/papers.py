"""Papers with round corners, painted fast on the screen and as shapes everywhere else."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QPixmap, QTransform

KEPT: Final = 256  # corners of different papers and zooms
SHADOW: Final = 1.5  # px that a shadow lies lower


class Papers:
    """Keeps the corners of papers as small pictures: painting round corners of large areas is slow."""

    def __init__(self) -> None:
        self._corners: dict[tuple[int, int, int, float], QPixmap] = {}

    def forget(self) -> None:
        """Make all anew, as after a change of the theme."""
        self._corners.clear()

    def paint(
        self, painter: QPainter, rect: QRectF, fill: QColor, line: QColor, radius: float, shadow: QColor | None = None
    ) -> None:
        """Paint a paper with its edge, and a thin shadow below it."""
        zoom = _zoom(painter)
        if zoom is None:
            _paint_shape(painter, rect, fill, line, radius, shadow)
        else:
            self._paint_pixels(painter, rect, fill, line, max(1, ceil(radius * zoom)), shadow)

    def _paint_pixels(
        self, painter: QPainter, rect: QRectF, fill: QColor, line: QColor, radius: int, shadow: QColor | None
    ) -> None:
        """Paint whole pixels: straight parts as rectangles, corners from a picture."""
        to_screen = painter.transform()
        place = to_screen.mapRect(rect).toRect()
        painter.setTransform(QTransform())
        radius = min(radius, place.width() // 2, place.height() // 2)
        if shadow is not None:
            painter.fillRect(place.adjusted(radius, place.height(), -radius, 1), shadow)
        if radius < 1:
            painter.fillRect(place, fill)
            painter.setTransform(to_screen)
            return
        painter.fillRect(place.adjusted(radius, 1, -radius, -1), fill)
        painter.fillRect(QRect(place.left() + 1, place.top() + radius, radius - 1, place.height() - 2 * radius), fill)
        right = place.right() - radius + 1
        painter.fillRect(QRect(right, place.top() + radius, radius - 1, place.height() - 2 * radius), fill)
        _paint_edges(painter, place, line, radius)
        corner = self._corner(fill, line, radius, painter.device().devicePixelRatioF())
        _paint_corners(painter, place, corner, radius)
        painter.setTransform(to_screen)

    def _corner(self, fill: QColor, line: QColor, radius: int, ratio: float) -> QPixmap:
        """Return a small paper whose four quarters are the corners."""
        key = (fill.rgba(), line.rgba(), radius, ratio)
        found = self._corners.get(key)
        if found is None:
            if len(self._corners) >= KEPT:
                self._corners.clear()
            size = 2 * radius
            found = QPixmap(round(size * ratio), round(size * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(line)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), radius - 0.5, radius - 0.5)
            painter.end()
            self._corners[key] = found
        return found


def _zoom(painter: QPainter) -> float | None:
    """Return how much a painter enlarges, None when it paints shapes rather than pixels."""
    engine = painter.paintEngine()
    if engine is None or engine.type() != QPaintEngine.Type.Raster:
        return None
    transform = painter.transform()
    if transform.isRotating():
        return None
    return transform.m11()


def _paint_edges(painter: QPainter, place: QRect, line: QColor, radius: int) -> None:
    across, along = place.width() - 2 * radius, place.height() - 2 * radius
    painter.fillRect(place.left() + radius, place.top(), across, 1, line)
    painter.fillRect(place.left() + radius, place.bottom(), across, 1, line)
    painter.fillRect(place.left(), place.top() + radius, 1, along, line)
    painter.fillRect(place.right(), place.top() + radius, 1, along, line)


def _paint_corners(painter: QPainter, place: QRect, corner: QPixmap, radius: int) -> None:
    ratio = corner.devicePixelRatio()
    part = round(radius * ratio)
    right, bottom = place.right() - radius + 1, place.bottom() - radius + 1
    painter.drawPixmap(place.left(), place.top(), corner, 0, 0, part, part)
    painter.drawPixmap(right, place.top(), corner, part, 0, part, part)
    painter.drawPixmap(place.left(), bottom, corner, 0, part, part, part)
    painter.drawPixmap(right, bottom, corner, part, part, part, part)


def _paint_shape(
    painter: QPainter, rect: QRectF, fill: QColor, line: QColor, radius: float, shadow: QColor | None
) -> None:
    if shadow is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        painter.drawRoundedRect(rect.translated(0, SHADOW), radius, radius)
    painter.setPen(QPen(line, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


PAPERS: Final = Papers()
