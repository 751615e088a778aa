"""What became of a branch: its days in the calendar, its tasks; and what can become of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.funnel.results import Result
from widgets.common.flow_layout import FlowLayout
from widgets.common.icons import icon, put_icon
from widgets.common.painting import LEFT, RIGHT, paint_focus, paint_icon, paint_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, day, tr

SHOWN: Final = 5
KIND_TEXTS: Final = {
    "event": "funnel.result.event",
    "task": "funnel.result.task",
    "program": "funnel.result.program",
    "kpi": "funnel.result.kpi",
}


class ResultsBox(Retranslated):
    """One row a day; a press leads there.

    Signals:
        open_requested: a thing is to be shown on its page (name of its table, id).
        schedule_requested, task_requested: something is to become of the branch.
    """

    open_requested = Signal(str, str)
    schedule_requested = Signal()
    task_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._results: Sequence[Result] = ()
        self._today = date(2027, 1, 1)
        self.title, self.count = QLabel(), QLabel()
        self.title.setProperty("look", "strong")
        self.count.setProperty("look", "muted")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.schedule, self.task = QPushButton(), QPushButton()
        for button, sign in ((self.schedule, "calendar-plus"), (self.task, "square")):
            button.setProperty("look", "small")
            put_icon(button, icon(sign), 14)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.schedule)
        flow.addWidget(self.task)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(buttons)
        self.schedule.clicked.connect(self.schedule_requested)
        self.task.clicked.connect(self.task_requested)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title.setText(tr("funnel.results"))
        for button, text in ((self.schedule, tr("funnel.schedule")), (self.task, tr("funnel.make_task"))):
            button.setText(text)
            button.setAccessibleName(text)
        self.show_results(self._results, self._today)

    def show_results(self, results: Sequence[Result], today: date) -> None:
        """Show what became of a branch, what comes first at the top."""
        self._results, self._today = results, today
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = [row for result in results for row in _rows_of(result, today)]
        days = sum(len(result.days) for result in results if result.kind == "event" and not result.gone)
        self.count.setText(tr("funnel.results.days", n=days) if days else "")
        for result, words in rows[:SHOWN]:
            row = _Row(result, words)
            row.clicked.connect(lambda _=False, it=result: self.open_requested.emit(it.kind, it.id))
            self._rows.addWidget(row)
        if len(rows) > SHOWN:
            more = QLabel(tr("funnel.results.more", n=len(rows) - SHOWN))
            more.setProperty("look", "caption")
            self._rows.addWidget(more)


def _rows_of(result: Result, today: date) -> list[tuple[Result, str]]:
    if result.gone:
        return [(result, tr("funnel.result.gone"))]
    if not result.days and result.idea:
        result = replace(result, title=tr("funnel.result.idea", title=result.title))
    if not result.days:
        return [(result, tr("funnel.result.no_day") if result.kind in ("event", "task") else "")]
    coming = [it for it in result.days if it >= today] or list(result.days)
    return [(result, day(it, "ddd d MMM")) for it in coming]


class _Row(QAbstractButton):
    """A strip in the colour of the event: edge, icon, title, day."""

    def __init__(self, result: Result, words: str) -> None:
        super().__init__()
        self._result, self._words = result, words
        kind = tr(KIND_TEXTS[result.kind]) if result.kind in KIND_TEXTS else result.kind
        self._title = result.title or kind
        self.setFixedHeight(24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEnabled(not result.gone)
        self.setAccessibleName(f"{kind}: {self._title}, {words}" if words else f"{kind}: {self._title}")
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        family, rect = self._result.family, self.rect()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().family(family, "tint_hover" if self.underMouse() else "tint"))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setBrush(theme().family(family))
        painter.drawRect(QRect(0, 0, 3, rect.height()))
        role = f"category.{family}.solid"
        paint_icon(painter, QRect(7, 0, 14, rect.height()), self._result.icon, role, 12)
        caption, small = theme().font("caption"), theme().font("small", 500)
        room = rect.width() - 30
        right = min(room // 2, painter.fontMetrics().horizontalAdvance(self._words) + 12)
        muted = self._result.gone or self._result.done
        title = QRect(25, 0, room - right, rect.height())
        paint_text(painter, title, self._title, small, "text_muted" if muted else "text", LEFT)
        days = QRect(rect.width() - right - 6, 0, right, rect.height())
        paint_text(painter, days, self._words, caption, "text_2", RIGHT)
        if self.hasFocus():
            paint_focus(painter, rect, 4)
