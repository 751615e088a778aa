"""The tasks that came from an event, each on a button that leads there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.tasks.task import Task
from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import icon, put_icon
from widgets.common.words import Retranslated, tr

MOST: Final = 20


class TasksOf(Retranslated):
    """A label and its buttons; hidden while there is no task.

    Signals:
        requested: a task is to be shown on its page (its id).
    """

    requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tasks: list[Task] = []
        self._made: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_events(self, plan: Plan, events: Sequence[str]) -> None:
        """Show the tasks of events."""
        ids = dict.fromkeys(task for event in events for task in plan.became.get(event, ()))
        tasks = [plan.due.tasks[task] for task in ids if task in plan.due.tasks][:MOST]
        if tasks != self._tasks:
            self._tasks = tasks
            self.retranslate()

    @override
    def retranslate(self) -> None:
        for widget in self._made:
            widget.hide()
            widget.deleteLater()
        self._made = []
        if self._tasks:
            label = QLabel(tr("calendar.inspector.tasks"))
            label.setProperty("look", "label")
            self._put(label)
        for task in self._tasks:
            self._put(self._button(task))
        self.setVisible(bool(self._tasks))

    def _button(self, task: Task) -> QPushButton:
        button = QPushButton(task.title.replace("&", "&&"))
        button.setProperty("look", "dashed")
        put_icon(button, icon("check" if task.finished else "circle", "accent" if task.finished else "text_muted"), 14)
        state = tr("status.done") if task.finished else ""
        button.setAccessibleName(", ".join(filter(None, (task.title, state))))
        button.setToolTip(plain_tooltip(button.accessibleName()))
        button.clicked.connect(partial(self._on_clicked, task.id))
        return button

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._made.append(widget)
        widget.show()

    def _on_clicked(self, task: str, _: bool = False) -> None:
        self.requested.emit(task)
