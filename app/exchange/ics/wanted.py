"""Goes through the plan and takes what a calendar file is to hold."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Final

from app.calendar.event import Event, Status
from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.exchange.ics.choice import Choice, Chosen, Part, Profile, Reason
from app.exchange.ics.narrow import narrowed, touched

_BACKLOG: Final = Counter({Reason.BACKLOG: 1})


def choose(plan: Plan, profile: Profile, choice: Choice) -> Chosen:
    """Return the events that go out, by day, time and UID."""

    def verdict(occurrence: Occurrence) -> Reason | None:
        reason = hidden(plan, occurrence.event) if profile is Profile.MEMBERS else None
        return reason or (Reason.FILTERED if choice.keep and not choice.keep(occurrence) else None)

    parts, left_out, whole = list[Part](), Counter[Reason](), 0
    window = (*choice.window, plan.playbook.zone) if choice.window else None
    for event in plan.events.values():
        if choice.events and event.id not in choice.events:
            continue
        overrides = plan.overrides.get(event.id, {}) if event.repeats else {}
        if event.day is None:
            wanted = profile is Profile.FULL and choice.window is None and choice.keep is None
            part, why = (Part(event, overrides, frozenset()), Counter[Reason]()) if wanted else (None, _BACKLOG)
        elif profile is Profile.FULL and event.repeats:  # a piece of it would shorten the series when it comes back
            part, why = touched(event, overrides, window, verdict)
            whole += bool(part and why)
            why = Counter[Reason]() if part else why
        else:
            part, why = narrowed(event, overrides, window, verdict)
        parts += [part] if part else []
        left_out += why
    parts.sort(key=lambda part: (part.event.day or date.max, str(part.event.at or ""), part.event.uid, part.event.id))
    return Chosen(parts, left_out, whole)


def hidden(plan: Plan, event: Event) -> Reason | None:
    """Return why members do not see an event, or None when they do."""
    kind = plan.kinds.get(event.kind)
    if kind is None or not kind.members or kind.marker:
        return Reason.KIND
    if event.status is Status.IDEA:
        return Reason.IDEA
    if event.status is Status.SKIPPED:
        return Reason.SKIPPED
    return Reason.PRIVATE if event.foreign and _private(event.foreign) else None


def _private(foreign: str) -> bool:
    """Whether the one who wrote the event had marked it as private."""
    return re.search(r'"CLASS[^"]*:\s*(PRIVATE|CONFIDENTIAL)\s*"', foreign, re.IGNORECASE) is not None
