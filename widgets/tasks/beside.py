"""What stands beside the tasks: the inspector of what is selected, while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.tasks.snapshot import Tasks
from widgets.common.desk import Settings
from widgets.common.page_side import PageSide

if TYPE_CHECKING:
    from widgets.tasks.inspector import TaskInspector


class Beside(PageSide):
    """Closed at first: the tasks have all the room.

    Signals:
        inspector_made: the inspector was asked for the first time; until then nobody pays for its many fields.
    """

    inspector_made = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, "tasks")
        self._inspector: TaskInspector | None = None
        self.hide()

    @property
    def inspector(self) -> TaskInspector:
        """The inspector, made when it is asked for the first time."""
        if self._inspector is None:
            from widgets.tasks.inspector import TaskInspector

            self._inspector = TaskInspector()
            self.add_side(self._inspector, "inspector", "inspector")
            self.inspector_made.emit(self._inspector)
        return self._inspector

    @property
    def inspecting(self) -> bool:
        """Whether the inspector is open."""
        return self._inspector is not None and not self.isHidden()

    def open(self, tasks: Tasks, ids: Sequence[str], today: date) -> None:
        """Show tasks in the inspector."""
        self.inspector.show_tasks(tasks, ids, today)
        self.show()
        self.open_side(self.inspector)

    def close_inspector(self) -> None:
        """Give the room back to the tasks."""
        self.flush()
        if self._inspector:
            self._inspector.ids = []
        self.hide()

    def show_tasks(self, tasks: Tasks, ids: Sequence[str], today: date) -> None:
        """Show other tasks where the inspector is open."""
        if self.inspecting:
            self.inspector.show_tasks(tasks, ids, today)

    def refresh(self, tasks: Tasks, today: date) -> None:
        """Show what the snapshot holds now."""
        if self.inspecting:
            self.inspector.refresh(tasks, today)

    def flush(self) -> None:
        """Give what is being typed, now."""
        if self._inspector:
            self._inspector.flush()

    def step_chosen(self) -> str:
        """Return the step of the open checklist that the keyboard is on, or ""."""
        return self.inspector.step_chosen() if self.inspecting else ""
