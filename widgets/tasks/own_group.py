"""The fields that the person made, in the inspector of tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from app.tasks.task import FieldShape, OwnField, Task
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.icons import icon, put_icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import none_option
from widgets.common.number_field import NumberField
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.tasks.inspector_fields import TaskFields


class OwnGroup(TaskFields):
    """One field for each, and a button for a further one.

    Signals:
        own_entered: tasks have another value in an own field (its id, the value).
        field_requested: a field is to be made, or to be changed (its id or "", beside what).
    """

    own_entered = Signal(str, str)
    field_requested = Signal(str, QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[OwnField, Labelled[QWidget]] = {}
        self.add = QPushButton()
        self.add.setProperty("look", "link-small")
        put_icon(self.add, icon("plus", "accent"), 12)
        self.add.clicked.connect(self._on_add)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def _on_add(self) -> None:
        self.field_requested.emit("", self.add)

    @override
    def retranslate(self) -> None:
        self.add.setText(tr("tasks.own.add"))
        self.add.setAccessibleName(tr("tasks.own.add"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.tasks is None:
            return
        fields = list(self.tasks.fields.values())
        if fields != list(self._made):
            self._make(fields)
        for field, labelled in self._made.items():
            if self.things:
                _show(labelled.field, self.shared(partial(_value, field.id)))

    @override
    def flush(self) -> None:
        for labelled in self._made.values():
            if isinstance(labelled.field, TextField):
                labelled.field.flush()

    def _make(self, fields: list[OwnField]) -> None:
        for old in self._made.values():
            old.hide()
            old.deleteLater()
        self._made = {}
        for place, field in enumerate(fields):
            labelled = self._made[field] = Labelled(self._field(field))
            labelled.set_label(field.name)
            labelled.label.setProperty("own", field.id)
            labelled.label.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            labelled.label.customContextMenuRequested.connect(self._on_menu_requested)
            labelled.label.setToolTip(tr("tasks.own.change.tip"))
            self.column.insertWidget(place, labelled)

    def _field(self, field: OwnField) -> QWidget:
        tell: Callable[[str], None] = partial(self.own_entered.emit, field.id)
        match field.shape:
            case FieldShape.CHOICE:
                choice = Choice()
                choice.show_options([none_option(), *(Option(it, it) for it in field.choices)], tr("tasks.own.change"))
                choice.chosen.connect(tell)
                choice.manage_requested.connect(partial(self.field_requested.emit, field.id, choice))
                return choice
            case FieldShape.DATE:
                sheet = DayField()
                sheet.entered.connect(partial(self._on_day, field.id))
                return sheet
            case FieldShape.NUMBER:
                number = NumberField()
                number.entered.connect(partial(self._on_number, field.id))
                return number
            case _:
                text = TextField()
                text.committed.connect(tell)
                return text

    def _on_day(self, field: str, day: date | None) -> None:
        self.own_entered.emit(field, day.isoformat() if day else "")

    def _on_number(self, field: str, value: float) -> None:
        self.own_entered.emit(field, f"{value:g}")

    def _on_menu_requested(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.field_requested.emit(str(sender.property("own")), sender)


def _value(field: str, task: Task) -> str:
    return dict(task.own).get(field, "")


def _show(widget: QWidget, value: str | None) -> None:
    match widget:
        case DayField():
            widget.show_day(_day(value), none=tr("tasks.no_date"), mixed=value is None)
        case NumberField():
            widget.show_number(None if value is None else _number(value))
        case Choice() | TextField():
            widget.show_value(value)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _number(value: str) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0
