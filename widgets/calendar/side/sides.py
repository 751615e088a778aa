"""What stands beside the calendar: the panel of tactics and waiting events, or the inspector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from app.store import Changes
from app.tactics.tactic import Tactic
from widgets.calendar.side.panel import SidePanel
from widgets.common.desk import Settings
from widgets.common.page_side import PageSide

if TYPE_CHECKING:
    from widgets.calendar.inspector.panel import Inspector


class Side(PageSide):
    """The panel or the inspector; planned events can be dropped on either to wait for a day.

    Signals:
        inspector_made: the inspector was asked for the first time; until then nobody pays for its many fields.
    """

    inspector_made = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, "calendar", parent)
        self._dropping = False
        self._was_inspecting = False
        self._inspector: Inspector | None = None
        self.panel = SidePanel()
        self.add_side(self.panel, "panel", "calendar_panel")
        self.setProperty("accepts_backlog", True)

    @property
    def inspector(self) -> Inspector:
        """The inspector, made when it is asked for the first time."""
        if self._inspector is None:
            from widgets.calendar.inspector.panel import Inspector

            self._inspector = Inspector()
            self.add_side(self._inspector, "inspector", "inspector")
            self._inspector.closed.connect(self.close_inspector)
            self.inspector_made.emit(self._inspector)
        return self._inspector

    @property
    def inspecting(self) -> bool:
        """Whether the inspector is open."""
        return self.currentWidget() is self._inspector and not self._dropping

    def show_plan(self, plan: Plan) -> None:
        """Show another plan."""
        self.panel.show_plan(plan)
        if self._inspector:
            self._inspector.show_keys(plan, ())

    def refresh(self, plan: Plan, changes: Changes) -> None:
        """Show what changed."""
        if Tactic in changes or Kind in changes:
            self.panel.palette_panel.show_plan(plan)
        if Event in changes or Kind in changes:
            self.panel.show_backlog(plan)
        if changes.keys() - {Event, Tactic}:
            self.panel.retranslate()
        if self.inspecting:
            self.inspector.refresh(plan)

    def open_inspector(self, plan: Plan, keys: Sequence[Key]) -> None:
        """Show events in the inspector."""
        self.inspector.show_keys(plan, keys)
        self.open_side(self.inspector)

    def close_inspector(self) -> None:
        """Go back to the panel."""
        self.flush()
        if self._inspector:
            self._inspector.keys = []
        self.open_side(self.panel)

    def flush(self) -> None:
        """Give what is being typed in the inspector, now."""
        if self._inspector:
            self._inspector.flush()

    def show_selection(self, plan: Plan, keys: Sequence[Key]) -> None:
        """Show other events when the inspector is open."""
        if self.inspecting:
            self.inspector.show_keys(plan, keys)

    def waiting_keys(self) -> list[Key]:
        """Return the events that the inspector shows."""
        return list(self._inspector.keys) if self._inspector else []

    def set_drop_active(self, active: bool) -> None:
        """Show while events are held above that they can be dropped here to wait for a day."""
        if active and not self._dropping:
            self._was_inspecting = self.inspecting
            self.setCurrentWidget(self.panel)
        elif self._dropping and not active and self._was_inspecting:
            self.setCurrentWidget(self.inspector)
        self._dropping = active
        self.panel.set_drop_active(active)
