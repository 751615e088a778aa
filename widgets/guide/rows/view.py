"""Rows of the guide as a list: arrows walk, a click shows, Enter edits, Alt with arrows and the mouse put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.guide.snapshot import Row
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.theme import theme
from widgets.guide.bench import Bench
from widgets.guide.row_drag import RowDrag
from widgets.guide.rows.cells import Column, Line
from widgets.guide.rows.face import CardsFace, RowState, TableFace

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()


class RowTable(QFrame):
    """The head of a table, and below it its rows; as high as they are."""

    def __init__(self, bench: Bench, face: TableFace | None = None) -> None:
        super().__init__()
        self.face = face or TableFace()
        self.head, self.list = _Head(self.face), RowList(bench, self.face)
        column = QVBoxLayout(self)
        cards = isinstance(self.face, CardsFace)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list)
        self.setProperty("look", "" if cards else "card")

    def set_columns(self, name: str, columns: Sequence[Column]) -> None:
        """Write the titles; the list is read out under a name."""
        self.face.columns = columns
        self.list.setAccessibleName(name)
        self.head.fit()
        self.list.fit()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows."""
        self.list.show_lines(lines)
        self.setVisible(bool(lines))

    def place_of(self, row: Row) -> QRect | None:
        """Return where a row stands in the table."""
        place = self.list.place_of(row)
        return place.translated(self.list.pos()) if place else None


class _Head(QWidget):
    def __init__(self, face: TableFace) -> None:
        super().__init__()
        self._face = face
        theme().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        self.setFixedHeight(self._face.head_height())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face.paint_head(painter, self.rect())


class RowList(QListView):
    """Rows that are as high as their texts; what is done with them is asked of the bench."""

    def __init__(self, bench: Bench, face: TableFace) -> None:
        super().__init__()
        self.bench, self.face = bench, face
        self._quiet = False
        self.order_of: Callable[[Row], Row] = lambda row: row  # what is put in order when a row is moved
        self.lines = _Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        KeyboardFocus(self)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_opened)
        RowDrag(self, self._can_move, self._on_dropped)
        theme().changed.connect(self.fit)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; the keyboard stays where it was, or near it."""
        if list(lines) == self.lines.all:
            return  # most changes touch one chapter
        before = self.currentIndex().row()
        self._quiet = True
        self.lines.show_lines(lines)
        chosen = self.lines.row_of(self.bench.chosen)
        if chosen >= 0:
            self._put(chosen)
        elif before >= 0 and self.lines.rowCount():
            self._put(min(before, self.lines.rowCount() - 1), select=False)
        self._quiet = False
        self.fit()

    def show_chosen(self, row: Row | None) -> None:
        """Mark the row that is chosen, none when it is elsewhere."""
        at = self.lines.row_of(row)
        self._quiet = True
        if at >= 0:
            self._put(at)
        else:
            self.clearSelection()
        self._quiet = False

    def fit(self) -> None:
        """Be as high as all rows are together in the width that there is."""
        width = self.viewport().width()
        self.setFixedHeight(max(1, sum(self.face.height(it, width) for it in self.lines.all)))
        self.scheduleDelayedItemsLayout()

    def place_of(self, row: Row) -> QRect | None:
        """Return where a row stands."""
        at = self.lines.row_of(row)
        if at < 0:
            return None
        width = self.viewport().width()
        heights = [self.face.height(it, width) for it in self.lines.all[: at + 1]]
        return QRect(0, sum(heights[:-1]), width, heights[-1])

    def take_keyboard(self, row: Row) -> bool:
        """Put the keyboard on a row, when it is here."""
        if self.lines.row_of(row) < 0:
            return False
        self.show_chosen(row)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _put(self, at: int, *, select: bool = True) -> None:
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.lines.index(at, 0), flag.ClearAndSelect if select else flag.Clear)

    def _row(self, index: Index) -> Row | None:
        line = index.data(LINE)
        return line.row if isinstance(line, Line) else None

    def _on_current(self, index: Index) -> None:
        row = self._row(index)
        if row is not None and not self._quiet:
            self.bench.choose(row)
            self.bench.walked.emit(row)

    def _on_clicked(self, index: Index) -> None:
        row = self._row(index)
        if row is not None:
            self.bench.show(row)

    def _on_opened(self, index: Index) -> None:
        row = self._row(index)
        if row is not None:
            self.bench.open(row)

    def _can_move(self, at: int) -> bool:
        row = self.order_of(self.lines.all[at].row) if 0 <= at < len(self.lines.all) else None
        return row is not None and hasattr(self.bench.guide.get(*row), "position")

    def _on_dropped(self, at: int, to: int) -> None:
        moved = self.order_of(self.lines.all[at].row)
        gap = to if to < at else to + 1
        above = {self.order_of(line.row) for line in self.lines.all[:gap]} - {moved}
        self.bench.move(moved, len(above))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row(self.currentIndex())
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                self.bench.open(row)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt and row is not None:
                self.bench.shift(self.order_of(row), -1 if event.key() == Qt.Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class _Lines(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.all: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        if [it.row for it in lines] == [it.row for it in self.all]:
            self.all = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))
            return
        self.beginResetModel()
        self.all = list(lines)
        self.endResetModel()

    def row_of(self, row: Row | None) -> int:
        return next((at for at, line in enumerate(self.all) if line.row == row), -1)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.all)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.all):
            return None
        line = self.all[index.row()]
        if role == LINE:
            return line
        return line.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._view.face.height(index.data(LINE), self._view.viewport().width()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=shows_focus(option),
            first=index.row() == 0,
            last=index.row() == self._view.lines.rowCount() - 1,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._view.face.paint(painter, option.rect, index.data(LINE), state)
        painter.restore()
