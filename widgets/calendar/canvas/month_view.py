"""The month: its weeks with two-line chips."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from widgets.calendar.canvas.month_layout import MonthLayout
from widgets.calendar.canvas.painted import PaintedCanvas


class MonthView(PaintedCanvas):
    """The weeks that touch one month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._month_layout = MonthLayout()
        super().__init__(self._month_layout, parent)

    def show_month(self, day: date) -> None:
        """Show the month that a day lies in."""
        self._month_layout.month = day.replace(day=1)
        self.refresh()

    def month(self) -> date:
        """Return the first day of the month that is shown."""
        return self._month_layout.month or self.model.quarter.first.replace(day=1)
