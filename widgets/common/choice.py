"""A choice of one among a few named things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from widgets.common.mixed import mark_mixed

MANAGE: Final = "\0manage"
ID: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a choice."""

    id: str
    text: str
    icon: QIcon | None = None


class Choice(QComboBox):
    """A drop-down list over ids; its last line may lead to where the list itself is edited.

    Signals:
        chosen: the id that a person took.
        manage_requested: the list itself is to be edited.
    """

    chosen = Signal(str)
    manage_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: str | None = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setMaxVisibleItems(16)
        self.activated.connect(self._on_activated)

    def show_options(self, options: Sequence[Option], manage: str = "") -> None:
        """Offer other things; the value stays."""
        self.clear()
        for option in options:
            self.addItem(option.icon or QIcon(), option.text, option.id)
        if manage:
            self.insertSeparator(self.count())
            self.addItem(manage, MANAGE)
        self.show_value(self._value)

    def show_value(self, id: str | None) -> None:
        """Show a value, None for several different ones."""
        self._value = id
        mark_mixed(self, id is None)
        self.setPlaceholderText(str(self.property("mixed_text")))
        self.setCurrentIndex(-1 if id is None else self.findData(id, ID))

    def value(self) -> str | None:
        """Return the id that is shown."""
        return self._value

    def _on_activated(self, row: int) -> None:
        taken = self.itemData(row, ID)
        if taken == MANAGE:
            self.show_value(self._value)
            self.manage_requested.emit()
        elif taken is not None and taken != self._value:
            self._value = taken
            mark_mixed(self, False)
            self.chosen.emit(taken)

    @override
    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 28))
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the panel must never change what is planned
