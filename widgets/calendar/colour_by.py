"""Which of the eight colour categories an event gets, by what the person wants to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from app.calendar.event import Event, Status
from widgets.common.theme import FAMILIES

if TYPE_CHECKING:
    from app.calendar.plan import Plan

NONE: Final = "ops"  # the quiet category, for what has no value
STATUS_FAMILIES: Final = {
    Status.IDEA: "pilot",
    Status.PLANNED: "welcome",
    Status.READY: "conversation",
    Status.DONE: "loop",
    Status.SKIPPED: "ops",
}


def families(plan: Plan, by: str) -> dict[str, str]:
    """Return the category of each value of a dimension by its id, in the order of the legend.

    Kinds, stages and personas have their own; channels, people and programs take turns in their order.
    """
    match by:
        case "persona":
            return {persona.id: persona.colour for persona in plan.personas.values()}
        case "stage":
            return {stage.id: stage.colour for stage in plan.stages.values()}
        case "status":
            return {status.value: family for status, family in STATUS_FAMILIES.items()}
        case "channel":
            return _in_turn(plan.channels)
        case "owner":
            return _in_turn(plan.people)
        case "program":
            return _in_turn(plan.programs)
        case _:
            return {kind.id: kind.family for kind in plan.kinds.values()}


def colouring(plan: Plan, by: str) -> Callable[[Event], str]:
    """Return what finds the category of an event; one with several personas takes that of the first."""
    known = families(plan, by)
    match by:
        case "persona":
            return lambda event: known.get(event.personas[0], NONE) if event.personas else NONE
        case "stage" | "channel" | "owner" | "program" | "status":
            return lambda event: known.get(getattr(event, by), NONE)
        case _:
            return lambda event: known.get(event.kind, NONE)


def _in_turn(things: Mapping[str, object]) -> dict[str, str]:
    return {name: FAMILIES[index % len(FAMILIES)] for index, name in enumerate(things)}
