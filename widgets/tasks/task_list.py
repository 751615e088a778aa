"""Tasks as a list in groups, with the names of its columns above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.chip_picture import chip_picture
from widgets.common.drag_data import dragged_tasks
from widgets.common.words import Retranslated, tr
from widgets.tasks.names import ColumnNames
from widgets.tasks.row_delegate import RowDelegate
from widgets.tasks.rows import HEAD, HeadRow, Row, RowsModel, TaskRow
from widgets.tasks.task_lines import TaskLines

DAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class TaskList(Retranslated):
    """The list and the line with the names of its columns.

    Signals:
        selection_changed: other tasks are selected (list of ids).
        opened: a task is to be opened.
        tick_requested: a task is to be finished, or not (its id, whether).
        put_off: the selection is to be due some days later.
        deleted: the selection is to go.
        origin_requested: the chip of an origin was pressed.
        fold_requested: a group is to be folded, or not (its key).
        late_requested: all late tasks are to be due today.
        menu_requested: the menu of the selection is wanted (place on the screen).
        dropped: tasks were dropped on a group (list of ids, its key).
        sort_chosen: tasks are to be sorted by another side, or the other way round.
    """

    selection_changed = Signal(object)
    opened = Signal()
    tick_requested = Signal(str, bool)
    put_off = Signal(int)
    deleted = Signal()
    origin_requested = Signal(object)
    fold_requested = Signal(str)
    late_requested = Signal()
    menu_requested = Signal(object)
    dropped = Signal(object, str)
    sort_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.model = RowsModel(self)
        self.list = _Lines(self.model)
        self.names = ColumnNames()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.names)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._connect()
        self.retranslate()

    def set_room(self, room: int) -> None:
        """Leave so much room below the last row."""
        self.list.set_room(room)

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.list.opened.connect(self._on_opened)
        self.list.put_off.connect(self.put_off)
        self.list.dropped.connect(self.dropped)
        self.names.sort_chosen.connect(self.sort_chosen)
        self.list.deleted.connect(self.deleted)
        self.list.delegate.origin_requested.connect(self.origin_requested)
        self.list.delegate.fold_requested.connect(self.fold_requested)
        self.list.delegate.link_requested.connect(lambda _: self.late_requested.emit())
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.model.tick_requested.connect(self.tick_requested)

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("tasks.view.list"))
        self.names.update()
        self.list.viewport().update()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the selection stays with its tasks."""
        chosen, current = self.selection(), self.model.row_at(self.list.currentIndex())
        self._quiet = True
        self.model.show_rows(rows)
        self._quiet = False
        self.select(chosen)
        if current is not None:
            self._keep_current(current.key)

    def _keep_current(self, key: str) -> None:
        """Let the keyboard go with its row when that went elsewhere."""
        row = next((at for at, row in enumerate(self.model.rows()) if row.key == key), -1)
        if row >= 0 and row != self.list.currentIndex().row():
            index = self.model.index(row, 0)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(index)

    def selection(self) -> list[str]:
        """Return the selected tasks in their order."""
        return self.list.chosen()

    def current_id(self) -> str:
        """Return the task that the keyboard is on, or ""."""
        return self.list.current_id()

    def meant(self) -> list[str]:
        """Return what an action means: the selection, or the task that the keyboard is on."""
        current, chosen = self.current_id(), self.selection()
        return chosen if not current or current in chosen or not self.list.hasFocus() else [current]

    def select(self, ids: Iterable[str]) -> None:
        """Select tasks without a signal."""
        rows = QItemSelection()
        for row in self.model.rows_of(ids):
            rows.select(self.model.index(row, 0), self.model.index(row, 0))
        self._quiet = True
        self.list.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def ids(self) -> list[str]:
        """Return the tasks that are shown, in their order."""
        return self.model.ids()

    def select_all(self) -> None:
        """Select every task that is shown."""
        self.select(self.model.ids())
        self.selection_changed.emit(self.selection())

    def reveal(self, task: str) -> bool:
        """Select one task and put the keyboard on it; return whether it is shown."""
        shown = self.point_out(task)
        if shown:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def point_out(self, task: str) -> bool:
        """Select one task and bring it into view; return whether it is shown."""
        for row in self.model.rows_of([task]):
            self.select([task])
            index = self.model.index(row, 0)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(index)
            return True
        return False

    def anchor(self, task: str) -> QRect:
        """Return where a row is on the screen, nowhere when it is not shown."""
        for row in self.model.rows_of([task]):
            rect = self.list.visualRect(self.model.index(row, 0))
            return QRect(self.list.viewport().mapToGlobal(rect.topLeft()), rect.size())
        return QRect()

    def _on_opened(self) -> None:
        row = self.model.row_at(self.list.currentIndex())
        if isinstance(row, HeadRow):
            self.fold_requested.emit(row.key)
        elif row is not None:
            self.opened.emit()

    def _on_selection_changed(self) -> None:
        if not self._quiet:
            self.selection_changed.emit(self.selection())

    def _on_menu_requested(self, place: QPoint) -> None:
        self.menu_requested.emit(self.list.viewport().mapToGlobal(place))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


class _Lines(TaskLines):
    opened = Signal()
    put_off = Signal(int)
    deleted = Signal()
    dropped = Signal(object, str)

    def __init__(self, model: RowsModel) -> None:
        super().__init__(model)
        self.delegate = RowDelegate(self)
        self.setItemDelegate(self.delegate)
        self.doubleClicked.connect(self._on_double_clicked)

    def _on_double_clicked(self) -> None:
        if isinstance(self.rows.row_at(self.currentIndex()), TaskRow):
            self.opened.emit()

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        current = self.rows.row_at(self.currentIndex())
        if isinstance(current, TaskRow):
            drag = QDrag(self)
            drag.setMimeData(self.rows.mimeData(self.selectedIndexes() or [self.currentIndex()]))
            drag.setPixmap(chip_picture(current.face.title, "ops", "list-todo", self.devicePixelRatioF()))
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)

    def _target(self, event: QDropEvent) -> str | None:
        """Return the group below what is held, None when it is not for us."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        if row is None or not dragged_tasks(event.mimeData()):
            return None
        return row.key.removeprefix(HEAD) if isinstance(row, HeadRow) else row.group

    def _show_target(self, group: str | None) -> None:
        if group != self.delegate.target:
            self.delegate.target = group
            self.viewport().update()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        group = self._target(event)
        self._show_target(group)
        event.setAccepted(group is not None)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_target(None)

    @override
    def dropped_on(self, event: QDropEvent) -> None:
        group = self._target(event)
        self._show_target(None)
        if group is not None:
            event.acceptProposedAction()
            self.dropped.emit(dragged_tasks(event.mimeData()), group)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = DAYS.get(Qt.Key(event.key()))
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if days and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.put_off.emit(days)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space and bare:
            if not self.rows.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole):
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
