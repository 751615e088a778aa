"""The bar that floats over the tasks while several are selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.tasks.snapshot import Tasks
from widgets.common.icons import icon, put_icon
from widgets.common.shadow import MARGIN, paint_panel
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr

BOTTOM = 18


class BulkBar(Retranslated):
    """How many are selected, and what can be done with all of them.

    Signals:
        asked: something is to be done: "due", "priority", "column", "done", "delete" (what, the button).
        closed: the selection is to end.
        room_needed: so much of the foot of what lies below is covered, 0 when nothing is.
    """

    asked = Signal(str, QWidget)
    closed = Signal()
    room_needed = Signal(int)

    def __init__(self, over: QWidget) -> None:
        self.host = QWidget()  # holds both: a stack would hide the bar from screen readers
        super().__init__(self.host)
        whole = QVBoxLayout(self.host)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(over)
        self._n, self._all_done = 0, False
        self.count = QLabel()
        self.count.setProperty("look", "strong")
        signs = {"due": "calendar", "priority": "flag", "column": "columns-3", "done": "check"}
        self.buttons = {what: QPushButton() for what in signs}
        self.delete, self.close_button = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN + 14, MARGIN + 6, MARGIN + 6, MARGIN + 6)
        row.setSpacing(4)
        row.addWidget(self.count)
        row.addSpacing(6)
        row.addWidget(_line())
        for what, button in self.buttons.items():
            button.setProperty("look", "ghost")
            put_icon(button, icon(signs[what]), 16)
            button.clicked.connect(partial(self._ask, what))
            row.addWidget(button)
        row.addWidget(_line())
        for small, sign in ((self.delete, "trash-2"), (self.close_button, "x")):
            small.setIcon(icon(sign))
            small.setIconSize(QSize(16, 16))
            small.setFixedSize(30, 30)
            small.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(small)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.close_button.clicked.connect(self.closed)
        theme().changed.connect(self.update)
        self.retranslate()
        self.hide()

    def _ask(self, what: str, _: bool = False) -> None:
        self.asked.emit(what, self.buttons[what])

    def _on_delete_clicked(self) -> None:
        self.asked.emit("delete", self.delete)

    @override
    def retranslate(self) -> None:
        self._name_buttons()
        for small, name in ((self.delete, tr("common.delete")), (self.close_button, tr("tasks.bulk.close"))):
            small.setAccessibleName(name)
            small.setToolTip(name)
        self.show_count(self._n, all_done=self._all_done)

    def _name_buttons(self) -> None:
        texts = {
            "due": tr("tasks.bulk.due"),
            "priority": tr("tasks.bulk.priority"),
            "column": tr("tasks.bulk.column"),
            "done": tr("tasks.bulk.reopen") if self._all_done else tr("tasks.bulk.done"),
        }
        for what, button in self.buttons.items():
            button.setText(texts[what])
            button.setAccessibleName(texts[what])

    def show_chosen(self, tasks: Tasks, ids: Sequence[str]) -> None:
        """Show what can be done with the tasks that are selected."""
        there = [tasks.all[one] for one in ids if one in tasks.all]
        self.show_count(len(ids), all_done=bool(there) and all(task.finished for task in there))

    def show_count(self, n: int, *, all_done: bool) -> None:
        """Show how many are selected; one alone needs no bar. What is done already can only be reopened."""
        if all_done is not self._all_done:
            self._all_done = all_done
            put_icon(self.buttons["done"], icon("undo-2" if all_done else "check"), 16)
            self._name_buttons()
        self._n = n
        self.count.setText(tr("tasks.bulk.selected", n=n))
        self.setVisible(n > 1)
        self.place()
        self.room_needed.emit(self.height() - MARGIN if n > 1 else 0)

    def place(self) -> None:
        """Stand in the middle at the bottom."""
        self.adjustSize()
        self.move((self.host.width() - self.width()) // 2, self.host.height() - self.height() + MARGIN - BOTTOM)
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), 10)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("look", "line")
    line.setFixedSize(1, 20)
    return line
