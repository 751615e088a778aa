"""The tasks that are due on a day, in a list below their number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.tasks.task import Task
from widgets.common.checklist_delegate import LINE, ChecklistDelegate
from widgets.common.chip_picture import chip_picture
from widgets.common.drag_data import tasks_data
from widgets.common.elided_label import plain_tooltip
from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.popover import Popover
from widgets.common.theme import theme
from widgets.common.words import clock, tr
from widgets.common.words import day as write_day

if TYPE_CHECKING:
    from widgets.calendar.canvas.painted import PaintedCanvas

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
WIDTH: Final = 278
ROWS_MAX: Final = 12
DAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class DueModel(QAbstractListModel):
    """Tasks that can be ticked.

    Signals:
        ticked: a task is to be finished, or not (its id, whether).
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tasks: list[Task] = []

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show other tasks."""
        if list(tasks) != self.tasks:
            self.beginResetModel()
            self.tasks = list(tasks)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.tasks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        task = self.tasks[index.row()]
        text = f"{clock(task.due_at)} {task.title}" if task.due_at else task.title
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(text)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if task.finished else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        task = self.tasks[index.row()]
        self.ticked.emit(task.id, not task.finished)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        return can | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags


class DueList(QListView):
    """Space ticks, Enter leads to the task, Alt+arrows put it on another day, and so does a drag.

    Signals:
        opened: a task is to be shown on its page (its id).
        shifted: a task is to be due some days later (its id, days).
        lifted: a task is being dragged out.
    """

    opened = Signal(str)
    shifted = Signal(str, int)
    lifted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.due = DueModel(self)
        self.setModel(self.due)
        self.setItemDelegate(ChecklistDelegate(self))
        self.setProperty("look", "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        KeyboardFocus(self)
        self.doubleClicked.connect(lambda _: self._open())

    def current_task(self) -> Task | None:
        """Return the task that the keyboard is on."""
        index = self.currentIndex()
        return self.due.tasks[index.row()] if index.isValid() else None

    def _open(self) -> None:
        task = self.current_task()
        if task:
            self.opened.emit(task.id)

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        task = self.current_task()
        if task:
            self.lifted.emit(task)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        task, days = self.current_task(), DAYS.get(Qt.Key(event.key()))
        if task and days and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(task.id, days)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Space:
            self.due.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class DuePopover(QFrame):
    """The content of the popover: the day and its tasks."""

    def __init__(self, canvas: PaintedCanvas, day: date) -> None:
        super().__init__()
        self._canvas, self.day = canvas, day
        self.title = QLabel()
        self.title.setProperty("look", "strong")
        self.list = DueList()
        self.hint = QLabel(tr("canvas.tasks.hint"))
        self.hint.setProperty("look", "caption")
        self.hint.setWordWrap(True)
        self.setFixedWidth(theme().wide(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for widget in (self.title, self.list, self.hint):
            column.addWidget(widget)
        self.list.due.ticked.connect(canvas.task_ticked)
        self.list.opened.connect(canvas.task_opened)
        self.list.shifted.connect(self._on_shifted)
        canvas.refreshed.connect(self.show_day)
        self.show_day()
        self.list.setFixedHeight(LINE * min(ROWS_MAX, max(1, len(self.list.due.tasks))) + 2)

    def show_day(self) -> None:
        """Show the tasks of the day as they are now; finished ones stay while the list is open."""
        plan = self._canvas.model.plan
        row = self.list.currentIndex().row()
        self.list.due.show_tasks(plan.due.on(self.day) if plan else [])
        last = len(self.list.due.tasks) - 1
        index = self.list.due.index(min(max(0, row), last), 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        name = tr("canvas.tasks.of_day", day=write_day(self.day, tr("canvas.day")))
        self.title.setText(name)
        self.list.setAccessibleName(name)

    def _on_shifted(self, task: str, days: int) -> None:
        self._canvas.tasks_dropped.emit([task], date.fromordinal(self.day.toordinal() + days))


def open_due_list(canvas: PaintedCanvas, day: date) -> Popover:
    """Open the list of the tasks of a day below its row."""
    for before in canvas.window().findChildren(DuePopover):
        popover = before.parentWidget()
        if isinstance(popover, Popover):
            popover.dismiss()  # the key that opens the list is heard while it is open
    content = DuePopover(canvas, day)
    number, cell = canvas.places.tasks_rect(day), canvas.places.day_rect(day)
    popover = Popover(content, canvas, gap=-4)
    content.list.opened.connect(popover.dismiss)

    def lift(task: Task) -> None:
        popover.dismiss()
        drag_tasks(canvas, [task])

    content.list.lifted.connect(lift, Qt.ConnectionType.QueuedConnection)
    popover.open_at(QRect(number.x() or cell.x(), cell.y(), number.width() or cell.width(), cell.height()), canvas)
    content.list.setFocus(Qt.FocusReason.PopupFocusReason)
    return popover


def drag_tasks(source: QWidget, tasks: Sequence[Task]) -> None:
    """Drag tasks to wherever they can be dropped."""
    if not tasks:
        return
    drag = QDrag(source)
    drag.setMimeData(tasks_data(task.id for task in tasks))
    title = tasks[0].title if len(tasks) == 1 else tr("canvas.tasks.many", n=len(tasks))
    drag.setPixmap(chip_picture(title, "ops", "list-todo", source.devicePixelRatioF()))
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
