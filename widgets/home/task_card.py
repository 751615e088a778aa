"""What is due, ticked where it stands, and a line that adds a task."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from app.home.overview import Overview
from widgets.common.hairline import hairline
from widgets.common.icon_label import IconLabel
from widgets.common.key_cap import KeyCap
from widgets.common.words import Retranslated, tr
from widgets.home.building import task_rows
from widgets.home.list_card import ListCard

FOOT = 43


class TaskCard(Retranslated):
    """The card of the tasks.

    Signals:
        opened: what a row leads to is wanted (id of a page, id of a thing).
        tick_requested: a task is to be finished, or not (its id, whether).
        added: a task was typed.
        copy_requested: a message is to be copied (the id of its task).
    """

    opened = Signal(str, str)
    tick_requested = Signal(str, bool)
    added = Signal(str)
    copy_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._seen = Overview()
        self.card = ListCard()
        self.line = QLineEdit()
        self.line.setProperty("look", "bare")
        self.key = KeyCap("T")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.card)
        self._add_foot()
        self.setFocusProxy(self.card.list)
        self.card.link_pressed.connect(lambda: self.opened.emit("tasks", ""))
        self.card.list.opened.connect(self.opened)
        self.card.list.tick_requested.connect(self.tick_requested)
        self.card.list.copy_requested.connect(self.copy_requested)
        self._copied: set[str] = set()  # messages, as long as the window stays
        self.line.returnPressed.connect(self._on_entered)

    def _add_foot(self) -> None:
        line = hairline()
        foot = QWidget()
        foot.setFixedHeight(FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 0, 13, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel("plus", "text_muted", 16))
        row.addWidget(self.line, 1)
        row.addWidget(self.key)
        self.card.body.addWidget(line)
        self.card.body.addWidget(foot)

    def show_tasks(self, seen: Overview) -> None:
        """Show what is due now."""
        self._seen = seen
        self.retranslate()

    def show_copied(self, task: str) -> None:
        """Show that a message was copied."""
        self._copied.add(task)
        self.retranslate()

    def open_line(self) -> None:
        """Put the keyboard where tasks are added."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def retranslate(self) -> None:
        tasks = self._seen.tasks.all.values()
        still = sum(not task.finished for task in tasks)
        self.card.set_texts(tr("home.tasks"), tr("home.tasks.open", n=still), tr("home.tasks.all"))
        self.card.list.show_rows(task_rows(self._seen, self._copied))
        self.line.setPlaceholderText(tr("home.tasks.add"))
        self.line.setAccessibleName(tr("home.tasks.add"))

    def _on_entered(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.added.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.hasFocus():
            self.line.clear()
            self.card.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 220)
