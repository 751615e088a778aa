"""How often a task repeats, what comes when it is done, and a way to pass over this time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from app.calendar.rhythm.rule import describe
from app.tasks.repeating import following
from app.tasks.task import Task
from widgets.common.choice import Choice, Option
from widgets.common.named_options import none_option
from widgets.common.words import Retranslated, capital, tr, words
from widgets.tasks.face import short_day

USUAL = (
    "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY",
)  # fmt: skip


class RepeatChoice(Choice):
    """The usual rhythms, the one that there is when it is another, and a last line that leads to the editor."""

    def show_rule(self, rule: str | None) -> None:
        """Show a rhythm, "" for none and None for several different ones."""
        known = USUAL if not rule or rule in USUAL else (*USUAL, rule)
        options = [Option(it, capital(words(describe(it)))) for it in known]
        self.show_options([none_option(), *options], tr("tasks.repeat.other"))
        self.show_value(rule)


class NextTime(Retranslated):
    """When the next one of a task comes, and a button that passes over this one.

    Signals:
        skip_requested: the task is to be due the next time.
    """

    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._today = date(2027, 1, 1)
        self.text, self.skip = QLabel(), QPushButton()
        self.text.setProperty("look", "setting-note")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.skip.setProperty("look", "link-small")
        self.skip.setAutoDefault(False)
        self.skip.clicked.connect(self.skip_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_task(self, task: Task | None, today: date) -> None:
        """Show what comes after a task; nothing for one that does not repeat or is done."""
        self._task, self._today = task, today
        self.retranslate()

    @override
    def retranslate(self) -> None:
        task = self._task
        there = task is not None and bool(task.repeat) and not task.finished
        later = following(task, self._today) if task and there else None
        self.setVisible(there)
        self.skip.setVisible(later is not None)
        self.skip.setText(tr("tasks.repeat.skip"))
        self.skip.setAccessibleName(tr("tasks.repeat.skip"))
        if later and later.due:
            self.text.setText(tr("tasks.repeat.next", day=short_day(later.due, self._today)))
        else:
            self.text.setText(tr("tasks.repeat.last"))
