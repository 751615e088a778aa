"""The quarter: 13 weeks of seven days on one page."""

from __future__ import annotations

from widgets.calendar.canvas import CalendarCanvas


class QuarterView(CalendarCanvas):
    """All 90 days at a glance, a row for each week."""
