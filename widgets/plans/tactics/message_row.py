"""One message of a tactic: when, by which channel, and what is said in the language that is open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout
from typing_extensions import override

from app.calendar.plan import Plan
from app.tactics.message import TacticMessage
from widgets.common.choice import Choice
from widgets.common.icons import icon
from widgets.common.named_options import named_options
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.plans.sheet import Part

DAY: Final = 64
CHANNEL: Final = 150
MOST: Final = 366  # days before or after


class MessageRow(Part):
    """Fields that give their values by themselves.

    Signals:
        edited: fields have other values (name -> value).
        said: the text in the language that is open is another one.
        deleted: it is to go.
    """

    edited = Signal(object)
    said = Signal(str)
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.day, self.name, self.channel, self.text = TextField(), TextField(), Choice(), TextArea(2)
        self.name.setProperty("weight", "medium")
        self.day.setFixedWidth(DAY)
        self.channel.setFixedWidth(CHANNEL)
        self.remove = QToolButton()
        self.remove.setIcon(icon("trash-2", "text_muted"))
        self.remove.setIconSize(QSize(15, 15))
        self.remove.setFixedSize(26, 26)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.setSpacing(8)
        for field in (self.day, self.name, self.channel, self.remove):
            head.addWidget(field, 1 if field is self.name else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        self.day.committed.connect(self._on_day)
        self.name.committed.connect(lambda text: self.edited.emit({"name": text.strip()}))
        self.channel.chosen.connect(lambda key: self.edited.emit({"channel": key}))
        self.text.committed.connect(self.said)
        self.remove.clicked.connect(self.deleted)
        self._value = 0
        self.retranslate()

    @override
    def retranslate(self) -> None:
        names = (
            (self.day, tr("plans.tactic.message.day")), (self.name, tr("plans.field.name")),
            (self.channel, tr("plans.audience.channel")), (self.text, tr("plans.tactic.message.text")),
            (self.remove, tr("plans.tactic.message.delete")),
        )  # fmt: skip
        for field, name in names:
            field.setAccessibleName(name)
        self.day.setToolTip(tr("plans.tactic.message.day"))
        self.remove.setToolTip(tr("plans.tactic.message.delete"))
        self.text.set_hint(tr("plans.tactic.message.hint"))

    def show_message(self, message: TacticMessage, language: str, plan: Plan) -> None:
        """Show a message in a language; what is being typed goes to the language before, or stays."""
        if language != self.language:
            self.text.flush()
            self.language = language
        self._value = message.day
        self.day.show_value(f"{message.day:+d}" if message.day else "0")
        self.name.show_value(message.name)
        self.channel.show_options(named_options(plan.channels.values()))
        self.channel.show_value(message.channel)
        self.text.show_value(dict(message.texts).get(language, ""))

    @property
    @override
    def first(self) -> TextField:
        return self.name

    @override
    def flush(self) -> None:
        self.day.flush()
        self.name.flush()
        self.text.flush()

    def _on_day(self, text: str) -> None:
        try:
            value = int(text.strip().replace("−", "-") or 0)
        except ValueError:
            value = MOST + 1
        if abs(value) <= MOST:
            self.edited.emit({"day": value})
        else:
            self.day.show_value(f"{self._value:+d}" if self._value else "0")
