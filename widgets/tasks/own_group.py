"""The fields that the person made, in the inspector of tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from app.tasks.task import FieldShape, OwnField, Task
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.icons import icon, put_icon
from widgets.common.named_options import none_option
from widgets.common.number_field import NumberField
from widgets.common.reorder_drag import DropLine
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.tasks.inspector_fields import TaskFields
from widgets.tasks.own_row import OwnRow


class OwnGroup(TaskFields):
    """One field for each, and a button for a further one.

    Signals:
        own_entered: tasks have another value in an own field (its id, the value).
        field_requested: a field is to be made, or to be changed (its id or "", beside what).
        field_moved: a field is to stand elsewhere (its id, the place among all).
    """

    own_entered = Signal(str, str)
    field_requested = Signal(str, QWidget)
    field_moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[OwnField, OwnRow] = {}
        self._line = DropLine(self)
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
        for row in self._made.values():
            row.retranslate()
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.tasks is None:
            return
        fields = list(self.tasks.fields.values())
        if fields != list(self._made):
            self._make(fields)
        for field, row in self._made.items():
            if self.things:
                _show(row.field, self.shared(partial(_value, field.id)))

    @override
    def flush(self) -> None:
        for row in self._made.values():
            if isinstance(row.field, TextField):
                row.field.flush()

    def _make(self, fields: list[OwnField]) -> None:
        """Show other fields; the keyboard stays on the grip of the field that it moved."""
        held = next((field.id for field, row in self._made.items() if row.grip.hasFocus()), "")
        for old in self._made.values():
            old.hide()
            old.deleteLater()
        self._made = {}
        for place, field in enumerate(fields):
            row = self._made[field] = OwnRow(field, self._field(field))
            row.menu_requested.connect(partial(self._on_menu_requested, field.id))
            row.stepped.connect(partial(self._on_stepped, field.id))
            row.drag.moved.connect(partial(self._on_dragged, field.id))
            row.drag.dropped.connect(partial(self._on_dropped, field.id))
            row.drag.ended.connect(self._line.hide)
            self.column.insertWidget(place, row)
            if field.id == held:
                row.grip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place_of(self, name: str) -> int:
        return [field.id for field in self._made].index(name)

    def _on_stepped(self, name: str, step: int) -> None:
        place = self._place_of(name) + step
        if 0 <= place < len(self._made):
            self.field_moved.emit(name, place)

    def _gap(self, place: QPoint) -> int:
        """Return before which field something held at a place of the screen would stand."""
        y = self.mapFromGlobal(place).y()
        return sum(row.geometry().center().y() < y for row in self._made.values())

    def _on_dragged(self, name: str, place: QPoint) -> None:
        gap, rows = self._gap(place), list(self._made.values())
        if gap - self._place_of(name) in (0, 1):
            self._line.hide()
            return
        near = rows[min(gap, len(rows) - 1)].geometry()
        half = self.column.spacing() // 2 + 1
        y = near.top() - half if gap < len(rows) else near.bottom() + half
        self._line.stand(near.left(), y, near.width(), upright=False)

    def _on_dropped(self, name: str, place: QPoint) -> None:
        row, gap = self._place_of(name), self._gap(place)
        goal = gap - (gap > row)
        if goal != row:
            self.field_moved.emit(name, goal)

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

    def _on_menu_requested(self, name: str) -> None:
        """Show what can be done with a field."""
        grip = next(row.grip for field, row in self._made.items() if field.id == name)
        place, last = self._place_of(name), len(self._made) - 1
        menu = QMenu(self)
        menu.addAction(icon("pencil"), tr("tasks.own.change"), partial(self.field_requested.emit, name, grip))
        up = menu.addAction(icon("arrow-up"), tr("tasks.own.up"), partial(self._on_stepped, name, -1))
        down = menu.addAction(icon("arrow-down"), tr("tasks.own.down"), partial(self._on_stepped, name, 1))
        up.setEnabled(place > 0)
        down.setEnabled(place < last)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(grip.mapToGlobal(grip.rect().bottomLeft()))


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
