"""The days of the week as buttons that are on or off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.common.words import day

MONDAY: Final = date(2024, 1, 1)


class WeekdayRow(QWidget):
    """Seven buttons in the order of the playbook's week; at least one stays on.

    Signals:
        changed: other days are on.
    """

    changed = Signal()

    def __init__(self, first_weekday: int) -> None:
        super().__init__()
        self._buttons: dict[int, QPushButton] = {}
        self.label = QLabel()
        self.label.setProperty("look", "label")
        row = QHBoxLayout()
        row.setSpacing(4)
        for step in range(7):
            weekday = (first_weekday + step) % 7
            button = self._buttons[weekday] = QPushButton(day(MONDAY + timedelta(days=weekday), "ddd"))
            button.setProperty("look", "day")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(day(MONDAY + timedelta(days=weekday), "dddd"))
            button.clicked.connect(lambda _=False, button=button: self._on_clicked(button))
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addLayout(row)

    def set_label(self, text: str) -> None:
        """Write what the days are for."""
        self.label.setText(text)
        self.setAccessibleName(text)

    def show_days(self, weekdays: tuple[int, ...]) -> None:
        """Show which days are on, 0 for Monday."""
        for weekday, button in self._buttons.items():
            button.setChecked(weekday in weekdays)

    def days(self) -> tuple[int, ...]:
        """Return the days that are on."""
        return tuple(sorted(weekday for weekday, button in self._buttons.items() if button.isChecked()))

    def _on_clicked(self, button: QPushButton) -> None:
        if not self.days():
            button.setChecked(True)
        self.changed.emit()
