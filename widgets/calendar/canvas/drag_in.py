"""Something dragged in: a tactic, an event that waited for a day, branches, tasks that are to be due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QSize
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from app.calendar.event import Event, Status
from widgets.calendar.canvas.drag_copy import DragCopy
from widgets.calendar.canvas.drag_landing import Landing, land_branches, land_new, land_tasks
from widgets.common.drag_data import dragged, dragged_branches, dragged_tasks, read_idea

if TYPE_CHECKING:
    from widgets.calendar.canvas.painted import PaintedCanvas

BELOW = QPoint(0, 22)  # px from the mouse to the words, past the picture that is dragged
BELOW_CARD = QPoint(0, 112)  # past the card of a task


class DragIn:
    """Shows where it would land and asks for it when it is dropped."""

    def __init__(self, canvas: PaintedCanvas) -> None:
        self._canvas = canvas
        self._tip: DragCopy | None = None

    def enter(self, event: QDragEnterEvent) -> None:
        """Take what the calendar has a use for."""
        data = event.mimeData()
        if dragged(data) or dragged_branches(data) or dragged_tasks(data):
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Show the day, and why it cannot be there."""
        point = event.position().toPoint()
        day = self._day_at(point)
        landing = self._landing(event.mimeData(), day) if day else None
        if landing is None:
            self.leave()
            event.ignore()
            return
        self._canvas.show_landing(landing)
        if self._tip is None:
            self._tip = DragCopy(self._canvas.window(), None, QSize())
        below = BELOW_CARD if dragged_tasks(event.mimeData()) else BELOW
        self._tip.show_at(self._canvas.mapTo(self._canvas.window(), point) + below, landing.words)
        event.setAccepted(not landing.refused)

    def leave(self) -> None:
        """Forget it."""
        self._canvas.show_landing(None)
        if self._tip:
            self._tip.end()
            self._tip = None

    def drop(self, event: QDropEvent) -> None:
        """Ask for it on the day."""
        data, day = event.mimeData(), self._day_at(event.position().toPoint())
        found, branches, tasks = dragged(data), dragged_branches(data), dragged_tasks(data)
        self.leave()
        if (
            not (found or branches or tasks)
            or not day
            or not self._canvas.model.layout.takes(self._canvas.model.quarter, day)
        ):
            event.ignore()
            return
        event.acceptProposedAction()
        self._canvas.set_cursor(day, None)
        if found:
            self._canvas.drop_requested.emit(*found, day)
        elif branches:
            self._canvas.branches_dropped.emit(branches, day)
        else:
            self._canvas.tasks_dropped.emit(tasks, day)

    def _landing(self, data: QMimeData, day: date) -> Landing | None:
        """Return what dropping it on a day would do, None when it is nothing for the calendar."""
        model, found, tasks = self._canvas.model, dragged(data), dragged_tasks(data)
        if model.plan and tasks:
            known = [model.plan.due.tasks[one] for one in tasks if one in model.plan.due.tasks]
            return land_tasks(model, known, day) if known else None
        if branches := dragged_branches(data):
            return land_branches(model, len(branches), day)
        new = self._new(*found, day) if found else None
        return land_new(model, new, day) if new else None

    def _day_at(self, point: QPoint) -> date | None:
        """Return the day at a point; the gutter stands for the first day of its week."""
        return self._canvas.places.day_at(point) or self._canvas.places.week_at(point)

    def _new(self, kind: str, id: str, day: date) -> Event | None:
        """Return the event as it would be on a day."""
        plan = self._canvas.model.plan
        if plan is None:
            return None
        if kind == "event":
            waiting = plan.events.get(id)
            return replace(waiting, day=day, status=Status.PLANNED, rrule="", rdates=()) if waiting else None
        tactic = plan.tactics.get(read_idea(id)[0] if kind == "idea" else id)
        if tactic is None:
            return None
        return Event(
            id="",
            title=tactic.title,
            kind=tactic.kind,
            day=day,
            at=tactic.at,
            minutes=tactic.minutes,
            days=tactic.days,
            prep=tactic.prep,
            live=tactic.live,
        )
