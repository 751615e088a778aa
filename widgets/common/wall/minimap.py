"""The whole wall, small: shows where one is, and goes where it is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.shadow import MARGIN
from widgets.common.theme import theme
from widgets.common.wall.floating import Floating
from widgets.common.wall.view import WallView
from widgets.common.words import tr

RIGHT, BOTTOM = 14, 56
ROOM: Final = QSize(134, 84)
REST: Final = 150  # ms without a change before the picture is drawn anew
HIDDEN_BELOW: Final = 480  # px of height of the view


class Minimap(Floating):
    """150 x 100, above the zoom bar; `draw` paints the content in coordinates of the wall."""

    def __init__(self, view: WallView, draw: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__(view, 8, 7)
        self.picture = _Picture(view, draw)
        self.row.addWidget(self.picture)
        self.setFixedSize(ROOM.width() + 2 * (MARGIN + 8), ROOM.height() + 2 * (MARGIN + 8))
        self.retranslate()

    def content_changed(self) -> None:
        """Draw the picture anew when there is time."""
        self.picture.content_changed()

    @override
    def place(self) -> None:
        self.setVisible(self._view.height() >= HIDDEN_BELOW)
        self.put(right=RIGHT, bottom=BOTTOM)

    @override
    def retranslate(self) -> None:
        self.picture.setAccessibleName(tr("wall.minimap"))
        self.picture.setToolTip(tr("wall.minimap.hint"))


class _Picture(QWidget):
    def __init__(self, view: WallView, draw: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self._wall, self._draw = view, draw
        self._kept: QPixmap | None = None
        self._shown = QRectF()
        self.setFixedSize(ROOM)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._forget)
        view.moved.connect(self.update)
        theme().changed.connect(self._forget)

    def content_changed(self) -> None:
        self._rest.start()

    def _forget(self) -> None:
        self._kept = None
        self.update()

    def _scale(self) -> float:
        return min(ROOM.width() / max(1.0, self._shown.width()), ROOM.height() / max(1.0, self._shown.height()))

    def _on_wall(self, place: QPointF) -> QPointF:
        middle = QPointF(ROOM.width() / 2, ROOM.height() / 2)
        return self._shown.center() + (place - middle) / self._scale()

    def _go(self, event: QMouseEvent) -> None:
        place = self._on_wall(event.position())
        self._wall.reveal(QRectF(place, place), middle=True)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = QPixmap(ROOM * ratio)
        kept.setDevicePixelRatio(ratio)
        kept.fill(Qt.GlobalColor.transparent)
        painter = QPainter(kept)
        self._to_wall(painter)
        self._draw(painter, self._shown)
        painter.end()
        return kept

    def _to_wall(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(ROOM.width() / 2, ROOM.height() / 2)
        painter.scale(self._scale(), self._scale())
        painter.translate(-self._shown.center())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._kept is None:
            edge = 20
            self._shown = self._wall.content().adjusted(-edge, -edge, edge, edge)
            self._kept = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept)
        self._to_wall(painter)
        pen = QPen(theme().color("accent"), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        inset = 1 / self._scale()
        seen = self._wall.visible_part() & self._shown
        painter.drawRect(seen.adjusted(inset, inset, -inset, -inset))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
