"""An import without the events that the person unticked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, Final

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.plan import Plan
from app.exchange.ics.merge import ImportPlan

EVENT_OF: Final[dict[type[Any], Callable[[Any], str]]] = {
    Event: lambda thing: thing.id,
    Override: lambda thing: thing.series,
    ChecklistStep: lambda thing: thing.event,
}


def without(wanted: ImportPlan, plan: Plan, events: Collection[str]) -> ImportPlan:
    """Return the import without some events and all that belongs to them."""
    if not events:
        return wanted
    owners = {one.id: series for series, overrides in plan.overrides.items() for one in overrides.values()}
    owners |= {step.id: event for event, steps in plan.checklist.items() for step in steps}
    return replace(
        wanted,
        save=tuple(thing for thing in wanted.save if _event_of(thing) not in events),
        delete=tuple((kind, gone) for kind, gone in wanted.delete if owners.get(gone) not in events),
    )


def _event_of(thing: Any) -> str | None:
    of = EVENT_OF.get(type(thing))
    return of(thing) if of else None
