"""What serves a persona: events of the quarter with their hours, stages without any, programs and branches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.calendar.event import Event, Status
from app.calendar.kind import Kind
from app.calendar.plan import Plan
from app.calendar.program import Program
from app.calendar.quarter import Quarter
from app.funnel.branch import Branch
from app.funnel.stage import Stage
from app.tactics.tactic import Tactic

FITTING = 2  # tactics that are named for a stage


@dataclass(frozen=True, slots=True)
class Serving:
    """One event of the quarter, with all its occurrences there."""

    event: Event
    times: int
    first: date
    last: date
    hours: float


def serving_events(plan: Plan, persona: str, quarter: Quarter) -> list[Serving]:
    """Return the events of the quarter for a persona, each series once, in the order of their first day."""
    found = []
    for occurrences in plan.of_events(quarter.first, quarter.last).values():
        ours = [it for it in occurrences if _counts(plan, it.event, persona)]
        if ours:
            days = [it.day for it in ours]
            hours = sum(it.event.effort for it in ours)
            found.append(Serving(ours[0].event, len(ours), min(days), max(days), hours))
    return sorted(found, key=lambda it: (it.first, it.event.title, it.event.id))


def stages_missing(plan: Plan, serving: Iterable[Serving]) -> list[Stage]:
    """Return the stages in which nothing of what serves a persona takes place."""
    served = {it.event.stage for it in serving}
    return [stage for stage in plan.stages.values() if stage.id not in served]


def fitting_tactics(plan: Plan, stage: str, persona: str) -> list[Tactic]:
    """Return the first tactics that fit a stage, those meant for the persona before the others."""
    of_stage = [it for it in plan.tactics.values() if it.stage == stage]
    return sorted(of_stage, key=lambda it: persona not in it.personas)[:FITTING]


def serving_programs(
    plan: Plan, serving: Iterable[Serving], answers: Iterable[tuple[str, str]]
) -> list[tuple[Program, float]]:
    """Return the programs of events that serve a persona, and those that answer it, each with its hours for it."""
    hours: dict[str, float] = {}
    for one in serving:
        if one.event.program in plan.programs:
            hours[one.event.program] = hours.get(one.event.program, 0.0) + one.hours
    for kind, answer in answers:
        if kind == "program" and answer in plan.programs:
            hours.setdefault(answer, 0.0)
    return [(program, hours[key]) for key, program in plan.programs.items() if key in hours]


def serving_branches(branches: Iterable[Branch], persona: str) -> list[Branch]:
    """Return the branches of the funnel that name a persona."""
    return [it for it in branches if persona in it.personas]


def _counts(plan: Plan, event: Event, persona: str) -> bool:
    kind: Kind | None = plan.kinds.get(event.kind)
    return persona in event.personas and event.status is not Status.SKIPPED and not (kind and kind.marker)
