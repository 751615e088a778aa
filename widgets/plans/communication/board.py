"""What is said in the quarter, in columns by how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.event import MessageStatus
from app.calendar.occurrence import Key, Occurrence
from app.plans.messages import STATUSES, batches
from app.plans.snapshot import Plans
from widgets.common.words import Retranslated, tr
from widgets.plans.communication.message_list import MessageList

STATUS_TEXTS: Final = {
    MessageStatus.DRAFT: "plans.message.draft",
    MessageStatus.PLANNED: "plans.message.planned",
    MessageStatus.SENT: "plans.message.sent",
    MessageStatus.FOLLOW_UP: "plans.message.follow_up",
}


class MessageBoard(Retranslated):
    """Four columns side by side.

    Signals:
        status_wanted: messages are to be so far (their keys, a MessageStatus).
        opened: a message is to be shown in the calendar (its key).
    """

    status_wanted = Signal(object, object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = {status: MessageList() for status in STATUSES}
        self._heads = {status: QLabel() for status in STATUSES}
        self._counts = dict.fromkeys(STATUSES, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for status in STATUSES:
            row.addWidget(self._column(status), 1)
        self.retranslate()

    def _column(self, status: MessageStatus) -> QWidget:
        frame = QFrame()
        frame.setProperty("look", "note-quiet")
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 0, 6)
        column.setSpacing(4)
        head, those = self._heads[status], self.lists[status]
        head.setProperty("look", "strong")
        head.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(head)
        column.addWidget(those, 1)
        those.opened.connect(self.opened)
        those.dropped.connect(lambda keys: self.status_wanted.emit(keys, status))
        those.shifted.connect(lambda keys, by: self._shift(status, keys, by))
        return frame

    @override
    def retranslate(self) -> None:
        for status, text in STATUS_TEXTS.items():
            self._heads[status].setText(f"{tr(text)}  {self._counts[status]}")
            self.lists[status].setAccessibleName(tr(text))

    def show_messages(self, plans: Plans, found: Iterable[Occurrence], by: str) -> None:
        """Show messages, grouped by whom they are for or where they are said."""
        there = list(found)
        for status, those in self.lists.items():
            own = [it for it in there if it.event.message is status]
            self._counts[status] = len(own)
            those.rows.show_batches(plans.plan, batches(plans, own, by))
        self.retranslate()

    def _shift(self, status: MessageStatus, keys: list[Key], by: int) -> None:
        to = STATUSES.index(status) + by
        if keys and 0 <= to < len(STATUSES):
            self.status_wanted.emit(keys, STATUSES[to])
            self.lists[STATUSES[to]].go_to(keys[0])
