"""A group of fields that shows one event, or several at once, beside the plan that they are in."""

from __future__ import annotations

from collections.abc import Sequence

from app.calendar.event import Event
from app.calendar.plan import Plan
from widgets.common.field_group import FieldGroup


class EventFields(FieldGroup[Event]):
    """Fields of events; what they choose among comes from the plan."""

    plan: Plan | None = None

    def show_events(self, plan: Plan, events: Sequence[Event]) -> None:
        """Show the values that the events share."""
        self.plan = plan
        self.show_things(events)
