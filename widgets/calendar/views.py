"""The three ways in which the page shows the same events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.calendar.filter import EventFilter
from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from widgets.calendar.agenda.view import AgendaView
from widgets.calendar.canvas.contract import CalendarCanvas
from widgets.calendar.canvas.month_view import MonthView
from widgets.calendar.canvas.quarter_view import QuarterView

QUARTER, MONTH, AGENDA = "quarter", "month", "agenda"


class Views(QWidget):
    """One view is open, the others catch up when they are opened; selection and cursor are the same in all.

    No QStackedWidget: of such a one screen readers hear only the view, not what lies over it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quarter, self.month, self.agenda = QuarterView(), MonthView(), AgendaView()
        self._by_name: dict[str, CalendarCanvas] = {QUARTER: self.quarter, MONTH: self.month, AGENDA: self.agenda}
        self._stale: set[str] = set()
        self._plan: tuple[Plan, Quarter, EventFilter | None, date | None, str] | None = None
        self._highlight: list[Key] = []
        self._equal_days = False
        self._stack = QStackedLayout(self)
        for view in self._by_name.values():
            self._stack.addWidget(view)
        self.name = QUARTER

    @property
    def current(self) -> CalendarCanvas:
        """The view that is open."""
        return self._by_name[self.name]

    def all(self) -> list[CalendarCanvas]:
        """Return every view."""
        return list(self._by_name.values())

    def open(self, name: str) -> None:
        """Show another view of the same days with the same selection."""
        before = self.current
        self.name = name
        view = self.current
        if name in self._stale and self._plan is not None:
            self._stale.discard(name)
            view.show_plan(*self._plan)
        self._stack.setCurrentWidget(view)  # first, so that it has its size when it scrolls
        if view is not before:
            view.set_cursor_day(before.cursor_day())
            view.select(before.selection())
            view.set_highlight(self._highlight)

    def set_equal_days(self, equal: bool) -> None:
        """Make weekend days as wide as the others, or narrower again."""
        if equal != self._equal_days:
            self._equal_days = equal
            for view in (self.quarter, self.month):
                view.set_equal_days(equal)

    def show_plan(
        self, plan: Plan, quarter: Quarter, shown: EventFilter | None, today: date | None, colour_by: str
    ) -> None:
        """Show a plan; views that are closed take it when they are opened."""
        self._plan = plan, quarter, shown, today, colour_by
        self._stale = set(self._by_name) - {self.name}
        self.current.show_plan(*self._plan)

    def refresh(self) -> None:
        """Show anew what changed in the plan."""
        self._stale = set(self._by_name) - {self.name}
        self.current.refresh()

    def select(self, keys: Iterable[Key]) -> None:
        """Select just these events."""
        self.current.select(keys)

    def set_highlight(self, keys: Iterable[Key]) -> None:
        """Mark the events that a search found."""
        self._highlight = list(keys)
        self.current.set_highlight(self._highlight)
