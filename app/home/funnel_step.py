"""The third step of the playbook: how a person moves from first sight to advocate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.calendar.event import Status
from app.calendar.quarter import Quarter
from app.funnel.branch import Role
from app.funnel.stage import Stage
from app.home.overview import Overview
from app.home.step import Gap, Step, step
from app.message import say

STALE: Final = 31  # days after which a conversion wants a newer value


def funnel_step(seen: Overview) -> Step:
    """Return how far the funnel is: every stage needs what brings people in, what moves them on, and an event."""
    stages = list(seen.funnel.stages.values())
    served = events_by_stage(seen)
    return step(
        3,
        say("home.step.funnel"),
        "funnel",
        begun=bool(seen.funnel.forest.branches) or any(_is_described(stage) for stage in stages),
        needed=list(_needed(seen, stages, served)),
        wanted=list(_wanted(seen, stages)),
        summary=say("home.funnel.in_use", stages=len(stages), n=sum(served.get(it.id, 0) for it in stages)),
    )


def events_by_stage(seen: Overview) -> dict[str, int]:
    """Return how many events of the 90 days each stage has; ideas and what was skipped do not count."""
    quarter = Quarter(seen.plan.playbook.start, seen.plan.playbook.first_weekday)
    found: dict[str, int] = {}
    for it in seen.plan.occurrences(quarter.first, quarter.last):
        if it.event.stage and it.event.status not in {Status.IDEA, Status.SKIPPED}:
            found[it.event.stage] = found.get(it.event.stage, 0) + 1
    return found


def _needed(seen: Overview, stages: list[Stage], served: dict[str, int]) -> Iterator[Gap]:
    if not stages:
        yield Gap(say("home.funnel.no_stages"), say("home.funnel.no_stages.do"))
    for stage in stages:
        if not (stage.criterion or stage.rule or _has(seen, stage, Role.CRITERIA)):
            yield Gap(say("home.funnel.no_criterion", stage=stage.name), say("home.funnel.no_criterion.do"), stage.id)
    for stage in stages[:-1]:
        if not (stage.driver or _has(seen, stage, Role.TRIGGERS) or _has(seen, stage, Role.PROGRAMS)):
            yield Gap(say("home.funnel.no_driver", stage=stage.name), say("home.funnel.no_driver.do"), stage.id)
    for stage in stages:
        if not served.get(stage.id):
            yield Gap(say("home.funnel.no_event", stage=stage.name), say("home.funnel.no_event.do"), stage.id)


def _wanted(seen: Overview, stages: list[Stage]) -> Iterator[Gap]:
    for stage in stages[:-1]:
        known = seen.funnel.conversions.get(stage.id)
        newest = known.newest if known else None
        if newest is None:
            yield Gap(say("home.funnel.unread", stage=stage.name), say("home.funnel.unread.do"), stage.id)
        elif (days := (seen.today - newest.day).days) > STALE:
            yield Gap(say("home.funnel.stale", stage=stage.name, n=days), say("home.funnel.unread.do"), stage.id)


def _is_described(stage: Stage) -> bool:
    return bool(stage.definition or stage.criterion or stage.rule or stage.driver)


def _has(seen: Overview, stage: Stage, role: Role) -> bool:
    forest = seen.funnel.forest
    groups = (forest.branches[key] for key in forest.children(stage.id))
    return any(group.role is role and forest.children(group.id) for group in groups)
