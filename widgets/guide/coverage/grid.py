"""The grid of a week on which hours are painted, by mouse and by keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.painting import LEFT, paint_focus, paint_text
from widgets.common.theme import theme
from widgets.guide.coverage.cell_paint import paint_cell, paint_drawn
from widgets.guide.coverage.cells import COLUMNS, STEP, Cells, Index

ROW: Final = 17  # with the 2 px between days
APART: Final = 2
KEEPS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape})


class CoverageGrid(QTableView):
    """A drag, or Space after the arrows, paints; Shift or the right button, a painted cell and Delete take away.

    Signals:
        painted: hours are to be there, or no more (rows of days, first minute, end, whether they are taken away).
    """

    painted = Signal(object, int, int, bool)

    def __init__(self, cells: Cells) -> None:
        super().__init__()
        self.cells = cells
        self.role, self.person, self.family = "", "", "welcome"  # what is painted with
        self._start: QModelIndex | None = None
        self._erase = False
        self.setModel(cells)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setProperty("look", "sheet")
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        KeyboardFocus(self)
        theme().changed.connect(self.fit)
        self.fit()

    @property
    def drawing(self) -> bool:
        """Whether a drag goes on."""
        return self._start is not None

    @property
    def erases(self) -> bool:
        """Whether the drag takes away."""
        return self._erase

    def fit(self) -> None:
        """Give each hour as many px as the next, and days their height."""
        high = round(ROW * max(1.0, theme().text_scale))
        for row in range(7):
            self.setRowHeight(row, high)
        self.setFixedHeight(7 * high)
        width = self.viewport().width()
        edges = [column * width // COLUMNS for column in range(COLUMNS + 1)]
        for column in range(COLUMNS):
            self.setColumnWidth(column, edges[column + 1] - edges[column])

    def is_painted(self, index: Index) -> bool:
        """Whether what would be painted is there already, all of the half hour."""
        shifts = self.cells.cell(index.row(), index.column()).shifts
        return any(it.role == self.role and self.person in {"", it.person} for it in shifts)

    def cancel(self) -> None:
        """Leave a drag without painting."""
        self._start = None
        self.clearSelection()
        self.viewport().update()

    def paint_chosen(self, *, erase: bool) -> None:
        """Paint what is chosen by keys, or the cell that the keyboard is on."""
        chosen = self.selectionModel().selectedIndexes()
        if chosen:
            self._give(min(chosen, key=_place), max(chosen, key=_place), erase=erase)
        elif self.currentIndex().isValid():
            self._give(self.currentIndex(), self.currentIndex(), erase=erase)

    def _give(self, one: Index, other: Index, *, erase: bool) -> None:
        rows = range(min(one.row(), other.row()), max(one.row(), other.row()) + 1)
        first, last = sorted((one.column(), other.column()))
        self.painted.emit(list(rows), first * STEP, (last + 1) * STEP, erase)

    def _cell_at(self, place: QPoint) -> QModelIndex:
        """Return the cell at a place, the nearest one beyond the edges."""
        inside = self.viewport().rect().adjusted(0, 0, -1, -1)
        x = min(max(place.x(), inside.left()), inside.right())
        y = min(max(place.y(), inside.top()), inside.bottom())
        return self.indexAt(QPoint(x, y))

    def _paint_notes(self) -> None:
        """Write what is special about a day where its night is empty."""
        painter = QPainter(self.viewport())
        for row in range(7):
            note = "" if self.drawing else self.cells.shown.note(row)
            free = self.cells.free_until(row) if note else 0
            if free:
                end = self.columnViewportPosition(free - 1) + self.columnWidth(free - 1)
                place = QRect(5, self.rowViewportPosition(row), end - 8, self.rowHeight(row) - APART)
                role = "danger_text" if self.cells.shown.holiday(row) else "text_2"
                paint_text(painter, place, note, theme().font("micro"), role, LEFT)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._cell_at(event.position().toPoint())
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        if not index.isValid() or event.button() not in buttons or self.drawing:
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._erase = event.button() == buttons[1] or bool(shift) or self.is_painted(index)
        self._start = index
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None:
            return
        index = self._cell_at(event.position().toPoint())
        area = QItemSelection(
            self.cells.index(min(self._start.row(), index.row()), min(self._start.column(), index.column())),
            self.cells.index(max(self._start.row(), index.row()), max(self._start.column(), index.column())),
        )
        self.selectionModel().select(area, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._start = self._start, None
        if start is None:
            return
        end = self._cell_at(event.position().toPoint())
        self.clearSelection()
        self._give(start, end, erase=self._erase)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick presses paint twice

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.drawing or self.selectionModel().hasSelection():
                self.cancel()
            case Qt.Key.Key_Escape:
                event.ignore()
            case _ if self.drawing:
                event.accept()
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.paint_chosen(erase=shift or self.is_painted(self.currentIndex()))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.paint_chosen(erase=True)
            case _:
                super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEEPS:
            event.accept()  # these keys paint here, whatever they do on the page
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_notes()
        if not self.property("by_keyboard") or not self.hasFocus() or self.drawing:
            return
        painter = QPainter(self.viewport())
        area = QRect()
        for index in self.selectionModel().selectedIndexes():
            area = area.united(self.visualRect(index))
        here = self.visualRect(self.currentIndex())
        paint_focus(painter, (area.united(here) if area.isValid() else here).adjusted(-1, -1, 0, 0), 2)


def _place(index: Index) -> tuple[int, int]:
    return index.row(), index.column()


class _Painter(QStyledItemDelegate):
    def __init__(self, grid: CoverageGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid, row, column = self._grid, index.row(), index.column()
        rect = QRect(option.rect).adjusted(int(column % 2 == 0), 0, 0, -APART)
        if grid.drawing and grid.selectionModel().isSelected(index):
            paint_drawn(painter, rect, grid.family, erase=grid.erases)
            return
        paint_cell(painter, rect, grid.cells.cell(row, column), (row * COLUMNS + column) * STEP, grid.cells.shown)
