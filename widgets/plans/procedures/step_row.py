"""One step of a procedure as a row of fields."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.plans.procedure import ProcedureStep
from widgets.common.choice import Choice, Option
from widgets.common.icons import icon
from widgets.common.named_options import named_options
from widgets.common.number_field import NumberField
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, tr
from widgets.plans.sheet import Part

NUMBER: Final = 22
DAY: Final = 64
OWNER: Final = 138
EFFORT: Final = 64
GAP: Final = 8
BUTTONS: Final = 26


class StepRow(Part):
    """Number, what is done and how one sees it, day, owner, hours; Alt+arrows order.

    Signals:
        edited: fields have other values (name -> value).
        shifted: it is to stand further up or down (by how many).
        deleted: it is to go.
        next_wanted: another step is wanted below it.
    """

    edited = Signal(object)
    shifted = Signal(int)
    deleted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number = QLabel()
        self.number.setProperty("look", "caption")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.number.setContentsMargins(0, 8, 0, 0)
        self.text, self.expects = TextField(), TextField()
        self.text.setProperty("weight", "medium")
        self.day, self.effort, self.owner = NumberField(), NumberField(), Choice()
        self.remove = QToolButton()
        self.remove.setIcon(icon("trash-2", "text_muted"))
        self.remove.setIconSize(QSize(15, 15))
        self.remove.setFixedSize(BUTTONS, BUTTONS)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for field, width in ((self.number, NUMBER), (self.day, DAY), (self.owner, OWNER), (self.effort, EFFORT)):
            field.setFixedWidth(width)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.text)
        words.addWidget(self.expects)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.number, 0, top)
        row.addLayout(words, 1)
        for field in (self.day, self.owner, self.effort, self.remove):
            row.addWidget(field, 0, top)

    def _connect(self) -> None:
        self.text.committed.connect(lambda text: self.edited.emit({"text": text.strip()}))
        self.expects.committed.connect(lambda text: self.edited.emit({"expects": text.strip()}))
        self.day.entered.connect(lambda value: self.edited.emit({"day": round(value)}))
        self.effort.entered.connect(lambda value: self.edited.emit({"effort": value}))
        self.owner.chosen.connect(lambda key: self.edited.emit({"owner": key}))
        self.remove.clicked.connect(self.deleted)
        self.text.returnPressed.connect(self.next_wanted)

    @override
    def retranslate(self) -> None:
        names = (
            (self.text, tr("plans.step.text")), (self.expects, tr("plans.step.expects")),
            (self.day, tr("plans.step.day")), (self.effort, tr("plans.step.effort")),
            (self.owner, tr("plans.step.owner")), (self.remove, tr("plans.step.delete")),
        )  # fmt: skip
        for field, name in names:
            field.setAccessibleName(name)
            field.setToolTip(name)
        self.text.set_hint(tr("plans.step.text"))
        self.expects.set_hint(tr("plans.step.expects.hint"))

    def show_step(self, step: ProcedureStep, number: int, plan: Plan) -> None:
        """Show the values of a step; what is being typed stays."""
        self.number.setText(str(number))
        self.text.show_value(step.text)
        self.expects.show_value(step.expects)
        self.day.show_number(float(step.day))
        self.effort.show_number(step.effort)
        same = Option("", tr("plans.step.owner.same"))
        self.owner.show_options([same, *named_options(plan.people.values())[1:]])
        self.owner.show_value(step.owner)

    def fields(self) -> tuple[TextField, ...]:
        """Return what can be typed in."""
        return (self.text, self.expects, self.day, self.effort)

    @property
    @override
    def first(self) -> TextField:
        return self.text

    @override
    def flush(self) -> None:
        for field in self.fields():
            field.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class StepHeads(Retranslated):
    """What the columns of the steps mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = [QLabel() for _ in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(NUMBER + GAP, 0, BUTTONS + GAP, 0)
        row.setSpacing(GAP)
        for label, width in zip(self._labels, (0, DAY, OWNER, EFFORT), strict=True):
            label.setProperty("look", "label")
            label.setTextFormat(Qt.TextFormat.PlainText)
            if width:
                label.setFixedWidth(width)
            row.addWidget(label, 0 if width else 1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        texts = (
            tr("plans.step.head.what"),
            tr("plans.step.head.day"),
            tr("plans.step.owner"),
            tr("plans.step.head.effort"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
