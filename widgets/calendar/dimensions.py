"""The sides from which events can be looked at: what filters choose among and colours show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from app.calendar.event import Status
from app.calendar.plan import Plan
from app.personas.offering import offered
from widgets.calendar.colour_by import families
from widgets.calendar.wording import STATUS_TEXTS
from widgets.common.filter_chip import Choice
from widgets.common.words import tr

DIMENSION_TEXTS: Final = {
    "kind": "dimension.kind",
    "persona": "dimension.persona",
    "stage": "dimension.stage",
    "channel": "dimension.channel",
    "status": "dimension.status",
    "owner": "dimension.owner",
    "program": "dimension.program",
}
NONE_TEXTS: Final = {
    "persona": "dimension.persona.none",
    "stage": "dimension.stage.none",
    "channel": "dimension.channel.none",
    "owner": "dimension.owner.none",
    "program": "dimension.program.none",
}


def values(plan: Plan, by: str) -> Sequence[tuple[str, str]]:
    """Return (id, name) of everything that a side knows, in the order of the plan."""
    if by == "status":
        return [(status.value, tr(STATUS_TEXTS[status])) for status in Status]
    sides: dict[str, Mapping[str, Any]] = {
        "kind": plan.kinds,
        "persona": plan.personas,
        "stage": plan.stages,
        "channel": plan.channels,
        "owner": plan.people,
        "program": plan.programs,
    }
    return [(thing.id, thing.name) for thing in sides[by].values()]


def _offered(plan: Plan, by: str, chosen: Iterable[str]) -> list[tuple[str, str]]:
    """Return the values without archived personas that are not chosen."""
    known = values(plan, by)
    if by != "persona":
        return list(known)
    kept = {it.id for it in offered(plan.personas, chosen)}
    return [(key, name) for key, name in known if key in kept]


def legend(plan: Plan, by: str) -> Sequence[tuple[str, str]]:
    """Return (colour category, name) of each value; kinds are told by the headings of the palette."""
    if by == "kind":
        return []
    colours = families(plan, by)
    used = {persona for event in plan.events.values() for persona in event.personas} if by == "persona" else ()
    return [(colours[key], name) for key, name in _offered(plan, by, used)]


def choices(plan: Plan, by: str, chosen: Iterable[str] = ()) -> Sequence[Choice]:
    """Return what a filter on one side offers: its values with their dots, and "none" where an event may have none."""
    colours, known = families(plan, by), list[Choice]()
    known += [(key, name, f"category.{colours[key]}.solid") for key, name in _offered(plan, by, chosen)]
    none = NONE_TEXTS.get(by)
    return [*known, ("", tr(none), "")] if none and known else known
