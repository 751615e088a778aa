"""What the list and the columns of the board have in common: rows of tasks that are dragged, a bar that floats over."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.drag_data import dragged_tasks
from widgets.common.drop_list import DropList
from widgets.common.theme import theme
from widgets.tasks.rows import RowsModel, TaskRow


class TaskLines(DropList):
    """Takes tasks that are dragged, and leaves room below its last row."""

    _room = 0  # Qt asks for it before there is anything else

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.setModel(model)
        self.setMouseTracking(True)
        theme().changed.connect(self._on_theme_changed)

    def set_room(self, room: int) -> None:
        """Leave so much room below the last row."""
        self._room = room
        self.updateGeometries()

    def chosen(self) -> list[str]:
        """Return the selected tasks in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [row.key for at in rows if isinstance(row := self.rows.rows()[at], TaskRow)]

    def current_id(self) -> str:
        """Return the task that the keyboard is on, or ""."""
        row = self.rows.row_at(self.currentIndex())
        return row.key if isinstance(row, TaskRow) else ""

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @override
    def takes(self, data: QMimeData) -> bool:
        return bool(dragged_tasks(data))

    @override
    def updateGeometries(self) -> None:
        """Let the list scroll on behind its last row, so that a bar over its foot hides nothing for good."""
        super().updateGeometries()
        if self._room and (rows := self.rows.rowCount()):
            bar = self.verticalScrollBar()
            end = self.visualRect(self.rows.index(rows - 1, 0)).bottom() + bar.value()
            bar.setMaximum(max(bar.maximum(), end + self._room - self.viewport().height()))
