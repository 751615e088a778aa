"""Columns of the board that are dragged by their heads."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from widgets.common.reorder_drag import DropLine
from widgets.common.shadow import MARGIN, paint_shadow
from widgets.common.theme import theme
from widgets.tasks.board_column import BoardColumn

AWAY: Final = QPoint(12 - MARGIN, 8 - MARGIN)  # from the pointer to what is held, its shadow around it
EDGE: Final = 40  # px near the edge in which the board scrolls
RADIUS: Final = 10
MOST: Final = 260  # px of height that are shown of what is held


class ColumnDrag(QObject):
    """The place of the column stays as a dashed frame, a line shows where it would stand.

    Signals:
        dropped: a column is to stand elsewhere (its id, the place among all).
    """

    dropped = Signal(str, int)

    def __init__(self, board: QScrollArea, host: QWidget, row: QHBoxLayout) -> None:
        super().__init__(board)
        self._board, self._host, self._row = board, host, row
        self.line, self._slot, self._held = DropLine(host), _Slot(host), _Held(board)

    def watch(self, name: str, column: BoardColumn) -> None:
        """Hear what is dragged by the head of a column."""
        drag = column.head.drag
        drag.moved.connect(partial(self._on_moved, column))
        drag.dropped.connect(partial(self._on_dropped, name, column))
        drag.ended.connect(self._end)

    def _columns(self) -> list[QWidget]:
        found = (self._row.itemAt(at) for at in range(self._row.count()))
        return [widget for item in found if item and isinstance(widget := item.widget(), BoardColumn)]

    def _gap(self, place: QPoint) -> int:
        """Return before which column something held at a place of the screen would stand."""
        x = self._host.mapFromGlobal(place).x()
        return sum(column.geometry().center().x() < x for column in self._columns())

    def _on_moved(self, column: BoardColumn, place: QPoint) -> None:
        board, columns = self._board, self._columns()
        if self._held.isHidden():
            self._held.hold(column.grab())
            self._slot.setGeometry(column.geometry())
            self._slot.raise_()
            self._slot.show()
        here = board.mapFromGlobal(place)
        bar = board.horizontalScrollBar()
        if here.x() < EDGE or here.x() > board.width() - EDGE:
            bar.setValue(bar.value() + (EDGE if here.x() > EDGE else -EDGE) // 2)
        self._held.move(here + AWAY)
        gap = self._gap(place)
        if gap in (columns.index(column), columns.index(column) + 1):
            self.line.hide()
            return
        near = columns[min(gap, len(columns) - 1)].geometry()
        half = self._row.spacing() // 2
        x = near.left() - half if gap < len(columns) else near.right() + half
        self.line.stand(x, near.top(), near.height(), upright=True)

    def _on_dropped(self, name: str, column: BoardColumn, place: QPoint) -> None:
        row, gap = self._columns().index(column), self._gap(place)
        goal = gap - (gap > row)
        if goal != row:
            self.dropped.emit(name, goal)

    def _end(self) -> None:
        for widget in (self.line, self._slot, self._held):
            widget.hide()


class _Slot(QWidget):
    """Where the column is taken from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("bg"))
        painter.setPen(QPen(theme().color("border_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class _Held(QWidget):
    """The upper part of the column below the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def hold(self, picture: QPixmap) -> None:
        """Show a picture."""
        self._picture = picture
        size = picture.deviceIndependentSize().toSize()
        self.resize(size.width() + 2 * MARGIN, min(size.height(), MOST) + 2 * MARGIN)
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        panel = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        paint_shadow(painter, panel, RADIUS)
        outline = QPainterPath()
        outline.addRoundedRect(panel, RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        painter.drawPixmap(panel.topLeft().toPoint(), self._picture)
        painter.setClipping(False)
        painter.setPen(QPen(theme().color("accent"), 1))
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
