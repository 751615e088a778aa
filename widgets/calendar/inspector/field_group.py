"""A group of fields of the inspector that shows one event, or several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.calendar.event import Event
from app.calendar.plan import Plan
from widgets.common.words import Retranslated

T = TypeVar("T")
MIXED: Final = None
GAP: Final = 9


class FieldGroup(Retranslated):
    """Fields below each other; what a person enters is told, and shown once the store has it.

    Signals:
        edited: fields of the events have other values (name of a field -> value).
        manage_requested: the things that a field chooses among are to be edited (name of the side, the field).
    """

    edited = Signal(object)
    manage_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._events: Sequence[Event] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    def add_row(self, *fields: QWidget, stretch: Sequence[int] = ()) -> None:
        """Put fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for index, field in enumerate(fields):
            row.addWidget(field, stretch[index] if stretch else 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def show_events(self, plan: Plan, events: Sequence[Event]) -> None:
        """Show the values that the events share."""
        self._plan, self._events = plan, events
        self.show_values()

    def show_values(self) -> None:
        """Show the values anew, when there are events."""

    def shared(self, value: Callable[[Event], T]) -> T | None:
        """Return what a value is in all events, or MIXED when they differ."""
        values = [value(event) for event in self._events]
        first = values[0]
        return first if all(other == first for other in values[1:]) else MIXED

    def tell(self, **fields: Any) -> None:
        """Tell that fields have other values."""
        self.edited.emit(fields)

    def flush(self) -> None:
        """Give what is being typed, now."""
