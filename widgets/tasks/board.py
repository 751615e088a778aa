"""The board: one column for each status, cards that are dragged between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget
from typing_extensions import override

from widgets.common.words import tr
from widgets.tasks.board_column import BoardColumn, ColumnFace
from widgets.tasks.column_drag import ColumnDrag
from widgets.tasks.column_list import ColumnList
from widgets.tasks.rows import TaskRow

GAP: Final = 12


class Board(QScrollArea):
    """Columns side by side; one selection over all of them.

    Signals:
        selection_changed: other tasks are selected (list of ids).
        opened: a task is to be opened.
        tick_requested: a task is to be finished, or not (its id, whether).
        moved: tasks are to stand in a column before another (ids, column, the other or "").
        shifted: the selection is to go (columns, rows) on.
        deleted: the selection is to go.
        add_requested: a task is to be added to a column (its id).
        column_asked: something is to be done with a column ("rename", …, its id).
        column_moved: a column is to stand elsewhere (its id, the place).
        origin_requested: the chip of an origin was pressed.
        older_requested: all finished tasks are to be seen.
        menu_requested: the menu of the selection is wanted (place on the screen).
    """

    selection_changed = Signal(object)
    opened = Signal()
    tick_requested = Signal(str, bool)
    moved = Signal(object, str, str)
    shifted = Signal(int, int)
    deleted = Signal()
    add_requested = Signal(str)
    column_asked = Signal(str, str)
    column_moved = Signal(str, int)
    origin_requested = Signal(object)
    older_requested = Signal()
    menu_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: dict[str, BoardColumn] = {}
        self._quiet = False
        self._room = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        host = QWidget()
        host.setObjectName("bg")
        self._row = QHBoxLayout(host)
        self._row.setContentsMargins(24, 12, 24, 14)
        self._row.setSpacing(GAP)
        self.setWidget(host)
        self._dragged = ColumnDrag(self, host, self._row)
        self._dragged.dropped.connect(self.column_moved)
        self.tip = QLabel(self)
        self.tip.setProperty("look", "drag-tip")
        self.tip.setTextFormat(Qt.TextFormat.PlainText)
        self.tip.hide()

    # --- what is shown ---

    def show_columns(self, columns: Sequence[tuple[ColumnFace, Sequence[TaskRow]]]) -> None:
        """Show other columns or tasks; the selection stays with its tasks."""
        chosen, current = self.selection(), self.current_id()
        self._quiet = True
        wanted = [face.id for face, _ in columns]
        for gone in self.columns.keys() - set(wanted):
            column = self.columns.pop(gone)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        for place, (face, rows) in enumerate(columns):
            column = self.columns.get(face.id) or self._new_column(face.id)
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column, 1)
            column.show_column(face, rows)
        self.columns = {name: self.columns[name] for name in wanted}
        self._quiet = False
        self.select(chosen)
        self._keep_current(current)

    def _keep_current(self, current: str) -> None:
        """Let the keyboard go with its task when that went to another column."""
        if not current or self.current_id() == current:
            return
        focused = any(column.list.hasFocus() for column in self.columns.values())
        for column in self.columns.values():
            for row in column.model.rows_of([current]):
                index = column.model.index(row, 0)
                column.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                if focused:
                    column.list.setFocus(Qt.FocusReason.OtherFocusReason)
                column.list.scrollTo(index)

    def _new_column(self, name: str) -> BoardColumn:
        column = self.columns[name] = BoardColumn()
        cards = column.list
        cards.set_room(self._room)
        cards.selectionModel().selectionChanged.connect(partial(self._on_selection_changed, name))
        cards.opened.connect(self.opened)
        cards.deleted.connect(self.deleted)
        cards.shifted.connect(self.shifted)
        cards.walked.connect(partial(self._on_walked, name))
        cards.dropped.connect(partial(self._on_dropped, name))
        cards.hovered.connect(partial(self._on_hovered, name))
        cards.lifted.connect(self._on_lifted)
        cards.cards.origin_requested.connect(self.origin_requested)
        cards.customContextMenuRequested.connect(partial(self._on_menu_requested, name))
        column.model.tick_requested.connect(self.tick_requested)
        column.add_requested.connect(partial(self.add_requested.emit, name))
        column.older_requested.connect(self.older_requested)
        column.asked.connect(partial(self._on_asked, name))
        self._dragged.watch(name, column)
        return column

    def set_room(self, room: int) -> None:
        """Leave so much room below the last card of each column."""
        self._room = room
        for column in self.columns.values():
            column.list.set_room(room)

    # --- selection ---

    def selection(self) -> list[str]:
        """Return the selected tasks, column by column."""
        return [one for column in self.columns.values() for one in column.list.chosen()]

    def current_id(self) -> str:
        """Return the task that the keyboard is on, or ""."""
        focused = next((column for column in self.columns.values() if column.list.hasFocus()), None)
        if focused:
            return focused.list.current_id()
        chosen = self.selection()
        return chosen[-1] if chosen else ""

    def meant(self) -> list[str]:
        """Return what an action means: the selection, or the task that the keyboard is on."""
        current, chosen = self.current_id(), self.selection()
        return chosen if not current or current in chosen else [current]

    def select(self, ids: Iterable[str]) -> None:
        """Select tasks without a signal."""
        wanted = list(ids)
        self._quiet = True
        for column in self.columns.values():
            rows = QItemSelection()
            for row in column.model.rows_of(wanted):
                rows.select(column.model.index(row, 0), column.model.index(row, 0))
            column.list.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def ids(self) -> list[str]:
        """Return the tasks that are shown, column by column."""
        return [one for column in self.columns.values() for one in column.model.ids()]

    def select_all(self) -> None:
        """Select every task that is shown."""
        self.select(self.ids())
        self.selection_changed.emit(self.selection())

    def reveal(self, task: str) -> bool:
        """Select one task and put the keyboard on it; return whether it is shown."""
        shown = self.point_out(task)
        if shown:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown is not None

    def point_out(self, task: str) -> ColumnList | None:
        """Select one task and bring it into view; return the list that it is in."""
        for column in self.columns.values():
            for row in column.model.rows_of([task]):
                self.select([task])
                index = column.model.index(row, 0)
                column.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                column.list.scrollTo(index)
                return column.list
        return None

    def anchor(self, task: str) -> QRect:
        """Return where a card is on the screen, nowhere when it is not shown."""
        for column in self.columns.values():
            for row in column.model.rows_of([task]):
                rect = column.list.visualRect(column.model.index(row, 0))
                return QRect(column.list.viewport().mapToGlobal(rect.topLeft()), rect.size())
        return QRect()

    def _on_selection_changed(self, name: str, *_: object) -> None:
        """Let a new selection in one column end that of the others, unless Ctrl or Shift is held."""
        if self._quiet:
            return
        keeps = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if self.columns[name].list.chosen() and not QApplication.keyboardModifiers() & keeps:
            self._quiet = True
            for other, column in self.columns.items():
                if other != name:
                    column.list.clearSelection()
            self._quiet = False
        self.selection_changed.emit(self.selection())

    def _on_walked(self, name: str, step: int) -> None:
        names = list(self.columns)
        place = names.index(name) + step
        here = self.columns[name].list
        top = here.visualRect(here.currentIndex()).center() if here.currentIndex().isValid() else QPoint(0, 0)
        while 0 <= place < len(names):
            column = self.columns[names[place]]
            if column.model.rowCount():
                near = column.list.indexAt(QPoint(20, top.y()))
                last = column.model.index(column.model.rowCount() - 1, 0)
                column.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                column.list.setCurrentIndex(near if near.isValid() else last)
                return
            place += step

    def _on_menu_requested(self, name: str, place: QPoint) -> None:
        self.menu_requested.emit(self.columns[name].list.viewport().mapToGlobal(place))

    def _on_asked(self, name: str, what: str) -> None:
        self.column_asked.emit(what, name)

    # --- dragging ---

    def _on_dropped(self, name: str, ids: list[str], before: str) -> None:
        self.moved.emit(ids, name, before)

    def _on_lifted(self, ids: list[str]) -> None:
        for column in self.columns.values():
            column.list.cards.held = frozenset(ids)
            column.list.viewport().update()
        self.tip.hide()

    def _on_hovered(self, name: str, ids: list[str], row: int) -> None:
        """Say below what is held where it would stand."""
        if row < 0:
            self.tip.hide()
            return
        column = self.columns[name]
        face, here = column.face, column.model.ids()
        place = 1 + sum(one not in ids for one in here[:row])
        after = face.tasks + sum(one not in here for one in ids)
        if face.limit:
            text = tr("tasks.drag.of", column=face.name, place=place, count=after, limit=face.limit)
        else:
            text = tr("tasks.drag.place", column=face.name, place=place)
        self.tip.setText(text)
        self.tip.adjustSize()
        pointer = self.mapFromGlobal(QCursor.pos())
        x = min(pointer.x() + 20, self.width() - self.tip.width() - 8)
        self.tip.move(x, min(pointer.y() + 112, self.height() - self.tip.height() - 8))
        self.tip.raise_()
        self.tip.show()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the cards."""
        chosen = [column for column in self.columns.values() if column.list.chosen()]
        filled = [column for column in self.columns.values() if column.model.rowCount()]
        for column in (chosen or filled)[:1]:
            column.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not column.list.currentIndex().isValid():
                flag = QItemSelectionModel.SelectionFlag.NoUpdate
                column.list.selectionModel().setCurrentIndex(column.model.index(0, 0), flag)
