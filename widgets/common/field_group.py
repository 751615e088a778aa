"""A group of fields of an inspector that shows one thing, or several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.common.words import Retranslated

Thing = TypeVar("Thing")
T = TypeVar("T")
MIXED: Final = None
GAP: Final = 9


class FieldGroup(Retranslated, Generic[Thing]):
    """Fields below each other; what a person enters is told, and shown once the store has it.

    Signals:
        edited: fields of the things have other values (name of a field -> value).
        manage_requested: the things that a field chooses among are to be edited (name of the side, the field).
    """

    edited = Signal(object)
    manage_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.things: Sequence[Thing] = ()
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

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show the values that the things share."""
        self.things = things
        self.show_values()

    def show_values(self) -> None:
        """Show the values anew, when there are things."""

    def shared(self, value: Callable[[Thing], T]) -> T | None:
        """Return what a value is in all things, or MIXED when they differ."""
        values = [value(thing) for thing in self.things]
        first = values[0]
        return first if all(other == first for other in values[1:]) else MIXED

    def tell(self, **fields: Any) -> None:
        """Tell that fields have other values."""
        self.edited.emit(fields)

    def flush(self) -> None:
        """Give what is being typed, now."""
