"""A row of a list is dragged to another place of it: a line says where it would come, Esc lets it be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView
from typing_extensions import override

from widgets.common.reorder_drag import FAR, DropLine

EDGE: Final = 4


class RowDrag(QObject):
    """Hears the mouse on a list; what can be moved and where it went is asked of and told to its owner.

    `can_move(row)` says which rows are put in order, `dropped(row, to)` the row that it has among the others now.
    """

    def __init__(self, view: QListView, can_move: Callable[[int], bool], dropped: Callable[[int, int], None]) -> None:
        super().__init__(view)
        self._view, self._can_move, self._dropped = view, can_move, dropped
        self._row, self._from = -1, QPoint()
        self._holds = False
        self._line = DropLine(view.viewport())
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._on_key(event)
        if not isinstance(event, QMouseEvent) or watched is not self._view.viewport():
            return False  # in this order: a list that goes away sends events, and has no viewport any more
        place = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._row, self._from = self._view.indexAt(place).row(), place
            case QEvent.Type.MouseMove if self._row >= 0:
                return self._on_moved(place)
            case QEvent.Type.MouseButtonRelease if self._row >= 0:
                return self._on_released(place)
        return False

    def _on_moved(self, place: QPoint) -> bool:
        far = (place - self._from).manhattanLength() >= FAR
        if not self._holds and far and self._can_move(self._row):
            self._holds = True
        if self._holds:
            gap = self.gap_at(place.y())
            y = self._top_of(gap)
            self._line.stand(EDGE, y, self._view.viewport().width() - 2 * EDGE, upright=False)
        return self._holds

    def _on_released(self, place: QPoint) -> bool:
        held, row = self._holds, self._row
        self._end()
        if held:
            gap = self.gap_at(place.y())
            to = gap - 1 if gap > row else gap
            if to != row:
                self._dropped(row, to)
        return held

    def _on_key(self, event: QKeyEvent) -> bool:
        if self._holds and event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self._end()
            return True
        return False

    def _end(self) -> None:
        self._row, self._holds = -1, False
        self._line.hide()

    def gap_at(self, y: int) -> int:
        """Return before which row something would come that is let go at a height."""
        model, gap = self._view.model(), 0
        for row in range(model.rowCount()):
            if not self._can_move(row):
                continue
            if self._view.visualRect(model.index(row, 0)).center().y() < y:
                gap = row + 1
        return gap

    def _top_of(self, gap: int) -> int:
        model = self._view.model()
        if gap < model.rowCount():
            return self._view.visualRect(model.index(gap, 0)).top()
        return self._view.visualRect(model.index(gap - 1, 0)).bottom() + 1
