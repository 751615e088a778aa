"""`events`: lists what the calendar shows."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.calendar.zones import known
from app.commands.arguments import Given
from app.commands.opening import reading
from app.commands.span import filter_of, span_of
from app.commands.tools import Tools


def run(tools: Tools, given: Given) -> int:
    """Print the occurrences of the quarter, or of --from and --to, in order of time."""
    with reading(tools, given.playbook) as store:
        plan = Plan.read(store)
    chosen = filter_of(given)
    occurrences = [it for it in plan.occurrences(*span_of(given, plan)) if chosen.matches(it, plan)]
    occurrences.sort(key=lambda it: (it.day, it.order))
    if given.has("--json"):
        tools.out(json.dumps([described(it, plan) for it in occurrences], ensure_ascii=False, indent=1))
        return 0
    for it in occurrences:
        time = it.at.isoformat("minutes") if it.at else "     "
        tools.out(f"{it.day.isoformat()}  {time}  {it.event.title}")
    return 0


def described(it: Occurrence, plan: Plan) -> dict[str, Any]:
    """Return an occurrence as `--json` shows it, in its own zone; `end` is the first moment or day after it."""
    event = it.event
    start, end = _moments(it)
    return {
        "id": event.id,
        "uid": event.uid or f"{event.id}@sedyanka",
        "original": it.original,
        "title": event.title,
        "start": start,
        "end": end,
        "all_day": it.at is None,
        "tz": event.zone if it.at else "",
        "repeats": it.repeats,
        "kind": _name(plan.kinds, event.kind),
        "status": str(event.status),
        "message": str(event.message),
        "program": _name(plan.programs, event.program),
        "personas": [_name(plan.personas, persona) for persona in event.personas],
        "stage": _name(plan.stages, event.stage),
        "channel": _name(plan.channels, event.channel),
        "owner": _name(plan.people, event.owner),
        "kpi": _name(plan.kpis, event.kpi),
        "prep": event.prep,
        "live": event.live,
        "impact": event.impact,
        "ease": event.ease,
        "success": event.success,
        "call_to_action": event.call_to_action,
        "public_text": dict(event.public_text),
        "notes": event.notes,
        "link": event.link,
        "fixed": event.fixed,
    }


def _moments(it: Occurrence) -> tuple[str, str]:
    if it.at is None:
        return it.day.isoformat(), (it.last_day + timedelta(days=1)).isoformat()
    own = it.as_kept
    assert own.at
    start = datetime.combine(own.day, own.at)
    end = start + timedelta(minutes=it.event.minutes)
    zone = known(it.event.zone)
    return start.replace(tzinfo=zone).isoformat(), end.replace(tzinfo=zone).isoformat()


def _name(things: dict[str, Any], id: str) -> str:
    return things[id].name if id in things else ""
