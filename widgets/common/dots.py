"""Small round marks in a colour, for lists and legends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPen, QPixmap
from typing_extensions import override

from widgets.common.icons import draw
from widgets.common.theme import theme


class _Dot(QIconEngine):
    """Asks the theme at each painting."""

    def __init__(self, role: str, ring: bool, ticks: bool) -> None:
        super().__init__()
        self._role, self._ring, self._ticks = role, ring, ticks

    @override
    def clone(self) -> QIconEngine:
        return _Dot(self._role, self._ring, self._ticks)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        if self._ticks and state == QIcon.State.On:
            draw(painter, "check", theme().color(self._role), QRectF(rect))
            return
        paint_dot(painter, QRectF(rect).center().toPoint(), self._role, ring=self._ring)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        picture = QPixmap(size * scale)  # the size is in logical px
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture


def dot(role: str, *, ring: bool = False, ticks: bool = False) -> QIcon:
    """Return a dot of 8 px in a colour role such as "category.live.solid", or only its ring.

    With `ticks` it becomes a tick in that colour where it is chosen: menus draw no box beside an icon.
    """
    return QIcon(_Dot(role, ring, ticks))


def paint_dot(painter: QPainter, centre: QPoint, role: str, *, ring: bool = False) -> None:
    """Paint a dot of 8 px around a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme().color(role)
    if ring:
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(QRectF(centre.x() - 3, centre.y() - 3, 6, 6))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(centre.x() - 4, centre.y() - 4, 8, 8))
    painter.restore()
