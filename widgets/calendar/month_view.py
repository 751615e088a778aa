"""The month: its weeks with two-line chips."""

from __future__ import annotations

from datetime import date

from widgets.calendar.canvas import CalendarCanvas


class MonthView(CalendarCanvas):
    """The weeks that touch one month."""

    def show_month(self, day: date) -> None:
        """Show the month that a day lies in."""

    def month(self) -> date:
        """Return the first day of the month that is shown."""
        return self._cursor.replace(day=1)
