"""What the views of the calendar have in common: what they show, what is chosen, what a person asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.common.words import Retranslated

if TYPE_CHECKING:
    from app.calendar.filter import EventFilter
    from app.calendar.occurrence import Key, Occurrence
    from app.calendar.plan import Plan
    from app.calendar.quarter import Quarter


class CalendarCanvas(Retranslated):
    """The days of a plan with their events; a view of its own kind shows them.

    It changes nothing itself: a drag, a key and a menu all end in the same intents. In those the first key is the
    event that was held, the day is the one its first day lands on, and the others keep their distance to it.

    Signals:
        selection_changed: other events are selected (list of keys).
        day_changed: the cursor went to another day (date).
        open_requested: one event is to be edited (key).
        move_requested: events are to be moved (list of keys, date, where on the screen it was dropped).
        copy_requested: events are to be copied (list of keys, date).
        resize_requested: an event is to begin and end elsewhere (key, days at the start, days at the end, where).
        delete_requested: events are to go (list of keys).
        backlog_requested: events are to wait for a day (list of keys).
        drop_requested: something of the panels beside was dropped ("tactic", "idea" or "event", its id, date).
        branches_dropped: branches of the funnel are to be events on a day (list of ids, date).
        tasks_dropped: tasks are to be due on a day (list of ids, date).
        task_ticked: a task is to be finished, or not (its id, whether).
        task_opened: a task is to be shown on its page (its id).
        add_requested: a new event is wanted on a day (date).
        menu_requested: the menu of the selection, or of the cursor's day, is wanted (place on the screen).
        turn_requested: the time before (-1) or after (1) what is shown is wanted.
        view_requested: a day is to be looked at closer (date).
        score_requested: a thing is to have another score (("event" or "program", id), impact, ease).
        program_requested: a program is to be edited (its id, what is beside it).
    """

    selection_changed = Signal(object)
    day_changed = Signal(object)
    open_requested = Signal(object)
    move_requested = Signal(object, object, QRect)
    copy_requested = Signal(object, object)
    resize_requested = Signal(object, int, int, QRect)
    delete_requested = Signal(object)
    backlog_requested = Signal(object)
    drop_requested = Signal(str, str, object)
    branches_dropped = Signal(object, object)
    tasks_dropped = Signal(object, object)
    task_ticked = Signal(str, bool)
    task_opened = Signal(str)
    add_requested = Signal(object)
    menu_requested = Signal(QPoint)
    turn_requested = Signal(int)
    view_requested = Signal(object)
    score_requested = Signal(object, int, int)
    program_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._selected: list[Key] = []
        self._cursor = date(2027, 1, 1)

    def show_plan(
        self,
        plan: Plan,
        quarter: Quarter,
        shown: Callable[[Occurrence], bool] | EventFilter | None = None,
        today: date | None = None,
        colour_by: str = "kind",
    ) -> None:
        """Show a plan; only those events that are `shown`, coloured by a dimension of `colour_by`."""

    def refresh(self) -> None:
        """Show the plan anew after it changed; selection and cursor stay with their events."""

    def select(self, keys: Iterable[Key]) -> None:
        """Select just these events; no signal is sent."""
        self._selected = list(keys)

    def selection(self) -> list[Key]:
        """Return the selected events in the order of the plan."""
        return list(self._selected)

    def meant(self) -> list[Key]:
        """Return what keys and menus mean: the selected events, or the one that the keyboard is on."""
        return self.selection()

    def cursor_day(self) -> date:
        """Return the day that the keyboard is on."""
        return self._cursor

    def set_cursor_day(self, day: date) -> None:
        """Put the keyboard on a day."""
        self._cursor = day

    def reveal(self, key: Key) -> None:
        """Put the cursor on an event and scroll to it."""

    def anchor(self, key: Key) -> QRect:
        """Return where an event is on the screen, or its day when it is not drawn; empty when it is not shown."""
        return QRect()

    def day_anchor(self, day: date) -> QRect:
        """Return where a day is on the screen; empty when it is not shown."""
        return QRect()

    def show_pending_resize(self, key: Key, start_days: int, end_days: int) -> None:
        """Draw an event with a length that is not settled yet, and as it was dashed."""

    def show_pending(self, keys: Iterable[Key], day: date) -> None:
        """Draw events at a place that is not settled yet, and their old places dashed."""

    def clear_pending(self) -> None:
        """Draw every event where the plan has it."""

    def open_tasks(self, day: date) -> None:
        """Show the tasks that are due on a day."""

    def set_highlight(self, keys: Iterable[Key]) -> None:
        """Mark the events that a search found."""
