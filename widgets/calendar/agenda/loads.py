"""What a drop in the agenda would do to the hours of the weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.calendar.event import Status
from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.calendar.workload import Load, week_loads
from app.tactics.event_from import event_from
from widgets.common.drag_data import read_idea

Thing = tuple[str, str]  # "tactic", "idea" or "event", and its id


def loads_after(
    plan: Plan, weeks: Sequence[date], day: date, held: list[Key] | Thing, *, copying: bool
) -> dict[date, Load]:
    """Return the loads of those weeks that would change; `held` are planned events, the one that is held first."""
    gone, new = _moved(plan, day, held) if isinstance(held, list) else ([], _planned(plan, day, held))
    less = week_loads([] if copying else gone, weeks, plan.capacity, plan.markers)
    more = week_loads(new, weeks, plan.capacity, plan.markers)
    changed = {week: more[week].hours - less[week].hours for week in weeks}
    now = plan.week_loads(weeks)
    return {week: replace(now[week], hours=now[week].hours + by) for week, by in changed.items() if abs(by) > 0.001}


def _moved(plan: Plan, day: date, keys: Sequence[Key]) -> tuple[list[Occurrence], list[Occurrence]]:
    there = [it for key in keys if (it := plan.occurrence(key))]
    if not there:
        return [], []
    by = day - there[0].day
    return there, [replace(it, day=it.day + by) for it in there]


def _planned(plan: Plan, day: date, thing: Thing) -> list[Occurrence]:
    kind, name = thing
    tactic, event = plan.tactics.get(read_idea(name)[0] if kind == "idea" else name), plan.events.get(name)
    if kind in {"tactic", "idea"} and tactic:
        event = event_from(tactic, "", day, plan.playbook.zone, 0)
    if event is None:
        return []
    status = Status.PLANNED if event.status is Status.IDEA else event.status  # an idea with a day is planned
    return [Occurrence(replace(event, day=day, status=status), day, event.at, "")]
