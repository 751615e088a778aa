"""The ways in which the page shows the same events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.calendar.filter import EventFilter
from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from widgets.calendar.canvas.contract import CalendarCanvas
from widgets.calendar.canvas.quarter_view import QuarterView
from widgets.common.tab_order import in_order

if TYPE_CHECKING:
    from widgets.calendar.agenda.view import AgendaView
    from widgets.calendar.canvas.month_view import MonthView
    from widgets.calendar.matrix.view import MatrixView

QUARTER, MONTH, AGENDA, MATRIX = "quarter", "month", "agenda", "matrix"


class Views(QWidget):
    """One view is open, the others catch up when they are opened; selection and cursor are the same in all.

    No QStackedWidget: of such a one screen readers hear only the view, not what lies over it. The others are made when
    they are wanted: no start waits for them.

    Signals:
        made: a view is there now (a CalendarCanvas).
    """

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quarter = QuarterView()
        self._made: dict[str, CalendarCanvas] = {QUARTER: self.quarter}
        self._stale: set[str] = set()
        self._plan: tuple[Plan, Quarter, EventFilter | None, date | None, str] | None = None
        self._highlight: list[Key] = []
        self._equal_days = False
        self._day: date | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.quarter)
        self.name = QUARTER

    @cached_property
    def month(self) -> MonthView:
        """The month."""
        from widgets.calendar.canvas.month_view import MonthView

        month = MonthView()
        month.set_equal_days(self._equal_days)
        if self._day is not None:
            month.show_month(self._day)
        self._take_in(MONTH, month)
        return month

    @cached_property
    def agenda(self) -> AgendaView:
        """The agenda."""
        from widgets.calendar.agenda.view import AgendaView

        agenda = AgendaView()
        self._take_in(AGENDA, agenda)
        return agenda

    @cached_property
    def matrix(self) -> MatrixView:
        """What is weighed by impact and ease."""
        from widgets.calendar.matrix.view import MatrixView

        matrix = MatrixView()
        self._take_in(MATRIX, matrix)
        return matrix

    def _view(self, name: str) -> CalendarCanvas:
        if name in self._made:
            return self._made[name]
        if name == MONTH:
            return self.month
        if name == MATRIX:
            return self.matrix
        return self.agenda if name == AGENDA else self.quarter

    def _take_in(self, name: str, view: CalendarCanvas) -> None:
        self._made[name] = view
        self._stale.add(name)
        self._stack.addWidget(view)
        view.lower()  # the search bar and the notice lie over all
        in_order(self.quarter, view)
        self.made.emit(view)

    @property
    def current(self) -> CalendarCanvas:
        """The view that is open."""
        return self._made[self.name]

    def open(self, name: str) -> None:
        """Show another view of the same days with the same selection."""
        before = self.current
        view = self._view(name)
        self.name = name
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
            self.quarter.set_equal_days(equal)
            if MONTH in self._made:
                self.month.set_equal_days(equal)

    def show_month(self, day: date) -> None:
        """Let the month be that of a day."""
        self._day = day
        if MONTH in self._made:
            self.month.show_month(day)

    def show_plan(
        self, plan: Plan, quarter: Quarter, shown: EventFilter | None, today: date | None, colour_by: str
    ) -> None:
        """Show a plan; views that are closed take it when they are opened."""
        self._plan = plan, quarter, shown, today, colour_by
        self._stale = self._made.keys() - {self.name}
        self.current.show_plan(*self._plan)

    def refresh(self) -> None:
        """Show anew what changed in the plan."""
        self._stale = self._made.keys() - {self.name}
        self.current.refresh()

    def select(self, keys: Iterable[Key]) -> None:
        """Select just these events."""
        self.current.select(keys)

    def set_highlight(self, keys: Iterable[Key]) -> None:
        """Mark the events that a search found."""
        self._highlight = list(keys)
        self.current.set_highlight(self._highlight)
