"""A line of the grid of a member journey is pulled: the moment or touchpoint before it becomes larger or smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.purpose.board import Axis, GridLine
from app.purpose.journey import NARROWEST
from app.purpose.snapping import REACH
from widgets.purpose.canvas.gesture import Gesture, Keys
from widgets.purpose.canvas.marks import paint_grid_line
from widgets.purpose.painting.grid import end_of

if TYPE_CHECKING:
    from widgets.purpose.canvas.board_view import BoardView

LINE_CURSORS: Final = {Axis.MOMENT: Qt.CursorShape.SplitHCursor, Axis.TOUCHPOINT: Qt.CursorShape.SplitVCursor}


class PullLine(Gesture):
    """Shows where the line will be; it becomes as large as others when it is near that, unless Space lets it go."""

    def __init__(self, view: BoardView, start: QPointF, line: GridLine) -> None:
        super().__init__(view, start)
        self._line, self._size = line, line.size
        self._others = [it.size for it in view.picture.wall.grid if it.axis is line.axis and it.id != line.id]

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Show the new size."""
        by = here.x() - self.start.x() if self._line.axis is Axis.MOMENT else here.y() - self.start.y()
        size = max(NARROWEST, round(self._line.size + by))
        near = min(self._others, key=lambda it: abs(it - size), default=size) if self.snaps else size
        self._size = near if abs(near - size) <= REACH / self.view.zoom() else size

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the new size."""
        self.go(here, keys)
        if self._size != self._line.size:
            self.view.line_requested.emit(self._line, self._size)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the line where it will be."""
        begin, end = end_of(self.view.picture.wall, self._line)
        by = self._size - self._line.size
        off = QPointF(by, 0) if self._line.axis is Axis.MOMENT else QPointF(0, by)
        paint_grid_line(painter, self.view.on_view(begin + off), self.view.on_view(end + off))
