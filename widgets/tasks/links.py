"""Where a task comes from and what it is made of, each on a button that leads there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.tasks.origin import Origin
from app.tasks.snapshot import Tasks
from app.tasks.task import Task
from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import icon, put_icon
from widgets.common.words import Retranslated, tr
from widgets.tasks.face import Chip, chip_of

MOST = 40


class Links(Retranslated):
    """Labels and their buttons, and a line to add a part.

    Signals:
        requested: something is to be shown (an Origin).
        part_typed: a further part is to be added (its title).
    """

    requested = Signal(object)
    part_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins: list[Chip] = []
        self._parts: list[Chip] = []
        self._buttons: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.line = QLineEdit()
        self.line.setProperty("look", "small")
        self.line.addAction(icon("plus", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.returnPressed.connect(self.flush)
        self._column.addWidget(self.line)
        self.retranslate()

    def show_task(self, tasks: Tasks, task: Task) -> None:
        """Show what a task comes from and its parts."""
        origins = [chip_of(origin, tasks) for origin in tasks.came_from(task)]
        parts = [_part(part) for part in tasks.parts(task.id)[:MOST]]
        if (origins, parts) != (self._origins, self._parts):
            self._origins, self._parts = origins, parts
            self.retranslate()

    @override
    def retranslate(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._add(tr("tasks.links.from"), self._origins)
        self._add(tr("tasks.links.parts"), self._parts)
        self._column.addWidget(self.line)
        self.line.setPlaceholderText(tr("tasks.links.add"))
        self.line.setAccessibleName(tr("tasks.links.add"))

    def flush(self) -> None:
        """Add the part that was typed."""
        text = self.line.text().strip()
        self.line.clear()
        if text:
            self.part_typed.emit(text)

    def _add(self, title: str, chips: Sequence[Chip]) -> None:
        if not chips:
            return
        label = QLabel(title)
        label.setProperty("look", "label")
        self._put(label)
        for chip in chips:
            button = QPushButton(chip.text.replace("&", "&&"))
            button.setProperty("look", "dashed")
            put_icon(button, icon(chip.icon, chip.role), 14)
            button.setAccessibleName(chip.text)
            button.setToolTip(plain_tooltip(chip.text))
            button.setEnabled(bool(chip.origin.title))
            button.setProperty("origin", (chip.origin.kind, chip.origin.id, chip.origin.title))
            button.clicked.connect(self._on_clicked)
            self._put(button)

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._buttons.append(widget)
        widget.show()

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.requested.emit(Origin(*sender.property("origin")))


def _part(part: Task) -> Chip:
    sign, role = ("check", "accent") if part.finished else ("circle", "text_muted")
    return Chip(sign, role, part.title, Origin("task", part.id, part.title))
